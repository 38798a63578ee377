import { indicatorFigures } from "./indicator-figures.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportPart, ReportUnknown } from "./report-content.ts";

/** What the cameras achieved of what they were declared for, as far as a rate or a study says it. Nothing says a cause. */
export function buildEffectiveness(known: RegistryYear): ReportPart {
  const rates = indicatorFigures(known, [
    "relevance-rate",
    "availability-rate",
    "usable-rate",
    "contribution-rate",
  ]);
  const { studies, opinions } = known;
  const unknowns: ReportUnknown[] = [...rates.unknowns];
  const isFixed =
    opinions.some(({ content }) => content.objective !== undefined) ||
    studies.some(({ objective }) => objective !== undefined);
  if (!isFixed) unknowns.unshift({ code: "objective" });
  const refused = studies.filter(({ verdict }) => verdict === "refused").length;
  if (studies.length === 0) unknowns.push({ code: "effect-studies" });
  else if (refused > 0) {
    unknowns.push({ code: "effect-concluded", count: refused, of: studies.length });
  }
  return {
    figures: rates.figures,
    entries: studies.map(({ title, page, verdict, objective }) => ({
      kind: "study" as const,
      ...{ title, page, verdict },
      ...(objective === undefined ? {} : { objective }),
    })),
    unknowns,
  };
}

/** What the committee published in the year, with its votes. */
export function buildOpinions({ opinions }: RegistryYear): ReportPart {
  return {
    figures: [],
    entries: opinions.map(({ slug, version, content, publishedOn, withdrawnOn, tally }) => ({
      kind: "opinion" as const,
      ...{ slug, version, publishedOn, title: content.title },
      ...(content.opinion === undefined ? {} : { opinion: content.opinion }),
      ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
      ...(tally === null
        ? {}
        : {
            votes: {
              for: tally.for,
              against: tally.against,
              abstain: tally.abstain,
              recusal: tally.recusal,
            },
          }),
    })),
    unknowns: opinions.length === 0 ? [{ code: "opinions" }] : [],
  };
}

/** What the city answered, after how long, and where each recommendation stands. */
export function buildReplies({ opinions }: RegistryYear): ReportPart {
  const standing = opinions.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  const waiting = standing.filter(({ reply }) => reply.kind === "waiting");
  return {
    figures: [],
    entries: [
      ...standing.map(({ slug, content, publishedOn, repliedOn, reply }) => ({
        kind: "reply" as const,
        ...{ slug, title: content.title, publishedOn, days: reply.days },
        ...(repliedOn === undefined ? {} : { repliedOn }),
      })),
      ...standing.flatMap(({ slug, recommendations }) =>
        recommendations.map((recommendation) => ({
          kind: "recommendation" as const,
          slug,
          ...recommendation,
        })),
      ),
    ],
    unknowns:
      waiting.length === 0
        ? []
        : [
            {
              code: "reply",
              count: waiting.length,
              names: waiting.map(({ content }) => content.title).slice(0, 50),
            },
          ],
  };
}
