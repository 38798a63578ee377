import { useLocale, useTranslations } from "next-intl";
import styles from "#components/annotation/annotation.module.css";
import type { ShownCity } from "#components/annotation/annotation-props.ts";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import { NeighbourPages } from "#components/ui/neighbour-pages.tsx";
import text from "#components/ui/text.module.css";
import { type AnnotationKind, annotationKinds } from "#domain/annotation/annotation-content.ts";
import { type ModerationState, moderationStates } from "#domain/annotation/moderation.ts";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import { moderationPath } from "#formats/addresses/annotated-path.ts";
import { type ModeratedProps, ModeratedWords } from "./moderated-words.tsx";
import room from "./moderation.module.css";

type Props = {
  page: {
    city: ShownCity;
    counts: Partial<Record<ModerationState, number>>;
    total: number;
    found: readonly ModeratedProps[];
  };
  state: ModerationState | undefined;
  kind: AnnotationKind | undefined;
  newer: string | undefined;
  older: string | undefined;
};

/** What is said in public, the latest first, for whoever reads it to keep or to hide. */
export function QueueSheet(props: Props) {
  const t = useTranslations("annotations.moderation");
  const { page, newer, older } = props;
  const { city, counts, found } = page;
  return (
    <Article
      kicker={city.name}
      title={t("desk.title", { count: counts.unread ?? 0 })}
      standfirst={<p>{t("desk.standfirst", { appeals: counts.contested ?? 0 })}</p>}
    >
      <Filter {...props} />
      {found.length === 0 ? (
        <p className={text.silence}>{t("desk.none")}</p>
      ) : (
        <ol className={room.queue}>
          {found.map((moderated) => (
            <li key={moderated.annotation.number}>
              <ModeratedWords city={city} moderated={moderated} />
              <p className={room.decide}>
                <Link to={deskOf(city.slug, moderated.annotation.number)}>
                  {t(moderated.steps.length > 0 ? "desk.decide" : "desk.read", {
                    number: String(moderated.annotation.number),
                  })}
                </Link>
              </p>
            </li>
          ))}
        </ol>
      )}
      <NeighbourPages
        newer={newer}
        older={older}
        words={{ pages: t("page.pages"), newer: t("page.newer"), older: t("page.older") }}
      />
      <p className={text.note}>
        <Link to={moderationPath(city.slug)}>{t("link")}</Link>
      </p>
    </Article>
  );
}

function deskOf(citySlug: string, number: number): string {
  return pathOf(citySlug, "committee", "moderation", String(number));
}

/** A form that needs no script: what is chosen stands in the address. */
function Filter({ page, state, kind }: Props) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  return (
    <form
      className={styles.filter}
      action={addressOf(locale, `/${page.city.slug}/committee/moderation`)}
      method="get"
    >
      <label>
        {t("moderation.page.state")}
        <select name="state" defaultValue={state ?? ""}>
          <option value="">{t("moderation.desk.anyState")}</option>
          {moderationStates.map((one) => (
            <option key={one} value={one}>
              {t(`moderation.states.${one}`)} ({page.counts[one] ?? 0})
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("list.kind")}
        <select name="type" defaultValue={kind ?? ""}>
          <option value="">{t("list.anyKind")}</option>
          {annotationKinds.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t("list.show")}</button>
    </form>
  );
}
