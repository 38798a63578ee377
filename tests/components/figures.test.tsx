import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Figure } from "#components/figure/figure.tsx";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { FigureValue } from "#components/published-figure/figure-columns.tsx";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import { SourceList, SourceMark } from "#components/source/footnotes.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Measure, measureKinds } from "#domain/measure/measure.ts";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const context = {
  unit: "request" as const,
  period: { from: "2024-01-01", to: "2024-12-31" },
  sources: [],
};

describe("the seven kinds of a measure", () => {
  const measureOf = (kind: Measure["kind"]): Measure =>
    kind === "known" ? { ...context, kind, value: 0, estimated: false } : { ...context, kind };

  it.each(["fr", "en"] as const)(
    "never look alike, and none is written as a bare 0 (%s)",
    (locale) => {
      const texts = measureKinds.map((kind) => {
        const { container } = rendered(
          <MeasureText measure={measureOf(kind)} word={(value) => `counted ${value}`} />,
          locale,
        );
        return container.textContent ?? "";
      });
      expect(new Set(texts).size).toBe(measureKinds.length);
      for (const text of texts) expect(text).not.toBe("");
    },
  );

  it("explain themselves to whoever asks", () => {
    rendered(<MeasureText measure={measureOf("withheld")} word={String} />);
    expect(document.querySelector("[title]")?.getAttribute("title")).toMatch(/\p{L}{5}/u);
  });
});

describe("a figure", () => {
  it("carries its caveat and the number of its source", () => {
    rendered(
      <dl>
        <Figure label="Coût" value="3 418 €" caveat="2024" sourceIds={[7]} order={[4, 7]} />
      </dl>,
    );
    expect(screen.getByRole("definition").textContent).toContain("2024");
    const mark = screen.getByRole("link", { name: "Source 2" });
    expect(mark.getAttribute("href")).toBe("#source-2");
  });

  it("shows no mark for a source that the page does not list", () => {
    rendered(<SourceMark ids={[99]} order={[4, 7]} />);
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("the list of sources", () => {
  const source = {
    id: 1,
    title: "Recueil des actes administratifs",
    publisher: "Préfecture",
    url: "https://example.org/raa",
    licence: null,
    licenceUrl: null,
    attribution: null,
    publishedOn: "2025-06-17",
    retrievedOn: null,
    verification: "read",
  };

  it("numbers them, dates them in words, and says how far each was followed", () => {
    rendered(<SourceList sources={[source]} />);
    const entry = screen.getByRole("listitem");
    expect(entry.id).toBe("source-1");
    expect(entry.textContent).toContain("17 juin 2025");
    expect(entry.textContent).toContain("Document lu.");
  });

  it("says in what language a title is, where it is not the page's", () => {
    const french = { ...source, country: "FR" };
    rendered(<SourceList sources={[french]} />, "en");
    expect(screen.getByText(source.title).getAttribute("lang")).toBe("fr");
    cleanup();
    rendered(<SourceList sources={[french]} />);
    expect(screen.getByText(source.title).getAttribute("lang")).toBeNull();
  });
});

describe("a link", () => {
  it("stays in the reader's language", () => {
    rendered(<Link to="/ville-temoin">Ville</Link>, "en");
    expect(screen.getByRole("link").getAttribute("href")).toBe("/en/ville-temoin");
    cleanup();
    rendered(<Link to="/ville-temoin">Ville</Link>);
    expect(screen.getByRole("link").getAttribute("href")).toBe("/ville-temoin");
  });
});

describe("a table", () => {
  it("has a caption, column headings, and a heading for each row", () => {
    rendered(
      <DataTable
        caption="Années"
        columns={[
          {
            key: "year",
            label: "Année",
            cell: (row: { year: number }) => row.year,
            isHeading: true,
          },
          { key: "double", label: "Double", cell: (row) => row.year * 2, isNumber: true },
        ]}
        rows={[{ year: 2024 }]}
        keyOf={({ year }) => String(year)}
      />,
    );
    expect(screen.getByRole("table", { name: "Années" })).toBeTruthy();
    expect(screen.getAllByRole("columnheader")).toHaveLength(2);
    expect(screen.getByRole("rowheader").textContent).toContain("2024");
  });
});

describe("a published number", () => {
  const figure = {
    value: 230,
    unit: "camera",
    sourceId: 7,
  } as unknown as ShownFigure;
  const worded = (qualifier: string) => {
    const { container } = rendered(<FigureValue figure={{ ...figure, qualifier }} order={[]} />);
    return container.textContent;
  };

  it("is led by what bounds it, and followed by a remark", () => {
    expect(worded("more than")).toBe("plus de 230");
    expect(worded("about")).toBe("environ 230");
    expect(worded("only")).toBe("230seulement");
  });
});
