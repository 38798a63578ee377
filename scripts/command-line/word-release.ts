import type { MovingFigure } from "#domain/indicator/moving-figures.ts";
import english from "#messages/en.json" with { type: "json" };
import type { JudgementAudit } from "#persistence/release/audit-judgements.ts";
import type { YearJudgement } from "#persistence/release/list-judgements.ts";
import type { ComparedDraft } from "#use-cases/release/compare-draft.ts";
import type { PublishedRelease } from "#use-cases/release/publish-release.ts";

type Compared = Extract<ComparedDraft, { kind: "compared" }>;
type Described = Pick<Compared, "draft" | "differences" | "currency" | "judgements"> &
  Partial<Pick<Compared, "audits">>;

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const figureNames: Readonly<Record<string, string>> = {
  "registered-cameras": "cameras registered",
  "cameras-in-service": "cameras in service",
  "yearly-spend": "spend of the year",
  "spend-per-camera-year": "spend per camera-year",
  "footage-requests": "requests for footage",
  "full-annual-cost": "full cost of the year, investments spread",
  "cameras-with-order-valid": "cameras in service under a valid order",
  "cameras-with-order-expiring": "cameras in service whose order expires within six months",
  "cameras-with-order-expired": "cameras in service whose order has expired",
  "cameras-with-order-none-known": "cameras in service without a known order",
  "cameras-with-order-not-required": "cameras in service that need no such order",
  "cameras-with-order-not-yet": "cameras in service whose order is not yet in force",
  "cameras-with-order-unknown": "cameras in service whose order has no known expiry",
  "cameras-over-retention": "cameras in service that keep images longer than the law allows",
};

const partNames = {
  located: "events whose district is known",
  "as-paid": "spending as paid",
} as const;

const indicatorNames: Readonly<Record<string, { name: string } | undefined>> =
  english.indicators.items;

function nameOf({ id, of, part }: MovingFigure): string {
  const name = figureNames[id] ?? indicatorNames[id]?.name ?? id;
  const about = [of, ...(part ? [partNames[part]] : [])].filter((word) => word !== "");
  return about.length === 0 ? name : `${name} (${about.join("; ")})`;
}

/** What publishing would change, in sentences for a terminal: imports, records, cameras, figures. */
export function wordDifferences(described: Described): string[] {
  const { draft, differences, currency, judgements, audits = [] } = described;
  const { imports, base, newest } = draft;
  const { kinds, cameras, figures } = differences;
  const { added, removed, moved, renumbered, statusChanged } = cameras;
  return [
    `  release ${base} → ${newest}, ${count(imports.length, "import")}${imports.length > 0 ? ":" : ""}`,
    ...imports.map(({ batch, preset, file }) => `    import ${batch}: ${file} as ${preset}`),
    ...kinds.map(({ kind, examples, ...counts }) => {
      const shown = examples.map(({ key }) => key).slice(0, 3);
      return `  ${kind}: ${counts.added} added, ${counts.changed} changed, ${counts.ended} ended (${shown.join(", ")}${examples.length > 3 ? ", …" : ""})`;
    }),
    ...(kinds.some(({ kind }) => kind === "camera")
      ? [
          `  cameras: ${added} added, ${removed} removed, ${moved} moved, ${renumbered} renumbered, ${statusChanged} with another status`,
        ]
      : []),
    ...(figures.length === 0 ? ["  no figure moves"] : ["  figures that move:"]),
    ...figures.map((figure) => {
      const word = (value: number | null) => wordValue(value, figure.unit, currency);
      return `    ${nameOf(figure)}: ${word(figure.before)} → ${word(figure.after)}`;
    }),
    ...wordJudgements(judgements),
    ...wordAudits(audits),
  ];
}

const verdicts: Readonly<Record<YearJudgement["verdict"], string>> = {
  published: "published",
  held: "held: the change would give a small count away, what was published before stands",
  withheld: "withheld: nothing of it can be published",
  ended: "ended: no count is left",
};

const mostJudgements = 20;

/** How disclosure control judges each year of counts against every earlier release. For the officer, not for the public. */
function wordJudgements(judgements: readonly YearJudgement[]): string[] {
  if (judgements.length === 0) return ["  disclosure control: no year of counts to judge"];
  const of = (verdict: string) => judgements.filter((one) => one.verdict === verdict).length;
  const shown = judgements.slice(0, mostJudgements).map((one) => {
    const { definition, scope, year, verdict, cells, hidden, earlierReleases, pending } = one;
    const late = pending ? ", rows of the last three months wait" : "";
    const lost = wordGivenUp(one);
    return `    ${definition}, ${scope}, ${year}: ${verdicts[verdict]} (${hidden} of ${cells} cells hidden, attacked with ${count(earlierReleases, "earlier release")}${late}${lost})`;
  });
  const more = judgements.length - shown.length;
  return [
    `  disclosure control: ${count(judgements.length, "year")} of counts judged, ${of("published")} published, ${of("held")} held, ${of("withheld")} withheld`,
    ...shown,
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}

/** Which tables are not published, and why. */
function wordGivenUp({ givenUp, tooLarge }: YearJudgement): string {
  if (givenUp.length === 0) return "";
  const why = tooLarge
    ? "too large to be attacked in time"
    : "nothing hidden in them would have protected their small counts";
  return `, withheld: ${givenUp.join(", ")} (${why})`;
}

/** What the audit finds when it is made again of what would be published: how narrow the small counts stand. */
function wordAudits(audits: readonly JudgementAudit[]): string[] {
  if (audits.length === 0) return [];
  const failed = audits.filter(({ verdict }) => verdict === "disclosed");
  const small = audits.reduce((sum, one) => sum + one.small, 0);
  const shown = audits.filter((one) => one.small > 0).slice(0, mostJudgements);
  return [
    `  audit made again: ${count(small, "small count")} of ${count(audits.length, "year")}, ${failed.length === 0 ? "none can be worked out" : `${failed.length} of them would give some away`}`,
    ...shown.map(({ definition, scope, year, verdict, small: counts, narrowest }) => {
      const range = narrowest
        ? `, the narrowest known to lie between ${narrowest.low} and ${narrowest.high ?? "any number"}`
        : "";
      return `    ${definition}, ${scope}, ${year}: ${verdict} (${count(counts, "small count")}${range})`;
    }),
  ];
}

function wordValue(value: number | null, unit: string, currency: string): string {
  if (value === null) return "none";
  if (unit === "share") return `${(value * 100).toFixed(1)} %`;
  if (!unit.startsWith("cents")) return value.toLocaleString("en");
  return `${(value / 100).toLocaleString("en", { maximumFractionDigits: 2 })} ${currency}`;
}

export function wordPublished(
  city: string,
  published: Extract<PublishedRelease, { kind: "published" }>,
): string {
  return [
    `Release ${published.number} of ${city} is published. SHA-256 of its content: ${published.contentHash}`,
    ...wordDifferences(published),
  ].join("\n");
}
