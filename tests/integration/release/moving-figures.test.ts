import { beforeAll, describe, expect, it } from "vitest";
import { wordDifferences } from "#scripts/command-line/word-release.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { changeRecord } from "#use-cases/record/change-record.ts";
import { compareDraft } from "#use-cases/release/compare-draft.ts";
import { getReleasePage } from "#use-cases/release/get-release-page.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";

const { sql } = testDatabase();
const city = "ville-temoin";

const correct = async (
  kind: "cost-line" | "authorisation",
  cells: Record<string, string>,
): Promise<void> => {
  const report = await changeRecord({
    city,
    kind,
    deed: "correct",
    cells,
    reason: "Read again.",
    source: { title: "Letter of the city", url: null },
    dryRun: false,
    actor: "command-line",
    today: "2026-11-24",
  });
  expect(report.errors).toEqual([]);
  expect(report.outcome).toBe("applied");
};

describe("What a data officer is told before publishing", () => {
  beforeAll(async () => {
    await installFirstCities();
    await prepareRelease(city, "command-line");
    const [line] = await sql()<{ reference: string; amount: number }[]>`
      SELECT l.reference, l.amount_cents::float8 AS amount FROM cost_line l JOIN city c ON c.id = l.city_id
      WHERE c.slug = ${city} AND l.kind = 'operating' AND l.period_from = '2024-01-01' AND l.amount_cents > 0
        AND l.until_release IS NULL ORDER BY l.reference LIMIT 1`;
    const [order] = await sql()<{ number: string }[]>`
      SELECT a.order_number AS number FROM authorisation a JOIN city c ON c.id = a.city_id
      JOIN camera_version v ON v.city_id = c.id AND a.order_number = ANY(v.authorisation_references)
        AND v.status = 'in-service' AND v.until_release IS NULL
      WHERE c.slug = ${city} AND a.until_release IS NULL AND a.expires_on > now() + interval '1 year'
      GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`;
    const amount = String(((line?.amount ?? 0) + 10_000_000) / 100);
    await correct("cost-line", { reference: line?.reference ?? "", amount });
    await correct("authorisation", { order_number: order?.number ?? "", expires_on: "2025-01-31" });
  });

  it("are the spending, the full cost, the cost per camera-year and per inhabitant, the states of orders and the indicators", async () => {
    const compared = await compareDraft(city);
    if (compared.kind !== "compared") throw new Error(compared.kind);
    const { figures } = compared.differences;
    const moved = (id: string, of?: string) =>
      figures.find((figure) => figure.id === id && (of === undefined || figure.of === of));
    const rise = (id: string) => {
      const figure = moved(id, "2024");
      return (figure?.after ?? Number.NaN) - (figure?.before ?? Number.NaN);
    };
    expect(rise("yearly-spend")).toBe(10_000_000);
    expect(rise("full-annual-cost")).toBeCloseTo(10_000_000, 3);
    for (const id of ["spend-per-camera-year", "cost-per-camera-year", "cost-per-inhabitant"])
      expect(rise(id), id).toBeGreaterThan(0);
    const expired = moved("cameras-with-order-expired");
    const valid = moved("cameras-with-order-valid");
    const gone = (valid?.before ?? 0) - (valid?.after ?? 0);
    expect(gone).toBeGreaterThan(0);
    expect((expired?.after ?? 0) - (expired?.before ?? 0)).toBe(gone);
    const share = moved("valid-authorisation-share");
    expect(share?.after).toBeLessThan(share?.before ?? 0);
    // What was not touched does not move, and time that passes moves nothing.
    expect(moved("registered-cameras")).toBeUndefined();
    expect(moved("cost-per-camera-year", "2022")).toBeUndefined();
    expect(moved("requests-per-camera-year")).toBeUndefined();
    const words = wordDifferences(compared).join("\n");
    expect(words).toContain("full cost of the year, investments spread (2024): ");
    expect(words).toContain("Cost of a camera in service for a year (2024): ");
    expect(words).toContain("cameras in service whose order has expired: ");
    expect(words).not.toMatch(/^ {4}(?:cost|cameras|full)-/m);
  });

  it("are kept in the release and told on its page, the same for ever", async () => {
    const compared = await compareDraft(city);
    if (compared.kind !== "compared") throw new Error(compared.kind);
    const published = await publishRelease(city, "Read again", "command-line");
    if (published.kind !== "published") throw new Error(published.kind);
    expect(published.differences.figures).toEqual(compared.differences.figures);
    const [kept] = await sql()<{ figures: unknown }[]>`
      SELECT r.changes->'figures' AS figures FROM release r JOIN city c ON c.id = r.city_id
      WHERE c.slug = ${city} AND r.number = ${published.number}`;
    expect(kept?.figures).toEqual(published.differences.figures);
    expect((await getReleasePage(city, published.number))?.figures).toEqual(
      published.differences.figures,
    );
  });
});
