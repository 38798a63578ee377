import type { ImportContext, Importer, ImportReading } from "#domain/importing/importer.ts";
import { type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { earliestDay, latestDay } from "#domain/period/partial-date.ts";
import { readSignal } from "./new-orleans-signals.ts";

/**
 * Requests for recorded footage to the Real Time Crime Center of New Orleans, with their result. Counted, never kept: no
 * item number, address or time of day leaves this file.
 */
export const newOrleansRequestsImporter: Importer<"outcome-statistic"> = {
  id: "new-orleans-requests",
  label: {
    fr: "Demandes d’images à La Nouvelle-Orléans",
    en: "Footage requests in New Orleans",
  },
  produces: "outcome-statistic",
  accepts: ["table"],
  columns: [
    {
      name: "item_number",
      required: true,
      type: "string",
      description: {
        fr: "Numéro de l’affaire : sert à compter les affaires, n’est pas gardé",
        en: "Number of the case: used to count cases, not kept",
      },
    },
    {
      name: "signal_code",
      required: true,
      type: "string",
      description: { fr: "Code du fait", en: "Code of the event" },
    },
    {
      name: "result",
      aliases: ["Upon Researching the above item :"],
      required: true,
      type: "string",
      description: { fr: "Résultat de la recherche", en: "Result of the search" },
    },
    {
      name: "time_create",
      required: true,
      type: "date",
      description: {
        fr: "Date de l’appel (mois/jour/année)",
        en: "Day of the call (month/day/year)",
      },
    },
    {
      name: "police_district",
      required: true,
      type: "string",
      description: { fr: "District de police, de 1 à 8", en: "Police district, 1 to 8" },
    },
  ],
  source: {
    title: "Real Time Crime Center footage requests, 2022, with calls for service",
    publisher: "New Orleans Police Department",
    url: "https://github.com/ayyubibrahimi/eos",
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "secondary",
  },
  coverage: "complete",
  begin,
};

const definition: OutcomeDefinition = {
  code: "rtcc-footage-requests",
  funnel: "footage-review",
  stage: "requested",
  unit: "request",
  wording:
    "Requests for recorded footage to the Real Time Crime Center that could be matched to a call for service; a case may be asked several times, and each request counts. Dated by the call, not by the request.",
};
const scope = "requests matched to a call for service";

const results: Readonly<Record<string, string>> = {
  "relevant video was found": "relevant-found",
  "no relevant video was found": "nothing-found",
};

type Request = { item: string; month: string; district: string; group: string; result: string };

function begin(_context: ImportContext): ImportReading<"outcome-statistic"> {
  const counts = new Map<string, number>();
  const cases = new Set<string>();
  const tallies = { requests: 0, cases: 0, "requests-without-a-known-district": 0 };
  const count = (...key: readonly string[]) => {
    const joined = key.join("\u001f");
    counts.set(joined, (counts.get(joined) ?? 0) + 1);
  };
  return {
    read: (row) => {
      const cells = rowCells(row);
      const request = readRequest(cells);
      if (!request) return { kind: "rejected", problems: cells.problems };
      const { month, district, group, result } = request;
      cases.add(request.item);
      tallies.requests += 1;
      count("", month, "", result);
      if (/^[1-8]$/.test(district)) count(district, month, group, result);
      else tallies["requests-without-a-known-district"] += 1;
      return { kind: "records", records: [] };
    },
    finish: () => [
      {
        kind: "records",
        records: [...counts].sort(byKey).map(([key, value]) => toRecord(key, value)),
      },
    ],
    tallies: () => ({ ...tallies, cases: cases.size }),
  };
}

function readRequest(cells: RowCells): Request | undefined {
  const said = cells.text("result");
  const result = results[said?.toLowerCase() ?? ""];
  if (result === undefined) cells.refuse("result", said ? "not-in-the-list" : "missing");
  const day = cells.day("time_create", "month-first");
  if (day === undefined && cells.problems.length === 0) cells.refuse("time_create", "missing");
  if (cells.problems.length > 0 || result === undefined || day === undefined) return undefined;
  return {
    item: cells.text("item_number") ?? "",
    month: day.slice(0, 7),
    district: cells.text("police_district") ?? "",
    group: readSignal(cells.text("signal_code")),
    result,
  };
}

function byKey([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : Number(a > b);
}

function toRecord(key: string, value: number): OutcomeStatistic {
  const [district = "", month = "", category = "", result = ""] = key.split("\u001f");
  return {
    definition,
    scope,
    ...(district === ""
      ? { areaKind: "city" as const }
      : { areaKind: "district" as const, areaCode: district }),
    periodFrom: earliestDay(month),
    periodTo: latestDay(month),
    ...(category === "" ? {} : { category }),
    result,
    state: "known",
    value,
  };
}
