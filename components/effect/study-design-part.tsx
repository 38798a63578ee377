import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { readCoIntervention } from "#domain/effect/co-intervention.ts";
import { type StudyArea, studyAreas } from "#domain/effect/study-years.ts";
import { pathOf } from "#formats/addresses/address-of.ts";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./effect.module.css";
import type { EffectsPageProps, ShownStudy } from "./effect-props.ts";
import { namesOf, StudyStart } from "./study-verdict.tsx";
import { periodsOf, wordChange } from "./word-effect.ts";

type Props = {
  shown: ShownStudy;
  page: EffectsPageProps["page"];
  /** Numbering of the page's sources. */
  order: readonly number[];
};

/** Everything that was declared, and each area with its districts, counts and cameras. */
export function StudyDesignPart({ shown, page, order }: Props) {
  const t = useTranslations("effects.design");
  return (
    <>
      <DeclaredDesign shown={shown} page={page} order={order} />
      <DataTable
        caption={t("caption")}
        columns={useAreaColumns(shown, page)}
        rows={studyAreas}
        keyOf={(area) => area}
      />
    </>
  );
}

function DeclaredDesign({ shown, page, order }: Props) {
  const t = useTranslations("effects.design");
  const scopes = useKnownWords("scopes");
  const locale = useLocale();
  const {
    study,
    equipment: { waves },
  } = shown;
  return (
    <dl className={styles.facts}>
      <dt>{t("counted")}</dt>
      <dd>
        {shown.wording ?? <span className={text.silence}>{t("silent")}</span>}
        <SourceMark ids={shown.sourceIds} order={order} />
      </dd>
      {shown.scope !== undefined && (
        <>
          <dt>{t("scope")}</dt>
          <dd>{scopes(shown.scope)}</dd>
        </>
      )}
      <dt>{t("periods")}</dt>
      <dd>{t("periodsValue", periodsOf(locale, study))}</dd>
      <dt>{t("started")}</dt>
      <dd>
        <StudyStart shown={shown} />
      </dd>
      <dt>{t("waves")}</dt>
      <dd>{t("wavesValue", { count: waves.length, years: waves.join(", ") })}</dd>
      <dt>{t("comparable")}</dt>
      <dd>{t(`comparableValues.${study.controlsComparable}`)}</dd>
      <dt>{t("peak")}</dt>
      <dd>{t(`peakValues.${study.chosenAfterPeak}`)}</dd>
      <dt>{t("other")}</dt>
      <dd>
        {t(`otherValues.${study.coInterventions}`)}
        <MeasureLog study={study} page={page} />
      </dd>
      {study.publishedTreatedChange !== undefined && (
        <>
          <dt>{t("published")}</dt>
          <dd>
            {t("publishedValue", {
              treated: wordChange(locale, study.publishedTreatedChange),
              control: wordChange(locale, study.publishedControlChange ?? 0),
            })}
          </dd>
        </>
      )}
      {study.note !== undefined && (
        <>
          <dt>{t("note")}</dt>
          <dd>{setSpaces(locale, study.note)}</dd>
        </>
      )}
    </dl>
  );
}

/** The dated log of what else was done, in the words of who logged it. */
function MeasureLog({ study, page }: { study: ShownStudy["study"]; page: Props["page"] }) {
  const t = useTranslations("effects.design");
  const locale = useLocale();
  if (study.otherMeasures === undefined) {
    return study.coInterventions === "some" && <> {t("logMissing")}</>;
  }
  return (
    <ul>
      {study.otherMeasures.map((line) => {
        const measure = readCoIntervention(line);
        if (!measure) return <li key={line}>{line}</li>;
        const { kind, from, to, districts, description } = measure;
        return (
          <li key={line}>
            {t("measure", {
              kind: t(`measureKinds.${kind}`),
              open: to === undefined ? "yes" : "no",
              from: wordDate(locale, from),
              to: to === undefined ? "" : wordDate(locale, to),
              where: districts.length === 0 ? t("everywhere") : namesOf(districts, page, locale),
              description: setSpaces(locale, description),
            })}
          </li>
        );
      })}
    </ul>
  );
}

function useAreaColumns(shown: ShownStudy, page: Props["page"]): Column<StudyArea>[] {
  const t = useTranslations("effects.design");
  const areas = useTranslations("effects.areas");
  const locale = useLocale();
  const periods = periodsOf(locale, shown.study);
  const number = (value: number | undefined, silence: string) =>
    value === undefined ? (
      <span className={text.silence}>{silence}</span>
    ) : (
      wordNumber(locale, value)
    );
  const isDeclared = (area: StudyArea) => shown.study[area].length > 0;
  const counted = (area: StudyArea, phase: "before" | "after") =>
    isDeclared(area) ? number(shown.counts?.[area]?.[phase], t("silent")) : null;
  const { populationYear } = page;
  return [
    { key: "area", label: t("area"), isHeading: true, cell: (area) => areas(area) },
    {
      key: "districts",
      label: t("districts"),
      cell: (area) => <Districts codes={shown.study[area]} page={page} />,
    },
    {
      key: "inhabitants",
      label:
        populationYear === undefined
          ? t("inhabitantsUnknown")
          : t("inhabitants", { year: String(populationYear) }),
      isNumber: true,
      cell: (area) => (isDeclared(area) ? number(shown.sizes[area], t("unknown")) : null),
    },
    {
      key: "before",
      label: t("before", { period: periods.before }),
      isNumber: true,
      cell: (area) => counted(area, "before"),
    },
    {
      key: "after",
      label: t("after", { period: periods.after }),
      isNumber: true,
      cell: (area) => counted(area, "after"),
    },
    {
      key: "cameras",
      label: t("cameras"),
      isNumber: true,
      cell: (area) => (isDeclared(area) ? <Cameras area={area} shown={shown} /> : null),
    },
  ];
}

function Districts({ codes, page }: { codes: readonly string[]; page: Props["page"] }) {
  const t = useTranslations("effects.design");
  if (codes.length === 0) return <span className={text.silence}>{t("none")}</span>;
  return codes.map((code, index) => {
    const known = page.districts.find((district) => district.code === code);
    return (
      <span key={code}>
        {index > 0 && ", "}
        {known ? <Link to={pathOf(page.city.slug, "districts", code)}>{known.name}</Link> : code}
      </span>
    );
  });
}

function Cameras({ area, shown }: { area: StudyArea; shown: ShownStudy }) {
  const t = useTranslations("effects.design");
  const locale = useLocale();
  const { before, during, later, undated } = shown.equipment.areas[area];
  return (
    <>
      {wordNumber(locale, during)}
      <span className={text.caveat}>{t("camerasMore", { before, later, undated })}</span>
    </>
  );
}
