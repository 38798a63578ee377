import type { ShownAnnotation } from "#components/annotation/annotation-props.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { FieldProvenance } from "#domain/camera/resolve-evidence.ts";
import type { AuthorisationState } from "#domain/compliance/authorisation-state.ts";
import type { PublicCamera } from "#domain/dataset/public-camera.ts";
import type { CameraFullCost } from "#domain/indicator/camera-full-cost.ts";
import type { RunningCosts } from "#domain/indicator/camera-running-cost.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { HoursWatched } from "#domain/indicator/hours-watched.ts";
import type { MissingNature } from "#domain/indicator/ledger-standing.ts";

export type ShownAuthorisation = {
  orderNumber: string;
  kind: string;
  perimeterName: string | null;
  grantedOn: string;
  expiresOn: string | null;
  gazette: string | null;
  gazetteUrl: string | null;
  retentionDays: number | null;
  sourceId: number;
};

export type ShownCostLine = {
  reference: string;
  label: string;
  kind: string;
  status: string;
  periodFrom: string;
  periodTo: string;
  amountCents: number | null;
  vatIncluded: boolean;
  currency: string;
  cameras: number;
  sourceId: number;
};

/** What the sheet is fed with. Matches what the use-case gives; named here because components know no use-case. */
export type CameraSheetProps = {
  page: {
    city: {
      slug: string;
      name: string;
      currency: string;
      timezone: string;
      fictional: boolean;
      release: number;
      latestRelease: number;
    };
    camera: PublicCamera;
    district: { code: string; name: string } | undefined;
    /** Outlines of the city's districts, to place the camera without any map tile. */
    outlines: readonly { code: string; name: string; geometry: unknown }[];
    provenance: ReadonlyMap<string, FieldProvenance>;
    authorisations: readonly ShownAuthorisation[];
    authorisationState: AuthorisationState;
    isWithoutValidAuthorisation: boolean;
    excessiveRetention: number | null;
    today: string;
    costs: {
      own: readonly ShownCostLine[];
      common: RunningCosts | undefined;
      yearlyCents: number | undefined;
      full: (CameraFullCost & { lacking: readonly MissingNature[] }) | undefined;
    };
    outcomes: {
      band: string | undefined;
      bandYear: number | undefined;
      withheldYear: number | undefined;
      ofDistrict: FootageReview | undefined;
      ofCity: FootageReview | undefined;
    };
    watching: {
      /** Of the latest year in which anything is said of this camera; no hours where it is a silence. */
      own:
        | {
            year: number;
            hours: number | undefined;
            wording: string;
            scope: string;
            sourceIds: readonly number[];
          }
        | undefined;
      ofCity: HoursWatched | undefined;
      /** Cameras in service in that year. */
      served: number;
    };
    events: readonly {
      id: string;
      kind: string;
      happenedOn: string | null;
      detail: Record<string, unknown> | null;
      sourceId: number;
      release: number;
    }[];
    changes: readonly { release: number; publishedAt: Date; fields: readonly string[] }[];
    sources: ReadonlyMap<number, PrintedSource>;
  };
  annotations: readonly ShownAnnotation[];
  addresses: {
    district: (code: string) => string;
    /** Of this sheet, and of the city's costs. */
    own: string;
    costs: string;
    /** The release asked for, as the address says it; empty for the latest. */
    release: string;
    /** The map with this camera chosen. */
    map: string;
  };
};
