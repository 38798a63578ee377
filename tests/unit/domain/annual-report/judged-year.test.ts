import { describe, expect, it } from "vitest";
import { buildReport, sourcesIn } from "#domain/annual-report/build-report.ts";
import { indicatorFigures } from "#domain/annual-report/indicator-figures.ts";
import type { OpinionOfYear, RegistryYear } from "#domain/annual-report/registry-year.ts";
import { canonicalReport } from "#domain/annual-report/report-content.ts";
import { reportFigure, withOwnKeys } from "#domain/annual-report/report-figure.ts";
import type { SectionCode } from "#domain/annual-report/report-sections.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { type FullCostYear, fullCosts } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { assetLine, ledgerLine } from "../cost/ledger-fixture.ts";
import { countOf, noCameras, oneCamera } from "./registry.ts";

function part(known: RegistryYear, code: SectionCode) {
  const found = buildReport(known).sections.find((section) => section.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}
const kindOf = (known: RegistryYear, code: SectionCode, name: string) =>
  part(known, code).figures.find((one) => one.name === name);
const codes = (known: RegistryYear, code: SectionCode) =>
  part(known, code).unknowns.map((unknown) => unknown.code);

function costOf(...lines: readonly LedgerLine[]): FullCostYear {
  const year = fullCosts(lines, plainestChoices, 1).find((one) => one.year === 2024);
  if (!year) throw new Error("no year");
  return year;
}
const grant = (given: Partial<LedgerLine>) =>
  ledgerLine({ kind: "grant", family: "grant", status: "known", ...given });
const receipt = (funder: string | null, amountCents: number | null) =>
  ledgerLine({
    kind: "receipt",
    family: "grant",
    funder,
    status: amountCents === null ? "not-communicated" : "known",
    amountCents,
  });
const whole = [
  assetLine(),
  ledgerLine({ family: "staff", amountCents: 900_000 }),
  ledgerLine({ family: "maintenance", amountCents: 60_000 }),
];

describe("the costs of a report", () => {
  const paid: RegistryYear = { ...oneCamera, cost: costOf(...whole), hasNextBudget: true };

  it("are the whole, what it is made of, and what it is over cameras", () => {
    expect(kindOf(paid, "costs", "staff")).toMatchObject({
      kind: "known",
      value: 900_000,
      unit: "cents EUR excl. VAT",
      page: "costs?year=2024",
    });
    const full = kindOf(paid, "costs", "full-cost");
    const parts = ["capital", "staff", "running"].map((name) => kindOf(paid, "costs", name)?.value);
    expect(full?.value).toBe(parts.reduce((sum: number, cents) => sum + (cents ?? 0), 0));
    expect(full).not.toHaveProperty("bound");
    expect(kindOf(paid, "costs", "full-cost-per-camera-year")?.unit).toBe(
      "cents EUR excl. VAT per camera-year",
    );
    expect(kindOf(paid, "costs", "full-cost-per-inhabitant")?.kind).not.toBe("known");
    expect(codes(paid, "costs")).not.toContain("next-year-funding");
    expect(codes(paid, "costs")).toContain("funding");
  });

  it("are at least what is said where a line is silent, and name its family", () => {
    const silent = ledgerLine({ family: "telecom", status: "not-communicated" });
    const known = { ...oneCamera, cost: costOf(...whole, silent) };
    expect(kindOf(known, "costs", "full-cost")).toMatchObject({ kind: "known", bound: "lower" });
    expect(part(known, "costs").unknowns).toContainEqual({
      code: "cost-lines",
      count: 1,
      names: ["telecom"],
    });
  });

  it("name each nature that a ledger lacks, and say zero of a part that is none", () => {
    const known = { ...oneCamera, cost: costOf(ledgerLine()) };
    expect(part(known, "costs").unknowns.filter(({ code }) => code === "cost-nature")).toEqual([
      { code: "cost-nature", names: ["capital"] },
      { code: "cost-nature", names: ["staff"] },
    ]);
    expect(kindOf(known, "costs", "capital")?.kind).toBe("zero");
  });

  it("stay silent where every line does", () => {
    const silent = ledgerLine({ family: "telecom", status: "not-communicated" });
    const known = { ...oneCamera, cost: costOf(silent) };
    expect(kindOf(known, "costs", "full-cost")).not.toHaveProperty("value");
  });

  it("say whether the amounts have VAT in them", () => {
    const known = { ...oneCamera, cost: { ...costOf(...whole), vat: "mixed" as const } };
    expect(kindOf(known, "costs", "full-cost")?.unit).toBe("cents EUR mixed VAT");
  });

  it("say who paid, funder by funder: a sum, a zero, at least, or nothing that was told", () => {
    const known = {
      ...oneCamera,
      cost: costOf(
        ...whole,
        receipt("Region", 30_000),
        { ...receipt("Region", 20_000), sourceIds: [12, 2] },
        receipt("State", 10_000),
        receipt("State", null),
        receipt("Metropolis", 0),
        receipt(null, null),
        grant({ funder: "Europe", amountCents: 40_000 }),
      ),
    };
    const funding = part(known, "costs").figures.filter(({ name }) =>
      ["receipt", "grant"].includes(name),
    );
    const said = (about: string | undefined) => funding.find((one) => one.about === about);
    expect(said("Region")).toMatchObject({ kind: "known", value: 50_000, sources: [1, 2, 12] });
    expect(said("State")).toMatchObject({ kind: "known", value: 10_000, bound: "lower" });
    expect(said("Metropolis")?.kind).toBe("zero");
    expect(said(undefined)?.kind).toBe("not-communicated");
    expect(codes(known, "costs")).not.toContain("funding");
  });

  it("of the year before are set beside them, each with its own period", () => {
    const known = { ...oneCamera, costBefore: { ...costOf(...whole), year: 2023 } };
    expect(kindOf(known, "changes", "full-cost")?.page).toBe("costs?year=2023");
  });
});

describe("orders of the year", () => {
  const order = { number: "A2", grantedOn: "2024-06-01", expiresOn: null, perimeter: "Old Town" };

  it("are listed when they are granted, with the place that they cover", () => {
    const known = { ...oneCamera, orders: [order] };
    expect(part(known, "law").entries).toEqual([
      { kind: "order-granted", number: "A2", on: "2024-06-01", perimeter: "Old Town" },
    ]);
    expect(part(known, "law").unknowns).toContainEqual({
      code: "expiry-of-orders",
      count: 1,
      of: 1,
    });
  });

  it("that cover no camera leave cameras without one", () => {
    const authorisations = { ...oneCamera.authorisations, byState: { "none-known": 1 } };
    const known = { ...oneCamera, authorisations };
    expect(part(known, "law").unknowns).toContainEqual({
      code: "orders-of-cameras",
      count: 1,
      of: 1,
    });
  });

  it("are not asked of a city whose law has none", () => {
    const known = { ...noCameras, needsOrders: false };
    expect(codes(known, "law")).not.toContain("orders");
    const figures = part(known, "law").figures.map(({ name }) => name);
    expect(figures).not.toContain("indicator.valid-authorisation-share");
  });
});

describe("judgements of the year", () => {
  const study = {
    title: { fr: "Marché", en: "Market" },
    page: "effects/market",
    verdict: "refused" as const,
    objective: "Fewer thefts",
  };
  const opinion: OpinionOfYear = {
    slug: "market",
    version: 2,
    content: { title: "The market", opinion: "unfavourable", objective: undefined },
    publishedOn: "2024-03-01",
    withdrawnOn: undefined,
    tally: { for: 3, against: 1, abstain: 1, recusal: 0 } as never,
    repliedOn: "2024-04-01",
    reply: { kind: "replied", days: 31 } as never,
    recommendations: [
      { text: "Remove it", owner: "Mayor", dueOn: "2025-01-01", state: "open" as never },
    ],
  };

  it("list the studies with their verdict, and count those that conclude nothing", () => {
    const studies = [study, { ...study, verdict: "fell" as const, objective: undefined }];
    const { entries, unknowns } = part({ ...oneCamera, studies }, "effectiveness");
    expect(entries).toEqual([
      { kind: "study", ...study },
      { kind: "study", title: study.title, page: study.page, verdict: "fell" },
    ]);
    expect(unknowns).toContainEqual({ code: "effect-concluded", count: 1, of: 2 });
    expect(unknowns.map(({ code }) => code)).not.toContain("objective");
  });

  it("want for nothing when every study concludes, but for an objective that nobody fixed", () => {
    const studies = [{ ...study, verdict: "fell" as const, objective: undefined }];
    const unknown = codes({ ...oneCamera, studies }, "effectiveness");
    expect(unknown[0]).toBe("objective");
    expect(unknown).not.toContain("effect-concluded");
  });

  it("list opinions with their votes, and replies with what was recommended", () => {
    const known = { ...oneCamera, opinions: [opinion] };
    expect(part(known, "opinions").entries[0]).toMatchObject({
      kind: "opinion",
      opinion: "unfavourable",
      votes: { for: 3, against: 1, abstain: 1, recusal: 0 },
    });
    expect(part(known, "replies").entries).toMatchObject([
      { kind: "reply", repliedOn: "2024-04-01", days: 31 },
      { kind: "recommendation", slug: "market", owner: "Mayor" },
    ]);
    expect(part(known, "replies").unknowns).toEqual([]);
  });

  it("keep silent of what an evaluation does not say", () => {
    const mute = { ...opinion, content: { title: "The market" } } as OpinionOfYear;
    expect(part({ ...oneCamera, opinions: [mute] }, "opinions").entries[0]).not.toHaveProperty(
      "opinion",
    );
  });
});

describe("what changed in the year", () => {
  const statement = { fr: "Un comité est créé.", en: "A committee is set up." };

  it("lists facts and releases of the year, and the sources that they rest on", () => {
    const known: RegistryYear = {
      ...oneCamera,
      cameras: { inService: 1, undated: 1 },
      institutions: [
        { happenedOn: "2024-02-03", statement, sourceId: 44 },
        { happenedOn: "2021-02-03", statement, sourceId: 45 },
      ],
      releases: [{ number: 7, on: "2024-05-01", note: "First figures" }],
    };
    expect(part(known, "changes").entries).toEqual([
      { kind: "fact", on: "2024-02-03", statement, sources: [44] },
      { kind: "release", number: 7, on: "2024-05-01", note: "First figures" },
    ]);
    expect(part(known, "changes").unknowns).toContainEqual({
      code: "installation-dates",
      count: 1,
      of: 1,
    });
    expect(sourcesIn(buildReport(known))).toContain(44);
    expect(sourcesIn(buildReport(known))).not.toContain(45);
  });

  it("gives districts their cameras over their inhabitants where these are known", () => {
    const districts = oneCamera.districts.map((district) => ({
      ...district,
      population: { year: 2022, inhabitants: 500, sourceId: 4 },
    }));
    expect(kindOf({ ...oneCamera, districts }, "deployment", "cameras-per-1000")).toMatchObject({
      about: "Old Town",
      value: 2,
    });
  });
});

describe("the figures of a report", () => {
  it("say of a share of located events that it is one, where the city's is withheld", () => {
    const requested = countOf({ kind: "withheld", value: undefined, unknownResults: 0 });
    const found = { ...requested, result: "relevant-found" };
    const known = { ...oneCamera, facts: { ...oneCamera.facts, counts: [requested, found] } };
    const located = [
      countOf({ value: 90, unknownResults: 0 }),
      countOf({ value: 30, unknownResults: 0, result: "relevant-found" }),
    ];
    const facts = { ...known.facts, located };
    const { figures } = indicatorFigures({ ...known, facts }, ["relevance-rate"]);
    expect(figures.map(({ name, kind }) => [name, kind])).toEqual([
      ["indicator.relevance-rate", "withheld"],
      ["located.relevance-rate", "known"],
    ]);
  });

  it("are named as unknown where a part exceeds its whole: 20 available of 10 requested", () => {
    const counts = [
      countOf({ value: 10 }),
      countOf({ definition: "available", stage: "available", value: 20 }),
    ];
    const facts = { ...oneCamera.facts, counts };
    expect(indicatorFigures({ ...oneCamera, facts }, ["availability-rate"])).toEqual({
      figures: [],
      unknowns: [{ code: "indicator", names: ["availability-rate"] }],
    });
  });

  it("bear a number where their name is taken", () => {
    const keys = withOwnKeys(["a", "b", "a", "a"].map((key) => ({ key })));
    expect(keys.map(({ key }) => key)).toEqual(["a", "b", "a-2", "a-3"]);
  });

  it("are of indicators that exist", () => {
    expect(() => indicatorFigures(oneCamera, ["happiness"])).toThrow("happiness");
  });

  it("carry the bound and the completeness of their measure", () => {
    const figure = reportFigure(
      {
        kind: "known",
        value: 3,
        estimated: true,
        bound: "lower",
        unit: "request",
        period: { from: "2024-01-01", to: "2024-12-31" },
        sources: [1],
        completeness: { counted: 2, expected: 3, of: "months" },
      },
      { name: "some", about: undefined, page: "outcomes", release: 7 },
    );
    expect(figure).toMatchObject({
      bound: "lower",
      estimated: true,
      completeness: { counted: 2, expected: 3, of: "months" },
    });
  });

  it("are hashed in one spelling, whatever the order of their writing", () => {
    const facts = { ...buildReport(oneCamera), sources: [] } as never;
    const one = canonicalReport({ texts: { a: "x", b: "y" } as never, facts });
    const other = canonicalReport({ facts, texts: { b: "y", a: "x" } as never });
    expect(one).toBe(other);
    expect(JSON.parse(one)).toMatchObject({ texts: { a: "x", b: "y" } });
  });
});
