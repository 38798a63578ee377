import { useLocale, useTranslations } from "next-intl";
import { ChartFrame } from "#components/chart/chart-frame.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { pagePalette } from "#formats/chart/palettes.ts";
import type { Exhibit, ShownNumber, ShownPlace } from "#formats/exhibit/exhibit.ts";
import { drawPlan } from "#formats/svg/draw-plan.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import styles from "./exhibit-sheet.module.css";

type Link = { label: string; href: string };

export type ExhibitSheetProps = {
  exhibit: Exhibit;
  /** "Version 3 of…, frozen". */
  stamp: string;
  /** "Source: …" */
  source: string;
  /** What became of it since, when an earlier release is read. */
  since: { title: string; changes: readonly string[]; link: Link } | undefined;
  cite: { text: string; bibtex: string; permanent: string; files: readonly Link[] };
  take: { files: readonly Link[]; build: string };
  /** Address of the page it comes from. */
  page: string;
};

/** One figure, chart or place on a page of its own: what is cited, embedded and taken away. */
export function ExhibitSheet(props: ExhibitSheetProps) {
  const t = useTranslations("figure");
  const { exhibit, since } = props;
  const locale = useLocale();
  const subtitle = capitalise(locale, exhibit.subtitle);
  // A chart bears it under its own title.
  const isChart = exhibit.shown.form === "chart";
  return (
    <Article
      kicker={exhibit.place}
      title={exhibit.title}
      standfirst={isChart ? undefined : <p>{subtitle}</p>}
    >
      <div className={styles.shown}>
        {since && (
          <Callout title={since.title}>
            <ul>
              {since.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
            <p>
              <a href={since.link.href}>{since.link.label}</a>
            </p>
          </Callout>
        )}
        <Shown exhibit={exhibit} source={props.source} />
        {exhibit.shown.form !== "chart" && (
          <div className={styles.notes}>
            {exhibit.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            <p className={styles.stamp}>{props.source}</p>
          </div>
        )}
        <p className={styles.stamp}>{props.stamp}</p>
        <p>
          <a href={props.page}>{t("page")}</a>
        </p>
      </div>
      <ArticleSection id="cite" title={t("cite.title")} intro={t("cite.intro")}>
        <CitationFields {...props.cite} />
      </ArticleSection>
      <ArticleSection id="take" title={t("take.title")} intro={t("take.intro")}>
        <FileLinks files={props.take.files} />
        <p>
          <a href={props.take.build}>{t("take.build")}</a>
        </p>
      </ArticleSection>
    </Article>
  );
}

/** A citation in words and for reference managers, ready to copy. */
export function CitationFields({ text, bibtex, permanent, files }: ExhibitSheetProps["cite"]) {
  const t = useTranslations("figure.cite");
  const press = useTranslations("press");
  const copy = { copy: press("copy"), copied: press("copied") };
  return (
    <>
      <CopyField label={t("title")} value={text} words={copy} />
      <CopyField label={t("permanent")} value={permanent} words={copy} />
      <CopyField label={t("bibtex")} value={bibtex} words={copy} />
      <FileLinks files={files} />
    </>
  );
}

export function FileLinks({ files }: { files: readonly Link[] }) {
  return (
    <ul className={styles.files}>
      {files.map(({ label, href }) => (
        <li key={href}>
          <a href={href} download={true}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Shown({ exhibit, source }: { exhibit: Exhibit; source: string }) {
  const t = useTranslations("charts");
  const locale = useLocale();
  const { shown } = exhibit;
  switch (shown.form) {
    case "number":
      return <ShownAmount {...shown} />;
    case "place":
      return <Place {...shown} />;
    case "chart":
      return (
        <ChartFrame
          spec={shown.spec}
          title={capitalise(locale, exhibit.subtitle)}
          subtitle={exhibit.place}
          notes={exhibit.notes.map((note) => <p key={note}>{note}</p>)}
          source={source}
          links={[]}
          tableWords={shown.tableWords}
          labels={{ table: t("table"), live: t("live", { title: exhibit.title }) }}
        />
      );
  }
}

function ShownAmount({ words, isSilent, isAlert }: ShownNumber) {
  const look = isSilent ? styles.silence : styles.value;
  return <p className={isAlert ? `${look} ${styles.alert}` : look}>{words}</p>;
}

const PLAN_WIDTH = 640;

function Place({ plan, facts }: ShownPlace) {
  const drawing = plan && drawPlan(plan, { width: PLAN_WIDTH, palette: pagePalette, id: "figure" });
  return (
    <div className={styles.place}>
      {drawing && (
        <div
          className={styles.plan}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawPlan escapes every word it is given
          dangerouslySetInnerHTML={{ __html: drawing.svg }}
        />
      )}
      <dl className={styles.facts}>
        {facts.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
