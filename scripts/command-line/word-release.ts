import type { ComparedDraft } from "#use-cases/release/compare-draft.ts";
import type { PublishedRelease } from "#use-cases/release/publish-release.ts";

type Compared = Extract<ComparedDraft, { kind: "compared" }>;
type Described = Pick<Compared, "draft" | "differences" | "currency">;

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const figureNames: Readonly<Record<string, string>> = {
  "registered-cameras": "cameras registered",
  "cameras-in-service": "cameras in service",
  "yearly-spend": "spend of the year",
  "spend-per-camera-year": "spend per camera-year",
  "footage-requests": "requests for footage",
  "relevant-share": "share of requests with relevant footage",
};

/** What publishing would change, in sentences for a terminal: imports, records, cameras, figures. */
export function wordDifferences({ draft, differences, currency }: Described): string[] {
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
    ...(figures.length === 0 ? ["  no headline figure moves"] : ["  figures that move:"]),
    ...figures.map(({ id, of, unit, before, after }) => {
      const word = (value: number | null) => wordValue(value, unit, currency);
      return `    ${figureNames[id] ?? id}${of === "" ? "" : ` (${of})`}: ${word(before)} → ${word(after)}`;
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
