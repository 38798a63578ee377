import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { CountBand } from "#domain/disclosure/count-band.ts";
import type { SuggestedArea } from "#domain/indicator/comparison-area.ts";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import type { ExpectedCost } from "#domain/indicator/expected-cost.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import type { PublishedCount } from "#domain/indicator/protected-counts.ts";
import type { ProposalField, VoteProposal } from "#domain/indicator/vote-proposal.ts";

type Baseline = {
  indicator: IndicatorDefinition;
  city: IndicatorPoint | undefined;
  district: IndicatorPoint | undefined;
};

/** What the card is fed with. Named here because components know no use-case. */
export type VoteCardProps = {
  page: {
    city: { slug: string; name: string; release: number; latestRelease: number };
    today: string;
    proposal: VoteProposal;
    wrong: readonly ProposalField[];
    open: readonly ProposalField[];
    districts: readonly { code: string; name: string }[];
    place:
      | {
          district: { code: string; name: string; areaM2: number | null } | undefined;
          position: { longitude: number; latitude: number } | undefined;
          camera: { reference: string; label: string | null } | undefined;
        }
      | undefined;
    recorded: {
      total: readonly PublishedCount[];
      categories: readonly { category: string; state: string; value: number | null }[];
      year: number | undefined;
    };
    seenLive: PublishedCount | undefined;
    inhabitants: number | undefined;
    use: readonly Baseline[];
    neighbours: readonly {
      camera: { reference: string; label: string | null };
      metres: number;
      requests: { year: number; band: CountBand } | undefined;
      alerts: { year: number; band: CountBand } | undefined;
      watched: { year: number; hours: number } | undefined;
    }[];
    neighboursWithin: number;
    cost: ExpectedCost | undefined;
    comparison: SuggestedArea | undefined;
    baseline: Baseline | undefined;
    sources: readonly PrintedSource[];
  };
  /** What was typed, as it was: shown again in the form. */
  entered: Readonly<Record<string, string>>;
  addresses: {
    /** Of the form. */
    card: string;
    /** Of this card as a workbook. */
    workbook: string;
    /** Of this card, whole, to be printed on it. */
    whole: string;
    indicator: (id: string) => string;
    camera: (reference: string) => string;
    costs: string;
  };
};
