import type { AllocationKey } from "./allocation-key.ts";
import type { CostLine } from "./cost-line.ts";

/**
 * A line of the ledger as it was recorded, for a spreadsheet or a list. Amounts in integer cents; null where the line
 * does not say.
 */
export type LedgerEntry = {
  reference: string;
  label: string;
  kind: CostLine["kind"];
  family: CostLine["family"];
  account: string | null;
  periodFrom: string;
  periodTo: string;
  status: CostLine["status"];
  basis: CostLine["basis"];
  amountCents: number | null;
  vatCents: number | null;
  vatIncluded: boolean;
  currency: string;
  targetKind: CostLine["targetKind"];
  commissionedOn: string | null;
  usefulLifeYears: number | null;
  payee: string | null;
  contractReference: string | null;
  funder: string | null;
  functionCode: string | null;
  payeeSiret: string | null;
  allocationKey: AllocationKey | null;
  operation: string | null;
  grantScheme: string | null;
  grantNotifiedCents: number | null;
  grantEligibleCents: number | null;
  grantCameras: number | null;
  document: string | null;
  sourceId: number;
};
