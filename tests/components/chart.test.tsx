import { cleanup, render, screen, within } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { ChartFrame } from "#components/chart/chart-frame.tsx";
import type { ChartSpec } from "#formats/chart/chart-spec.ts";
import { manyLines, rangeDots, stackedYears } from "#tests/unit/formats/chart/example-specs.ts";

afterEach(cleanup);

const frame = (spec: ChartSpec, showsTable?: boolean) => (
  <ChartFrame
    spec={spec}
    title="Le personnel porte la hausse"
    subtitle="Milliers d’euros · 2016–2025"
    notes="L’énergie de 2021 manque."
    source="Comptes administratifs · version 12 · complétude 8/9"
    links={[
      { label: "Définition", href: "/definition" },
      { label: "CSV", href: "/chart.csv", isDownload: true },
    ]}
    tableWords={{
      item: "Année",
      series: "Poste",
      value: "Valeur",
      low: "Borne basse",
      high: "Borne haute",
      words: "En mots",
    }}
    labels={{ table: "Tableau", live: "Valeurs, flèches gauche et droite" }}
    showsTable={showsTable}
  />
);

describe("a chart on a page", () => {
  it("is drawn, named and sourced before any script runs", () => {
    const html = renderToStaticMarkup(frame(stackedYears));
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
    expect(html).toContain("non communiqué");
    expect(html).toContain("complétude 8/9");
    expect(html).not.toContain("recharts");
    expect(html).not.toContain(" style=");
  });

  it("is a figure under its finding, with its unit, limits and files", () => {
    render(frame(stackedYears));
    const figure = screen.getByRole("figure", { name: "Le personnel porte la hausse" });
    expect(figure.textContent).toContain("Milliers d’euros · 2016–2025");
    expect(figure.textContent).toContain("L’énergie de 2021 manque.");
    const csv = within(figure).getByRole("link", { name: "CSV" });
    expect(csv.hasAttribute("download")).toBe(true);
  });

  it("has a table that says the same: a row per year, a column per part", () => {
    render(frame(stackedYears, true));
    const table = screen.getByRole("table", { name: "Le personnel porte la hausse" });
    expect(within(table).getAllByRole("rowheader")).toHaveLength(stackedYears.years.length);
    expect(within(table).getAllByRole("columnheader")).toHaveLength(1 + stackedYears.parts.length);
    expect(table.textContent).toContain("non communiqué");
  });

  it("has a legend with the texture of each part, and none where the drawing has the names", () => {
    render(frame(stackedYears));
    for (const { label } of stackedYears.parts) {
      const entry = screen.getAllByRole("listitem").find((item) => item.textContent === label);
      expect(entry?.querySelector("svg[aria-hidden]")).toBeTruthy();
    }
    cleanup();
    for (const spec of [rangeDots, manyLines]) {
      render(frame(spec));
      expect(screen.queryByRole("list")).toBeNull();
      cleanup();
    }
  });

  it("uses each identifier once", () => {
    const { container } = render(frame(stackedYears));
    const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
