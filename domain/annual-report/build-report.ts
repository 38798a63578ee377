import { buildCosts } from "./build-costs.ts";
import { buildEffectiveness, buildOpinions, buildReplies } from "./build-judgements.ts";
import { buildLaw } from "./build-law.ts";
import { buildChanges, buildDeployment, buildUses } from "./build-registry-parts.ts";
import { buildBreaches, buildComplaints, buildRefusals, buildRequests } from "./build-rights.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportFacts, ReportPart } from "./report-content.ts";
import { withOwnKeys } from "./report-figure.ts";
import { reportSections, type SectionCode } from "./report-sections.ts";

const nothing: ReportPart = { figures: [], entries: [], unknowns: [] };

const builders: Readonly<Record<SectionCode, (known: RegistryYear) => ReportPart>> = {
  uses: buildUses,
  law: buildLaw,
  requests: buildRequests,
  refusals: buildRefusals,
  costs: buildCosts,
  deployment: buildDeployment,
  complaints: buildComplaints,
  breaches: buildBreaches,
  effectiveness: buildEffectiveness,
  opinions: buildOpinions,
  replies: buildReplies,
  changes: buildChanges,
  // What is not known is said under each part; this one gathers it.
  "not-known": () => nothing,
};

/**
 * What the registry says of a year, part by part: figures with all that they must not be read without, what happened, and
 * what is not known, by name. A silence is a figure that says which; what nobody counts is an unknown. No number is made up
 * where there is none, and none is read that disclosure control does not let everybody read. Its sources are named by their
 * identifiers: the caller keeps what they say.
 */
export function buildReport(known: RegistryYear): Omit<ReportFacts, "sources"> {
  const parts = reportSections.map(({ code }) => ({ code, ...builders[code](known) }));
  const figures = withOwnKeys(parts.flatMap((part) => part.figures));
  let place = 0;
  return {
    year: known.year,
    release: known.release,
    asOf: known.asOf,
    builtOn: known.builtOn,
    sections: parts.map((part) => {
      const own = figures.slice(place, place + part.figures.length);
      place += part.figures.length;
      return { ...part, figures: own };
    }),
  };
}

/** Sources that a report leans on, each once, in order. */
export function sourcesIn({ sections }: Pick<ReportFacts, "sections">): number[] {
  const ids = sections.flatMap(({ figures, entries }) => [
    ...figures.flatMap(({ sources }) => sources),
    ...entries.flatMap((entry) => (entry.kind === "fact" ? entry.sources : [])),
  ]);
  return [...new Set(ids)].sort((a, b) => a - b);
}
