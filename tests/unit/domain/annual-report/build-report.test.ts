import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport, sourcesIn } from "#domain/annual-report/build-report.ts";
import type { RegistryYear } from "#domain/annual-report/registry-year.ts";
import { reportFactsSchema } from "#domain/annual-report/report-content.ts";
import { reportSections, type SectionCode } from "#domain/annual-report/report-sections.ts";
import { checklistCodes } from "#domain/evaluation/statutory-checklist.ts";
import { countOf, noCameras, oneCamera } from "./registry.ts";

function part(known: RegistryYear, code: SectionCode) {
  const found = buildReport(known).sections.find((section) => section.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}
const figure = (known: RegistryYear, code: SectionCode, name: string) =>
  part(known, code).figures.find((one) => one.name === name);
const unknowns = (known: RegistryYear, code: SectionCode) =>
  part(known, code).unknowns.map((unknown) => unknown.code);

describe("the parts of a report", () => {
  it("answer every item of the merged checklist, each once", () => {
    const answered = reportSections.flatMap(({ checklist }) => [...checklist]);
    expect([...answered].sort()).toEqual([...checklistCodes].sort());
  });

  it("come in the order of the checklist, whatever is known", () => {
    expect(buildReport(noCameras).sections.map(({ code }) => code)).toEqual(
      reportSections.map(({ code }) => code),
    );
  });
});

describe("a city of which nothing is known", () => {
  it("has a report of what is not known: every part that asks the registry names something", () => {
    const silent = buildReport(noCameras).sections.filter(
      ({ code, unknowns: named }) =>
        named.length === 0 && code !== "replies" && code !== "not-known",
    );
    expect(silent).toEqual([]);
    expect(unknowns(noCameras, "costs")).toContain("ledger");
    expect(unknowns(noCameras, "law")).toContain("orders");
    expect(unknowns(noCameras, "opinions")).toEqual(["opinions"]);
  });

  it("has no number at all: a register without a camera is a silence, not a zero", () => {
    const figures = buildReport(noCameras).sections.flatMap((section) => section.figures);
    expect(figures.filter(({ kind }) => kind === "known" || kind === "zero")).toEqual([]);
    expect(figure(noCameras, "uses", "cameras-in-service")?.kind).toBe("not-communicated");
  });
});

describe("a city of one camera", () => {
  it("pins each figure with unit, period, definition, sources, page and release", () => {
    expect(figure(oneCamera, "requests", "stage.requested")).toEqual({
      key: "stage-requested-streets-2024",
      name: "stage.requested",
      about: "streets",
      kind: "known",
      value: 120,
      estimated: false,
      unit: "request",
      period: { from: "2024-01-01", to: "2024-12-31" },
      definition: "requests for footage received by the control room",
      sources: [3],
      page: "outcomes?year=2024",
      release: 7,
    });
  });

  it("gives a share its interval", () => {
    const rate = figure(oneCamera, "effectiveness", "indicator.relevance-rate");
    expect(rate?.value).toBeCloseTo(1 / 3, 10);
    expect(rate?.interval?.method).toBe("Wilson");
  });

  it("keeps a withheld count withheld, and no other figure tells it", () => {
    const breaches = figure(oneCamera, "breaches", "stage.breaches");
    expect(breaches?.kind).toBe("withheld");
    expect(breaches).not.toHaveProperty("value");
    expect(unknowns(oneCamera, "breaches")).not.toContain("breaches");
  });

  it("tells a zero from a silence", () => {
    expect(figure(oneCamera, "complaints", "stage.complaints")?.kind).toBe("zero");
    expect(unknowns(oneCamera, "complaints")).not.toContain("complaints");
    expect(unknowns(oneCamera, "refusals")).toContain("access-requests");
  });

  it("says what a year before was, with its own period", () => {
    const before = part(oneCamera, "changes").figures.map(({ name, value, period }) => [
      name,
      value,
      period.to,
    ]);
    expect(before).toContainEqual(["stage.requested", 90, "2023-12-31"]);
    expect(before).toContainEqual(["cameras-in-service", 1, "2023-12-31"]);
  });

  it("lists the order that expired in the year, and the camera under it", () => {
    expect(part(oneCamera, "law").entries).toEqual([
      { kind: "order-expired", number: "A1", on: "2024-02-01" },
    ]);
    expect(figure(oneCamera, "law", "cameras-under-expired-order")?.value).toBe(1);
  });

  it("names the district whose population nobody gives", () => {
    expect(part(oneCamera, "deployment").unknowns).toContainEqual({
      code: "inhabitants-of-districts",
      count: 1,
      of: 1,
    });
  });

  it("names the sources that it leans on, each once", () => {
    expect(sourcesIn(buildReport(oneCamera))).toEqual([1, 2, 3, 4]);
  });
});

describe("a year that is not over", () => {
  const running = { ...oneCamera, asOf: "2024-06-30", builtOn: "2024-06-30" };

  it("is told as of its day, without camera-years", () => {
    expect(figure(running, "uses", "cameras-in-service")?.period.to).toBe("2024-06-30");
    expect(figure(running, "uses", "camera-years")).toBeUndefined();
    expect(figure(oneCamera, "uses", "camera-years")?.value).toBe(1);
  });
});

describe("opinions of the year", () => {
  const opinion = {
    slug: "market",
    version: 1,
    content: { title: "The market", opinion: "unfavourable" as const },
    publishedOn: "2024-03-01",
    withdrawnOn: undefined,
    tally: null,
    repliedOn: undefined,
    reply: { kind: "waiting" as const, days: 300 },
    recommendations: [],
  };

  it("that wait for a reply are said by name", () => {
    const known = { ...oneCamera, opinions: [opinion] };
    expect(part(known, "replies").unknowns).toEqual([
      { code: "reply", count: 1, names: ["The market"] },
    ]);
    expect(part(known, "opinions").unknowns).toEqual([]);
  });

  it("that were withdrawn stay listed, and wait for nothing", () => {
    const known = { ...oneCamera, opinions: [{ ...opinion, withdrawnOn: "2024-05-01" }] };
    expect(part(known, "opinions").entries).toHaveLength(1);
    expect(part(known, "replies").entries).toEqual([]);
  });
});

describe("whatever is counted", () => {
  const kinds = ["known", "zero", "withheld", "not-collected", "not-communicated"] as const;
  const anyCount = fc
    .record({
      funnel: fc.constantFrom("footage-review", "rights", "video-fines", "live-monitoring"),
      stage: fc.constantFrom(
        "requested",
        "contributed",
        "received",
        "breaches",
        "issued",
        "detected",
      ),
      scope: fc.constantFrom("streets", "Rue de l’Été !", "*"),
      year: fc.constantFrom(2023, 2024),
      kind: fc.constantFrom(...kinds),
      value: fc.nat(5000),
    })
    .map(({ kind, value, ...count }) =>
      countOf({
        ...count,
        kind,
        value: kind === "known" ? value + 1 : kind === "zero" ? 0 : undefined,
      }),
    );

  it("a report fits its schema, gives no key twice, and makes no number of a silence", () => {
    fc.assert(
      fc.property(fc.array(anyCount, { maxLength: 30 }), (counts) => {
        const known = { ...oneCamera, facts: { ...oneCamera.facts, counts } };
        const built = buildReport(known);
        expect(reportFactsSchema.safeParse({ ...built, sources: [] }).error).toBeUndefined();
        const figures = built.sections.flatMap((section) => section.figures);
        expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
        for (const one of figures) expect(one.value !== undefined).toBe(one.kind === "known");
      }),
      { numRuns: 60 },
    );
  });
});
