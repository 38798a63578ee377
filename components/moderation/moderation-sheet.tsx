import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { NeighbourPages } from "#components/ui/neighbour-pages.tsx";
import text from "#components/ui/text.module.css";
import {
  type ModerationAct,
  type ModerationRule,
  type ModerationState,
  moderationRules,
  moderationStates,
} from "#domain/annotation/moderation.ts";
import { annotationPath } from "#formats/addresses/annotated-path.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./moderation.module.css";

type Quality = "moderator" | "committee-chair" | "committee-member" | "city-respondent";
type Act = {
  id: number;
  annotation: number;
  kind: ModerationAct;
  rule: ModerationRule | null;
  by: Quality;
  at: Date;
  entry: number | null;
  reason: string | null;
  onAppeal: boolean;
};

type Props = {
  page: {
    city: { slug: string; name: string; timezone: string };
    states: Partial<Record<ModerationState, number>>;
    rules: Partial<Record<ModerationRule, { applied: number; standing: number }>>;
    acts: readonly Act[];
    hasMore: boolean;
  };
  /** Addresses of the pages beside this one. */
  newer: string | undefined;
  older: string | undefined;
};

const hiddenStates = ["hidden", "contested", "upheld"] as const;

/** By which rules what is said in public is hidden, how often that was done, and each act. */
export function ModerationSheet({ page, newer, older }: Props) {
  const t = useTranslations("annotations.moderation");
  const { city, states } = page;
  const hidden = hiddenStates.reduce((sum, state) => sum + (states[state] ?? 0), 0);
  return (
    <Article
      kicker={
        <>
          {city.name} · <Link to={`/${city.slug}/annotations`}>{t("annotations")}</Link>
        </>
      }
      title={t("page.finding", { count: hidden })}
      standfirst={<p>{t("page.standfirst")}</p>}
    >
      <ArticleSection id="rules" title={t("page.rules")} intro={t("page.rulesIntro")}>
        <Rules page={page} />
        <p className={text.note}>{t("page.scope")}</p>
      </ArticleSection>
      <ArticleSection id="states" title={t("page.states")} intro={t("page.statesIntro")}>
        <States page={page} />
      </ArticleSection>
      <ArticleSection id="appeal" title={t("page.appeal")}>
        <p className={styles.text}>{t("page.appealText")}</p>
      </ArticleSection>
      <ArticleSection id="acts" title={t("page.acts")} intro={t("page.actsIntro")}>
        <Acts page={page} />
        <NeighbourPages
          newer={newer}
          older={older}
          words={{ pages: t("page.pages"), newer: t("page.newer"), older: t("page.older") }}
        />
      </ArticleSection>
    </Article>
  );
}

function Rules({ page }: Pick<Props, "page">) {
  const t = useTranslations("annotations.moderation");
  const locale = useLocale();
  return (
    <ul className={styles.rules}>
      {moderationRules.map(({ id, legalReference }) => {
        const { applied = 0, standing = 0 } = page.rules[id] ?? {};
        const counts = { applied, standing, number: wordNumber(locale, standing) };
        return (
          <li key={id} id={id}>
            <h3>{t(`rules.${id}.name`)}</h3>
            <p>
              {t(`rules.${id}.text`)}
              {legalReference && <span className={text.caveat}>{legalReference}</span>}
            </p>
            <p className={styles.count}>{t("page.applied", counts)}</p>
          </li>
        );
      })}
    </ul>
  );
}

function States({ page }: Pick<Props, "page">) {
  const t = useTranslations("annotations.moderation");
  const locale = useLocale();
  return (
    <div className={styles.narrow}>
      <DataTable
        caption={t("page.states")}
        hidesCaption={true}
        rows={moderationStates}
        keyOf={(state) => state}
        columns={[
          {
            key: "state",
            label: t("page.state"),
            isHeading: true,
            cell: (state) => t(`states.${state}`),
          },
          {
            key: "count",
            label: t("annotations"),
            isNumber: true,
            cell: (state) => wordNumber(locale, page.states[state] ?? 0),
          },
        ]}
      />
    </div>
  );
}

function Acts({ page }: Pick<Props, "page">) {
  const t = useTranslations("annotations.moderation");
  const locale = useLocale();
  const { city, acts } = page;
  if (acts.length === 0) return <p className={text.silence}>{t("page.noActs")}</p>;
  return (
    <DataTable
      caption={t("page.acts")}
      hidesCaption={true}
      rows={acts}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: "act",
          label: t("page.act"),
          isHeading: true,
          cell: ({ kind, onAppeal }) =>
            t(kind === "restored" && onAppeal ? "acts.restoredOnAppeal" : `acts.${kind}`),
        },
        {
          key: "annotation",
          label: t("page.annotation"),
          cell: ({ annotation }) => (
            <Link to={annotationPath(city.slug, annotation)}>
              {t("page.number", { number: String(annotation) })}
            </Link>
          ),
        },
        {
          key: "why",
          label: t("page.why"),
          cell: ({ rule, reason }) => (
            <>
              {rule && <strong>{t(`rules.${rule}.name`)}. </strong>}
              {reason ?? <span className={text.silence}>{t("page.notPublic")}</span>}
            </>
          ),
        },
        { key: "by", label: t("page.by"), cell: ({ by }) => t(`qualities.${by}`) },
        {
          key: "at",
          label: t("page.on"),
          cell: ({ at }) => wordInstant(locale, at, city.timezone),
        },
        {
          key: "entry",
          label: t("page.entry"),
          cell: ({ entry }) =>
            entry !== null && <Link to={`/transparency-log/${entry}`}>{entry}</Link>,
        },
      ]}
    />
  );
}
