import type { EffectsPageProps, ShownStudy } from "#components/effect/effect-props.ts";
import { namesOf } from "#components/effect/study-verdict.tsx";
import {
  headlineOf,
  periodsOf,
  titleOf,
  wordChangeSize,
  wordPValue,
} from "#components/effect/word-effect.ts";
import { knownText } from "#components/exhibit/exhibit-words.ts";
import { wordsOf } from "#components/exhibit/offered-exhibit.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { studyAreas } from "#domain/effect/study-years.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { displacementTable } from "./displacement-rows.ts";
import { type BookWords, bookHeadings, type Fact, factTable, sourcesIn } from "./fact-table.ts";

type Page = EffectsPageProps["page"];

/** The studies of a page: what each found, its design and areas, what moved, and why it may not conclude. */
export function studyTables(
  studies: readonly ShownStudy[],
  page: Page,
  words: BookWords,
): PageTable[] {
  if (studies.length === 0) return [];
  return [
    resultTable(studies, page, words),
    ...studies.map((shown) => designTable(shown, page, words)),
    areaTable(studies, page, words),
    displacementTable(studies, page.populationYear, words),
    reasonTable(studies, words),
  ];
}

function resultTable(studies: readonly ShownStudy[], page: Page, words: BookWords): PageTable {
  const { locale, t } = words;
  const order = page.sources.map(({ id }) => id);
  return {
    title: t("pageWorkbook.titles.results"),
    notes: [t("effects.overview.subtitle")],
    headings: bookHeadings(t, "studies", [
      ...["study", "verdict", "rule", "ratio", "low", "high", "pValue", "level", "sources"],
    ]),
    rows: studies.flatMap((shown): WorkbookCell[][] => {
      const percent = wordChangeSize(locale, headlineOf(shown)?.percentage.point ?? 0);
      const about = [
        titleOf(locale, shown.study),
        t(`effects.verdicts.${shown.verdict}`, { percent }),
      ];
      const end = [
        { value: shown.level, as: "number" as const },
        sourcesIn(order, shown.sourceIds),
      ];
      if (shown.effects.length === 0)
        return [[...about, null, t("effects.figures.unknown"), null, null, null, ...end]];
      return shown.effects.map(({ rule, size }, index): WorkbookCell[] => [
        ...about,
        t(`effects.effect.rules.${rule}`),
        cellOf(size.ratio),
        cellOf(size.interval.low),
        cellOf(size.interval.high),
        index === 0 && shown.adjustedPValue !== undefined
          ? wordPValue(locale, shown.adjustedPValue)
          : null,
        ...end,
      ]);
    }),
  };
}

function designTable(shown: ShownStudy, page: Page, words: BookWords): PageTable {
  const { locale } = words;
  const effects = wordsOf(words, "effects");
  const design = (key: string, values?: Record<string, string | number>) =>
    effects(`design.${key}`, values);
  const { study } = shown;
  const periods = periodsOf(locale, study);
  const facts: Fact[] = [
    {
      name: effects("questionLabel"),
      words: effects("question", {
        treated: namesOf(study.treated, page, locale),
        counted:
          study.category === undefined
            ? effects("allCategories")
            : effects("category", { category: study.category }),
        ...periods,
      }),
    },
    { name: effects("objective"), words: study.objective ?? effects("noObjective") },
    {
      name: design("counted"),
      words: shown.wording ?? design("silent"),
      sourceIds: shown.sourceIds,
    },
    ...(shown.scope === undefined
      ? []
      : [{ name: design("scope"), words: knownText(words, "scopes", shown.scope) }]),
    { name: design("periods"), words: design("periodsValue", periods) },
    {
      name: design("started"),
      words:
        study.startedOn === undefined
          ? design("startUnknown")
          : design(`startKinds.${study.startKind}`, { date: wordDate(locale, study.startedOn) }),
    },
    { name: design("comparable"), words: design(`comparableValues.${study.controlsComparable}`) },
    { name: design("peak"), words: design(`peakValues.${study.chosenAfterPeak}`) },
    { name: design("other"), words: design(`otherValues.${study.coInterventions}`) },
    { name: effects("figures.level"), value: shown.level, words: effects(`levels.${shown.level}`) },
    ...(study.note === undefined ? [] : [{ name: design("note"), words: study.note }]),
  ];
  return factTable(
    facts,
    {
      title: `${design("heading")}: ${titleOf(locale, study)}`,
      notes: [design("intro")],
      order: page.sources.map(({ id }) => id),
    },
    words,
  );
}

function areaTable(studies: readonly ShownStudy[], page: Page, words: BookWords): PageTable {
  const { locale, t } = words;
  const silent = t("effects.design.silent");
  return {
    title: t("effects.design.caption"),
    notes: [],
    headings: bookHeadings(t, "studyAreas", [
      ...["study", "area", "districts", "inhabitants", "before", "after", "cameras"],
    ]),
    rows: studies.flatMap((shown) =>
      studyAreas.flatMap((area): WorkbookCell[][] => {
        const codes = shown.study[area];
        if (codes.length === 0) return [];
        return [
          [
            titleOf(locale, shown.study),
            t(`effects.areas.${area}`),
            namesOf(codes, page, locale),
            cellOf(shown.sizes[area] ?? t("effects.design.unknown")),
            cellOf(shown.counts?.[area]?.before ?? silent),
            cellOf(shown.counts?.[area]?.after ?? silent),
            cellOf(shown.equipment.areas[area].during),
          ],
        ];
      }),
    ),
  };
}

function reasonTable(studies: readonly ShownStudy[], { locale, t }: BookWords): PageTable {
  return {
    title: t("effects.reasons.all"),
    notes: [t("effects.reasons.allIntro")],
    headings: bookHeadings(t, "reasons", ["study", "kind", "reason", "requirement"]),
    rows: studies.flatMap((shown) =>
      shown.reasons.map(({ code, kind }): WorkbookCell[] => [
        titleOf(locale, shown.study),
        t(`effects.reasons.kind.${kind}`),
        t(`effects.reasons.rules.${code}.title`),
        t(`effects.reasons.rules.${code}.requirement`),
      ]),
    ),
  };
}
