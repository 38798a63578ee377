import {
  figuresOf,
  type ReportFigure,
  type ReportSection,
} from "#domain/annual-report/report-content.ts";
import { markdownBlocks } from "#formats/document/markdown-blocks.ts";
import type { Block, Run, TextDocument } from "#formats/document/text-document.ts";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";
import { wordEntry } from "./entry-words.ts";
import type { ReportProps } from "./report-props.ts";
import { type ReportWords, wordFigure, wordUnknown } from "./report-words.ts";

type Page = ReportProps["page"];

/** A report as a text document: what its page says, in the same order and words, with its address on every page. */
export function reportDocument(page: Page, words: ReportWords, address: string): TextDocument {
  const { locale, t } = words;
  const { city, year, shown } = page;
  const title = t("annualReport.metaTitle", { year: String(year), city: city.name });
  return {
    title,
    language: locale,
    country: locale === "fr" ? "FR" : "GB",
    footer: `${title}, ${address.replace(/^https?:\/\//, "")}`,
    pageWords: t("annualReport.document.page", { page: "{page}", pages: "{pages}" }),
    date: shown.publishedAt?.toISOString(),
    blocks: [
      { kind: "paragraph", look: "title", runs: [{ text: title }] },
      ...openingOf(page, words, address),
      ...shown.facts.sections.flatMap((section) => partOf(page, section, words)),
      ...sourcesOf(page, words),
      ...proofOf(page, words),
    ],
  };
}

function openingOf(page: Page, words: ReportWords, address: string): Block[] {
  const { locale, t } = words;
  const { city, shown } = page;
  const { facts, texts, publishedAt, number, reason } = shown;
  const said = [
    t("evaluations.versions.version", { number: String(number) }),
    publishedAt &&
      t("annualReport.publishedOn", { date: wordInstant(locale, publishedAt, city.timezone) }),
    t("annualReport.reads", { release: String(facts.release), date: wordDate(locale, facts.asOf) }),
  ];
  const subtitle = said.filter(Boolean).join(" · ");
  return [
    { kind: "paragraph", look: "subtitle", runs: [{ text: subtitle }] },
    ...(city.fictional ? [note(t("annualReport.document.fictional"))] : []),
    ...(reason ? [note(t("annualReport.document.reason", { reason }))] : []),
    ...(page.isLatest ? [] : [note(t("annualReport.older", { number: String(number) }))]),
    { kind: "paragraph", look: "note", runs: [{ text: address, address }] },
    ...(texts.introduction
      ? [
          heading(2, t("annualReport.sections.introduction.title")),
          ...textOf(page, words, texts.introduction),
        ]
      : []),
  ];
}

function partOf(page: Page, section: ReportSection, words: ReportWords): Block[] {
  const { t } = words;
  const { code, figures, entries, unknowns } = section;
  const text = page.shown.texts[code];
  const isEmpty = figures.length + entries.length + unknowns.length === 0 && code !== "not-known";
  return [
    heading(2, t(`annualReport.sections.${code}.title`)),
    note(t(`annualReport.sections.${code}.intro`)),
    ...(text ? textOf(page, words, text) : []),
    ...(figures.length > 0 ? [figureTable(page, figures, words)] : []),
    ...(entries.length > 0 ? [entryList(section, words)] : []),
    ...(isEmpty ? [note(t("annualReport.nothing"))] : []),
    ...(unknowns.length > 0
      ? [heading(3, t("annualReport.unknownTitle")), unknownList(section, words)]
      : []),
    ...(code === "not-known" ? everythingUnknown(page, words) : []),
  ];
}

/** The committee's words, with figures as they were pinned. */
function textOf(page: Page, words: ReportWords, text: string): Block[] {
  const figures = new Map(figuresOf(page.shown.facts).map((figure) => [figure.key, figure]));
  return markdownBlocks(text, 2, (name, reference) => {
    if (name === "camera") return reference;
    const figure = name === "figure" ? figures.get(reference) : undefined;
    if (!figure) return undefined;
    const { value, interval } = wordFigure(words, figure);
    return interval ? `${value} (${interval})` : value;
  });
}

function figureTable(page: Page, figures: readonly ReportFigure[], words: ReportWords): Block {
  const { t } = words;
  const order = page.shown.facts.sources.map(({ id }) => id);
  return {
    kind: "table",
    caption: "",
    widths: [7, 5, 2.5, 2.5],
    header: [
      t("annualReport.table.figure"),
      t("annualReport.table.value"),
      t("annualReport.table.period"),
      t("annualReport.document.sources"),
    ],
    rows: figures.map((figure) => {
      const worded = wordFigure(words, figure);
      const caveats = [worded.interval, ...worded.caveats].filter(Boolean).join("\n");
      const numbers = figure.sources.map((id) => order.indexOf(id) + 1).filter((n) => n > 0);
      return [
        [
          { text: worded.label, bold: true },
          ...(worded.definition ? [{ text: `\n${worded.definition}` }] : []),
        ],
        [
          { text: worded.value, bold: !worded.isSilent, italic: worded.isSilent },
          ...(caveats ? [{ text: `\n${caveats}` }] : []),
          ...sinceOf(page, figure, words),
        ],
        [{ text: worded.period ?? "" }],
        [{ text: numbers.map((number) => `[${number}]`).join(" ") }],
      ];
    }),
  };
}

/** What a later release says of the same, when the file was taken after it. */
function sinceOf({ since, city }: Page, figure: ReportFigure, words: ReportWords): Run[] {
  const latest = since.get(figure.key);
  if (latest === undefined) return [];
  const release = String(city.latestRelease);
  const said =
    latest === null
      ? words.t("annualReport.since.gone", { release })
      : words.t("annualReport.since.now", { release, value: wordFigure(words, latest).value });
  return [{ text: `\n${said}`, italic: true }];
}

function entryList({ entries }: ReportSection, words: ReportWords): Block {
  return {
    kind: "list",
    isNumbered: false,
    items: entries.map((entry) => {
      const { title, text } = wordEntry(words, entry);
      return [{ text: title, bold: true }, { text: `\n${text}` }];
    }),
  };
}

function unknownList({ unknowns }: ReportSection, words: ReportWords): Block {
  return {
    kind: "list",
    isNumbered: false,
    items: unknowns.map((unknown) => [{ text: wordUnknown(words, unknown) }]),
  };
}

function everythingUnknown({ shown }: Page, words: ReportWords): Block[] {
  return shown.facts.sections
    .filter(({ unknowns }) => unknowns.length > 0)
    .flatMap((section) => [
      heading(3, words.t(`annualReport.sections.${section.code}.title`)),
      unknownList(section, words),
    ]);
}

function sourcesOf({ shown }: Page, { t }: ReportWords): Block[] {
  const { sources } = shown.facts;
  if (sources.length === 0) return [];
  return [
    heading(2, t("annualReport.sources")),
    note(t("annualReport.sourcesIntro")),
    {
      kind: "list",
      isNumbered: true,
      items: sources.map(({ title, publisher, licence, attribution, url, verification }) => [
        url ? { text: title, address: url } : { text: title },
        {
          text: [publisher, licence, attribution, t(`source.verification.${verification}`)]
            .filter(Boolean)
            .map((part) => ` · ${part}`)
            .join(""),
        },
      ]),
    },
  ];
}

function proofOf({ shown }: Page, { t }: ReportWords): Block[] {
  const { contentHash, logRoot, logSize, facts } = shown;
  const line = (label: string, text: string): Run[] => [
    { text: `${label} `, bold: true },
    { text },
  ];
  return [
    heading(2, t("annualReport.proof.title")),
    note(t("annualReport.proof.intro")),
    {
      kind: "list",
      isNumbered: false,
      items: [
        line(t("annualReport.proof.hash"), contentHash ?? ""),
        line(
          t("annualReport.proof.release"),
          t("annualReport.proof.releaseNumber", { release: String(facts.release) }),
        ),
        ...(logRoot === null
          ? []
          : [
              line(
                t("annualReport.proof.head"),
                `${t("annualReport.proof.size", { size: logSize ?? 0 })} ${logRoot}`,
              ),
            ]),
      ],
    },
  ];
}

function heading(level: 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

function note(text: string): Block {
  return { kind: "paragraph", look: "note", runs: [{ text }] };
}
