import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ProtectedAreasTable } from "#components/outcome/protected-areas-table.tsx";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const areas = {
  districts: [
    { code: "1", name: "First District" },
    { code: "2", name: "Second District" },
  ],
  rows: [
    { category: "drugs", cells: [{ state: "withheld" }, { state: "not-available" }] },
    { category: "chats perdus", cells: [{ state: "published", count: 1204 }, { state: "zero" }] },
  ],
  cells: 3,
  withheld: 1,
} as const;

describe("requests by category and district", () => {
  it("show a number, a secret, a zero and an absence each in its own words", () => {
    rendered(<ProtectedAreasTable areas={areas} slug="new-orleans" />);
    const drugs = screen.getByRole("row", { name: /Stupéfiants/ });
    expect(drugs.textContent).toContain("secret");
    expect(drugs.textContent).toContain("aucune ligne");
    const others = screen.getByRole("row", { name: /Chats perdus/ });
    expect(others.textContent).toMatch(/1\s204/);
    expect(others.querySelector("[class*=zero]")?.textContent).toBe("0");
  });

  it("say how many are kept back, and where the whole can be had", () => {
    rendered(<ProtectedAreasTable areas={areas} slug="new-orleans" />, "en");
    expect(screen.getByText(/3 counts exist, one of them is withheld/)).toBeDefined();
    const link = screen.getByRole("link", { name: "The data" });
    expect(link.getAttribute("href")).toBe("/en/new-orleans/data");
  });
});
