import type { ContractRecord } from "#domain/contract/contract-record.ts";
import { cityYears } from "./outcome-rows.ts";

/** One contract a year for the cameras of that year; its ceiling is what may be ordered, not what was bought. */
export function contractsOf(): ContractRecord[] {
  return cityYears.map((year) => ({
    reference: `M-${year}-07`,
    title: `Fourniture et pose de caméras de vidéoprotection, tranche ${year} (marché fictif)`,
    nature: "Accord-cadre",
    procedure: "Procédure adaptée",
    cpv: "32323500",
    notifiedOn: `${year}-02-15`,
    durationMonths: 12,
    amountCents: 60_000_000,
    currency: "EUR",
    holders: ["Atelier Longue-Vue (société fictive)"],
  }));
}
