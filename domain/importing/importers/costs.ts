import {
  costBases,
  costFamilies,
  costKinds,
  costLineSchema,
  costStatuses,
  costTargets,
} from "#domain/cost/cost-line.ts";
import { costColumns } from "#domain/importing/cost-columns.ts";
import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { ImportContext, Importer, ImportReading } from "#domain/importing/importer.ts";
import { foldHeader } from "#domain/importing/match-columns.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { fiscalYearPeriod, fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { earliestDay, latestDay } from "#domain/period/partial-date.ts";

/** The ledger in the registry's published schema: one line per payment, budget line or grant. */
export const costsImporter: Importer<"cost-line"> = {
  id: "costs",
  label: { fr: "Comptes : dépenses et recettes", en: "Accounts: spending and income" },
  produces: "cost-line",
  accepts: ["table"],
  columns: costColumns,
  source: {
    title: "Comptes de la vidéosurveillance",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "partial",
  begin,
};

/** Words of French ledgers for the closed lists. */
const words: Readonly<Record<string, string>> = {
  investissement: "capital",
  fonctionnement: "operating",
  subvention: "grant",
  recette: "receipt",
  connu: "known",
  estime: "estimated",
  nonventile: "not-broken-down",
  noncommunique: "not-communicated",
  zerodeclare: "declared-zero",
  realise: "actual",
  engage: "committed",
  prevu: "planned",
  etudes: "studies",
  geniecivil: "civil-works",
  cameraetpose: "camera-and-installation",
  reseau: "network",
  energie: "energy",
  stockage: "storage-and-software",
  logiciels: "storage-and-software",
  csu: "control-room",
  personnel: "staff",
  formation: "training",
  assurance: "insurance",
  telecom: "telecom",
  renouvellement: "renewal",
  panneaux: "signs",
  audit: "audit-and-evaluation",
  depose: "removal",
  prestations: "services",
  autre: "other",
  vandalisme: "vandalism",
  maintenance: "maintenance",
  camera: "camera",
  quartier: "district",
  systeme: "system",
};

function begin(context: ImportContext): ImportReading<"cost-line"> {
  return {
    read: (row) => {
      const cells = rowCells(row);
      const amountCents = cells.cents("amount");
      const status =
        choose(cells, "status", costStatuses) ?? (amountCents === undefined ? undefined : "known");
      if (status === undefined && cells.problems.length === 0)
        cells.refuse("amount", "amount-or-status", costStatuses.slice(2).join(", "));
      const references = cells.list("target_references");
      return concludeRow(
        row,
        cells.problems,
        costLineSchema,
        {
          reference: cells.text("reference"),
          label: cells.text("label"),
          kind: choose(cells, "kind", costKinds),
          family: choose(cells, "family", costFamilies) ?? "other",
          account: cells.text("account"),
          ...readPeriod(cells, context.city.country),
          status,
          basis: choose(cells, "basis", costBases),
          amountCents,
          vatCents: cells.cents("vat"),
          vatIncluded: cells.boolean("vat_included"),
          currency: cells.text("currency") ?? context.city.currency,
          targetKind:
            choose(cells, "target_kind", costTargets) ?? (references ? "camera" : "system"),
          targetReferences: references,
          commissionedOn: cells.date("commissioned_on"),
          usefulLifeYears: cells.integer("useful_life_years"),
          payee: cells.text("payee"),
          contractReference: cells.text("contract_reference"),
          funder: cells.text("funder"),
          document: cells.text("document"),
        },
        columnOf,
      );
    },
  };
}

const columnOf = { ...fieldColumns(costColumns), amountCents: "amount", vatCents: "vat" };

function choose<Value extends string>(
  cells: RowCells,
  column: string,
  values: readonly Value[],
): Value | undefined {
  const said = cells.text(column);
  const word = said === undefined ? undefined : words[foldHeader(said)];
  const known = values.find((value) => value === word);
  return known ?? cells.choice(column, values);
}

/** "2024" is the accounting year of the country; otherwise a first and a last day, or one date for both. */
function readPeriod(cells: RowCells, country: string) {
  const year = cells.integer("year");
  const from = cells.date("period_from");
  const to = cells.date("period_to");
  if (from === undefined && year !== undefined) {
    const { from: first, to: last } = fiscalYearPeriod(year, fiscalYearStartMonth(country));
    return { periodFrom: first, periodTo: last };
  }
  return {
    periodFrom: from && earliestDay(from),
    periodTo: (to ?? from) && latestDay(to ?? from ?? ""),
  };
}
