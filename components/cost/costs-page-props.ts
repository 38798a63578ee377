import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { AllocationKey, ServiceTime } from "#domain/cost/allocation-key.ts";
import type { CostView } from "#domain/cost/cost-view.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { GrantDecision, ProjectFunding } from "#domain/cost/grant-rules.ts";
import type { SetAside } from "#domain/cost/honour-view.ts";
import type { PlannedAndActual } from "#domain/cost/planned-and-actual.ts";
import type { CameraYears } from "#domain/indicator/camera-years.ts";
import type { CostByUse } from "#domain/indicator/cost-by-use.ts";
import type { CostUnderLife } from "#domain/indicator/cost-sensitivity.ts";
import type { HoursWatched } from "#domain/indicator/hours-watched.ts";
import type { MissingNature } from "#domain/indicator/ledger-standing.ts";
import type { MarginalCost } from "#domain/indicator/marginal-cost.ts";
import type { PublishedYearlyCost } from "#domain/indicator/published-yearly-cost.ts";
import type { Measure } from "#domain/measure/measure.ts";
import type { SpentYear } from "./spend-table.tsx";

export type CostOfYear = {
  cost: FullCostYear;
  lacking: readonly MissingNature[];
  cameraYears: CameraYears;
  total: Measure;
  perCameraYear: Measure;
  service: ServiceTime;
  perUnit: Measure;
  perInhabitant: Measure;
  population: { year: number; inhabitants: number; sourceId: number } | undefined;
};

export type ShownContract = {
  reference: string;
  title: string;
  notifiedOn: string;
  amountCents: number | null;
  currency: string;
  holders: readonly string[];
  url: string | null;
  sourceId: number;
  lines: number;
  spentCents: number | null;
};

export type ShownGrant = GrantDecision & {
  funder: string | null;
  label: string;
  operation: string | null;
  since: string;
  currency: string;
  sourceIds: readonly number[];
};

export type ShownPayment = {
  payee: string | null;
  siret: string | null;
  functionCode: string | null;
  cents: number | null;
  lines: number;
  sourceIds: readonly number[];
};

/** What the page on costs is fed with. Named here because components know no use-case. */
export type ShownCosts = {
  city: {
    slug: string;
    name: string;
    currency: string;
    release: number;
    latestRelease: number;
  };
  view: CostView;
  setAside: readonly SetAside[];
  otherCurrencyLines: number;
  index: { name: string; base: string; values: Readonly<Record<number, number>> } | undefined;
  /** Names of the indices by which prices could be made constant. */
  indices: readonly string[];
  years: readonly CostOfYear[];
  shown:
    | {
        year: CostOfYear;
        sensitivity: readonly CostUnderLife[];
        marginal: MarginalCost;
        budget: readonly PlannedAndActual[];
        byUse: CostByUse | undefined;
        service: ServiceTime;
        watched: HoursWatched | undefined;
      }
    | undefined;
  contracts: readonly ShownContract[];
  grantDecisions: readonly ShownGrant[];
  projects: readonly ProjectFunding[];
  keysSaid: readonly { key: AllocationKey; lines: number }[];
  payments: readonly ShownPayment[];
  spending: readonly SpentYear[];
  published: readonly PublishedYearlyCost<ShownFigure>[];
  figures: readonly ShownFigure[];
  sources: readonly PrintedSource[];
};

export type PartOfCosts = {
  page: ShownCosts;
  /** Numbering of the page's sources. */
  order: readonly number[];
};
