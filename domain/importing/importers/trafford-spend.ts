import { type CostLine, costLineSchema } from "#domain/cost/cost-line.ts";
import type {
  ColumnDescription,
  Importer,
  ImportReading,
  RawRow,
  RowReading,
} from "#domain/importing/importer.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { present } from "#domain/presence/present.ts";
import { type SpendColumn, type SpendRule, traffordSpendRules } from "./trafford-spend-rules.ts";

const columns: readonly ColumnDescription[] = [
  {
    name: "OrganisationalUnit",
    required: true,
    type: "string",
    description: { fr: "Centre de coûts", en: "Cost centre" },
  },
  {
    name: "BeneficiaryName",
    required: true,
    type: "string",
    description: { fr: "Fournisseur", en: "Supplier" },
  },
  {
    name: "PaymentDate",
    required: true,
    type: "date",
    description: { fr: "Jour du paiement", en: "Day of payment" },
  },
  {
    name: "TransactionNumber",
    required: true,
    type: "string",
    description: { fr: "Numéro d’écriture", en: "Number of the transaction" },
  },
  {
    name: "Amount",
    required: true,
    type: "money",
    unit: "GBP",
    description: {
      fr: "Montant net ; négatif pour un avoir",
      en: "Net amount; negative for a credit note",
    },
  },
  {
    name: "IrrecoverableVATAmount",
    type: "money",
    unit: "GBP",
    description: { fr: "TVA non récupérable", en: "VAT that cannot be recovered" },
  },
  {
    name: "Purpose",
    required: true,
    type: "string",
    description: { fr: "Objet", en: "Purpose" },
  },
  {
    name: "ProclassLabel",
    type: "string",
    description: { fr: "Nature d’achat (nomenclature)", en: "Kind of purchase (classification)" },
  },
];

/** Every payment of Trafford Council to its suppliers, of which those for its street cameras are kept. */
export const traffordSpendImporter: Importer<"cost-line"> = {
  id: "trafford-spend",
  label: { fr: "Paiements de Trafford aux fournisseurs", en: "Trafford supplier spend" },
  produces: "cost-line",
  accepts: ["table"],
  columns,
  source: {
    title: "Trafford Council supplier spend",
    publisher: "Trafford Council",
    url: "https://github.com/traffordDataLab/council_open_data",
    licence: "OGL v3.0",
    licenceUrl: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    attribution:
      "Trafford Council. Contains public sector information licensed under the Open Government Licence v3.0.",
    verification: "read",
  },
  coverage: "partial",
  begin,
};

const columnOf = {
  label: "Purpose",
  periodFrom: "PaymentDate",
  amountCents: "Amount",
  vatCents: "IrrecoverableVATAmount",
};

function begin(): ImportReading<"cost-line"> {
  const caught = new Map<string, { lines: number; pence: number }>();
  const refer = referrer();
  const count = (rule: SpendRule, pence: number | undefined) => {
    const tally = caught.get(rule.id) ?? { lines: 0, pence: 0 };
    caught.set(rule.id, { lines: tally.lines + 1, pence: tally.pence + (pence ?? 0) });
  };
  return {
    read: (row) => {
      const rule = findRule(row);
      if (!rule) return { kind: "left-out", reason: "not-cctv" };
      const cells = rowCells(row);
      if ("leaveOut" in rule.result) {
        count(rule, cells.cents("Amount", "thousands"));
        return { kind: "left-out", reason: rule.result.leaveOut };
      }
      const reading = readLine(row, cells, rule.id, rule.result.keep, refer);
      if (reading.kind === "records") count(rule, reading.records[0]?.amountCents);
      return reading;
    },
    tallies: () => {
      const tallies: Record<string, number> = {};
      for (const { id } of traffordSpendRules) {
        const tally = caught.get(id);
        if (!tally) continue;
        tallies[`${id}-lines`] = tally.lines;
        tallies[`${id}-pence`] = tally.pence;
      }
      return tallies;
    },
  };
}

function findRule(row: RawRow): SpendRule | undefined {
  const folded = new Map<SpendColumn, string>();
  const read = (column: SpendColumn): string => {
    const known = folded.get(column);
    if (known !== undefined) return known;
    const text = (row.cells[column] ?? "").trim().toLowerCase();
    folded.set(column, text);
    return text;
  };
  return traffordSpendRules.find((rule) =>
    rule.tests.every((test) =>
      test.columns.some((column) => {
        const text = read(column);
        if ("equals" in test) return test.equals.some((wanted) => text === wanted.toLowerCase());
        return test.contains.some((word) => text.includes(word));
      }),
    ),
  );
}

function readLine(
  row: RawRow,
  cells: RowCells,
  rule: string,
  { kind, family }: Pick<CostLine, "kind" | "family">,
  refer: ReturnType<typeof referrer>,
): RowReading<"cost-line"> {
  const transaction = cells.text("TransactionNumber");
  if (transaction === undefined) cells.refuse("TransactionNumber", "missing");
  if (cells.text("PaymentDate") === undefined) cells.refuse("PaymentDate", "missing");
  const paidOn = cells.day("PaymentDate");
  const amountCents = cells.cents("Amount", "thousands");
  const vatCents = cells.cents("IrrecoverableVATAmount", "thousands");
  const label = cells.text("Purpose") ?? cells.text("OrganisationalUnit");
  if (cells.problems.length > 0) return { kind: "rejected", problems: cells.problems };
  const record = {
    reference: refer(present(transaction), amountCents, present(label)),
    label,
    kind,
    family,
    periodFrom: paidOn,
    periodTo: paidOn,
    status: amountCents === undefined ? "not-communicated" : "known",
    basis: "actual",
    amountCents,
    vatCents,
    vatIncluded: false,
    currency: "GBP",
    payee: readPayee(cells.text("BeneficiaryName")),
    rule,
  } satisfies { [Field in keyof CostLine]?: unknown };
  return concludeRow(row, [], costLineSchema, record, columnOf);
}

/**
 * One transaction has several lines, and the file is sorted anew each month: a line is named by what it says
 * ("5100472116:1344:stationery"), never by its place; lines that say the same are numbered ("~2").
 */
function referrer() {
  const met = new Map<string, number>();
  return (transaction: string, amountCents: number | undefined, purpose: string): string => {
    const slug = purpose
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, 120);
    const key = `${transaction}:${amountCents ?? "na"}:${slug}`;
    const times = (met.get(key) ?? 0) + 1;
    met.set(key, times);
    return times === 1 ? key : `${key}~${times}`;
  };
}

/** Words that people do not bear in their names. The ledger cuts names at 35 characters: "… Systems Lt". */
const organisationWord =
  /\b(?:ltd|limited|plc|llp|lp|cic|inc|corp|gmbh|council|authorit?y?|borough|county|department|nhs|police|university|college|school|academy|trust|association|society|federation|union|group|services|systems|company|holdings|partnership|solutions)\b|\s(?:lt|limi|limit|limite|authori|servic|service)$/iu;

/**
 * The supplier, only when its name shows an organisation: suppliers may be individuals, and a person's name does not
 * belong in the registry. What follows "t/a" (trading as) is a shop sign that a person may hang too: it neither counts
 * nor is kept.
 */
function readPayee(name: string | undefined): string | undefined {
  const legal = name?.split(/\s(?:t\/a|trading as)\s/i)[0] ?? "";
  return organisationWord.test(legal) ? legal : undefined;
}
