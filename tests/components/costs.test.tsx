import { cleanup, screen, within } from "@testing-library/react";
import { createTranslator } from "use-intl/core";
import { afterEach, describe, expect, it } from "vitest";
import type { Words } from "#components/chart/offered-chart.ts";
import { costCharts } from "#components/cost/cost-charts.ts";
import type { ShownCosts } from "#components/cost/costs-page-props.ts";
import { CostsSheet } from "#components/cost/costs-sheet.tsx";
import { costsWorkbook } from "#components/cost/costs-workbook.ts";
import { bookValue } from "#domain/cost/book-value.ts";
import { type CostView, plainestView } from "#domain/cost/cost-view.ts";
import { fullCosts } from "#domain/cost/full-cost.ts";
import { judgeProject } from "#domain/cost/grant-rules.ts";
import { honourView } from "#domain/cost/honour-view.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { plannedAndActual } from "#domain/cost/planned-and-actual.ts";
import { costByUse, type UseOfLedger } from "#domain/indicator/cost-by-use.ts";
import { costSensitivity } from "#domain/indicator/cost-sensitivity.ts";
import {
  fullCostByUnitOfKey,
  fullCostFigure,
  fullCostPerCameraYear,
  fullCostPerInhabitant,
} from "#domain/indicator/full-cost-figures.ts";
import { lackingForFullCost } from "#domain/indicator/ledger-standing.ts";
import { marginalCost } from "#domain/indicator/marginal-cost.ts";
import { publishedYearlyCosts } from "#domain/indicator/published-yearly-cost.ts";
import french from "#messages/fr.json" with { type: "json" };
import { assetLine, ledgerLine } from "../unit/domain/cost/ledger-fixture.ts";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const city = { slug: "paris", name: "Paris", currency: "EUR", release: 3, latestRelease: 3 };
const cameraYears = { value: 10, dated: 10, undated: 1 };
const service = { cameraYears: 10, cameras: 11, hours: null };
const uses: UseOfLedger[] = [
  { use: "public-space", lines: [], time: { cameraYears: 7, cameras: 8, hours: null } },
  { use: "traffic", lines: [], time: { cameraYears: 2, cameras: 2, hours: null } },
  { use: "both", lines: [], time: { cameraYears: 1, cameras: 1, hours: null } },
];
const population = { year: 2023, inhabitants: 1_000, sourceId: 1 };
const source = {
  id: 1,
  title: "=Comptes",
  publisher: null,
  url: null,
  licence: null,
  licenceUrl: null,
  attribution: null,
  publishedOn: "2025-01-02",
  retrievedOn: null,
  verification: "read",
};

function pageOf(lines: readonly LedgerLine[], asked: Partial<CostView> = {}): ShownCosts {
  const { view, choices, setAside } = honourView(
    lines,
    { ...plainestView, ...asked },
    undefined,
    1,
  );
  const years = fullCosts(lines, choices, 1).map((cost) => ({
    cost,
    lacking: lackingForFullCost(cost),
    cameraYears,
    population,
    total: fullCostFigure(cost, choices.grants),
    perCameraYear: fullCostPerCameraYear(cost, choices.grants, cameraYears),
    service,
    perUnit: fullCostByUnitOfKey(cost, choices.grants, view.key, service),
    perInhabitant: fullCostPerInhabitant(cost, choices.grants, population),
  }));
  const year = years.find(({ cost }) => cost.year === view.year);
  return {
    city,
    view,
    setAside,
    otherCurrencyLines: 0,
    index: undefined,
    indices: [],
    grantDecisions: [],
    projects: [],
    keysSaid: [],
    payments: [],
    years,
    shown: year && {
      year,
      sensitivity: costSensitivity(lines, choices, {
        year: year.cost.year,
        rate: 0.03,
        startMonth: 1,
      }),
      marginal: marginalCost(year.cost, bookValue(lines, choices, 1, year.cost.year)),
      budget: plannedAndActual(lines, year.cost.year, 1),
      byUse: costByUse(year.cost, uses, choices, { key: view.key, startMonth: 1 }),
      service,
      watched: undefined,
    },
    contracts: [],
    spending: [],
    published: [],
    figures: [],
    sources: [source],
  };
}

const staff = ledgerLine({ family: "staff", amountCents: 5_000_000 });
const ledger = [
  assetLine(),
  staff,
  ledgerLine({ amountCents: 1_000_000 }),
  ledgerLine({ family: "insurance", status: "not-communicated" }),
  ledgerLine({ kind: "grant", family: "grant", funder: "État", amountCents: 366_000 }),
];

describe("the page on costs", () => {
  it("says the finding in words, as a minimum while an amount is missing", () => {
    rendered(<CostsSheet page={pageOf(ledger)} release="" />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(
      /^Les caméras ont coûté au moins 63.660.€ en 2024$/u,
    );
    expect(screen.getByText(/Une ligne sur 4 n’a pas de montant/)).toBeTruthy();
  });

  it("shows a silent family by its silence, never as 0 €", () => {
    rendered(<CostsSheet page={pageOf(ledger)} release="" />);
    const row = screen.getByRole("row", { name: /^Assurance/ });
    expect(row.textContent).toContain("non communiqué");
    expect(row.textContent).not.toMatch(/\b0.€/u);
  });

  it.each([[ledger], [[ledgerLine({ amountCents: 1_000_000 })]]])(
    "names its parts, each at an address of the page",
    (lines) => {
      const { container } = rendered(<CostsSheet page={pageOf(lines)} release="" />);
      const links = [...container.querySelectorAll("nav details a")];
      expect(links.length).toBeGreaterThan(2);
      const headings = links.map((link) => {
        const heading = container.querySelector(`h2${link.getAttribute("href")}`);
        return heading?.textContent;
      });
      expect(headings).toEqual(links.map((link) => link.textContent));
    },
  );

  it("does not call a full cost what has no line of staff or of investment", () => {
    rendered(<CostsSheet page={pageOf([ledgerLine({ amountCents: 1_000_000 })])} release="" />);
    expect(screen.queryByText(/Coût complet par/)).toBeNull();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^10.000.€ dépensés/u);
    expect(screen.getByText(/Ce n’est pas un coût complet/).textContent).toContain(
      "l’investissement, le personnel",
    );
  });

  it("shares by hours where they are counted, and says that nobody does where they are not", () => {
    rendered(<CostsSheet page={pageOf(ledger)} release="" />);
    const byHours = () =>
      screen.getByRole("row", { name: /^par heures?|heures/ }).textContent ?? "";
    expect(byHours()).toContain("ne sont pas recueillies");
    cleanup();
    const page = pageOf(ledger);
    const service = { cameraYears: 10, cameras: 11, hours: 10_000 };
    const shown = page.shown && { ...page.shown, service };
    rendered(<CostsSheet page={{ ...page, shown }} release="" />);
    const joint = page.shown?.year.cost.jointCents ?? 0;
    // A hundred hours of 10,000 are a hundredth of the joint cost.
    const euros = new Intl.NumberFormat("fr-FR").format(Math.round(joint / 100 / 100));
    const said = byHours().replace(/\s/gu, " ");
    expect(said).toContain(`${euros.replace(/\s/gu, " ")} € pour 100 heures regardées`);
    expect(said).toContain("sur 10 000 dans l’année");
  });

  it("says of how many cameras the hours are known, and between what and what their shares go", () => {
    const page = pageOf(ledger);
    const series = {
      definition: "heures",
      wording: "Heures à l’écran",
      scope: "streets and municipal sites",
      year: 2024,
      sourceIds: [1],
    };
    const ofCameras = { ...series, hours: 9_000, counted: 8, least: 0, most: 5_000 };
    const shownWith = (hours: number | null) =>
      page.shown && {
        ...page.shown,
        service: { cameraYears: 10, cameras: 11, hours },
        watched: { ...series, hours, from: "city" as const, ofCameras },
      };
    const note = () =>
      (screen.getByText(/Heures à l’écran/).textContent ?? "").replace(/\s/gu, " ");
    rendered(<CostsSheet page={{ ...page, shown: shownWith(10_000) }} release="" />);
    const half = Math.round((page.shown?.year.cost.jointCents ?? 0) / 2 / 100);
    const euros = new Intl.NumberFormat("fr-FR").format(half).replace(/\s/gu, " ");
    expect(note()).toContain("périmètre : rues et sites municipaux");
    expect(note()).toContain("caméra par caméra pour 8 caméras ; 11 caméras ont servi");
    expect(note()).toContain(`de 0 € (0 h) à ${euros} € (5 000 h)`);
    cleanup();
    rendered(<CostsSheet page={{ ...page, shown: shownWith(null) }} release="" />);
    expect(note()).toContain("La ville ne donne pas de total");
    expect(note()).not.toContain("Les parts vont");
    expect(screen.getAllByText(/seules les heures de certaines caméras/).length).toBe(2);
  });

  it("keeps the reader's choices in plain form fields and in every address", () => {
    rendered(<CostsSheet page={pageOf(ledger, { life: 7, grants: "net" })} release="2" />);
    const life = screen.getByRole("combobox", { name: "Durée d’amortissement" });
    expect((life as HTMLSelectElement).value).toBe("7");
    const form = life.closest("form");
    expect(form?.method).toBe("get");
    expect(form?.querySelector<HTMLInputElement>('[name="release"]')?.value).toBe("2");
    const csv = screen.getAllByRole("link", { name: "CSV" })[0];
    expect(csv?.getAttribute("href")).toBe(
      "/paris/costs/full-cost.csv?year=2024&life=7&grants=net&release=2",
    );
    expect(screen.getByRole("link", { name: /XLSX/ }).getAttribute("href")).toBe(
      "/paris/costs.xlsx?year=2024&life=7&grants=net&release=2",
    );
  });

  it("tells the figures by the key chosen, in the table, the charts and their files", () => {
    rendered(<CostsSheet page={pageOf(ledger, { key: "equal" })} release="" />);
    const staffRow = () => screen.getByRole("row", { name: /^Personnel/ }).textContent ?? "";
    // 50,000 € of staff among 11 cameras, and not over 10 camera-years.
    expect(staffRow().replace(/\s/gu, " ")).toContain("4 545,45 €");
    expect(screen.getByText("Par caméra ayant servi", { selector: "dt, dt *" })).toBeTruthy();
    expect(screen.getByRole("link", { name: /XLSX/ }).getAttribute("href")).toContain("key=equal");
    const files = screen.getAllByRole("link", { name: "CSV" }).map((a) => a.getAttribute("href"));
    expect(files.every((href) => href?.includes("key=equal"))).toBe(true);
    cleanup();
    rendered(<CostsSheet page={pageOf(ledger)} release="" />);
    expect(staffRow().replace(/\s/gu, " ")).toContain("5 000,00 €");
  });

  it("splits the cost by declared use, between bounds where a camera serves both", () => {
    rendered(<CostsSheet page={pageOf(ledger)} release="" />);
    const uses = screen.getByRole("region", { name: "À quoi servent les caméras payées" });
    // 2 and 1 of 10 camera-years of 63,660 €.
    expect((uses.textContent ?? "").replace(/\s/gu, " ")).toContain(
      "La circulation coûte entre 12 732 € et 19 098 €.",
    );
  });

  it("says of a grant what its scheme allows, and of a project what the law leaves", () => {
    const grant = {
      funder: "État",
      label: "Caméra",
      operation: "Place",
      since: "2024-01-01",
      currency: "EUR",
      sourceIds: [1],
      scheme: "FIPD",
      notifiedCents: 800_000,
      paidCents: null,
      eligibleCents: 3_660_000,
      cameras: 1,
    };
    const page = {
      ...pageOf(ledger),
      grantDecisions: [grant, { ...grant, label: "B", scheme: "DETR", notifiedCents: null }],
      projects: [
        judgeProject("Place", [grant, { ...grant, notifiedCents: 2_200_000 }], 3_660_000),
      ].filter((project) => project !== undefined),
    };
    rendered(<CostsSheet page={page} release="" />);
    const text = (screen.getByRole("region", { name: "Du brut au net" }).textContent ?? "").replace(
      /\s/gu,
      " ",
    );
    expect(text).toContain("au-dessus de la limite : 7 500 € au plus");
    expect(text).toContain("aucune règle connue de ce dispositif");
    expect(text).toContain("soit 82 %, au-dessus des 80 % que laisse la loi (CGCT L1111-10, III)");
    expect(text).toContain("50 % au plus de l’assiette, plafonnée à 15 000 € par caméra");
  });

  it("names a choice that this ledger cannot honour, and sets it aside", () => {
    rendered(
      <CostsSheet page={pageOf(ledger, { vat: "included", prices: "constant" })} release="" />,
    );
    expect(screen.getByText(/4 lignes ne disent pas leur TVA/)).toBeTruthy();
    expect(screen.getByText(/Aucun indice des prix n’a été importé/)).toBeTruthy();
  });

  it("says of a city without accounts what is missing, and shows no figure", () => {
    rendered(<CostsSheet page={pageOf([])} release="" />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Aucun compte");
    expect(screen.queryByRole("figure")).toBeNull();
    const missing = screen.getByRole("region", { name: "Ce qui manque pour un coût complet" });
    expect(within(missing).getAllByRole("listitem").length).toBeGreaterThan(10);
  });

  it("says in English what it says in French", () => {
    rendered(<CostsSheet page={pageOf(ledger)} release="" />, "en");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "The cameras cost at least €63,660 in 2024",
    );
  });
});

const wordsOf = (namespace: string): Words =>
  createTranslator({
    locale: "fr",
    messages: french as never,
    namespace: namespace as never,
  }) as Words;
const words = {
  locale: "fr",
  costs: wordsOf("costs"),
  charts: wordsOf("charts"),
  spend: wordsOf("home.spend"),
  book: wordsOf("costsWorkbook"),
  source: wordsOf("source"),
  published: {
    measures: wordsOf("publishedFigures.measures"),
    scopes: wordsOf("publishedFigures.scopes"),
    definitions: wordsOf("publishedFigures.definitions"),
    qualifiers: wordsOf("publishedFigures.qualifiers"),
  },
};

describe("the charts of the costs", () => {
  it("hang deducted grants below the axis, and draw a year without an amount as incomplete", () => {
    const [chart] = costCharts(pageOf(ledger, { grants: "net" }), words);
    if (chart?.spec.form !== "stacked-years") throw new Error("no chart");
    expect(chart.spec.years[0]?.amounts).toMatchObject([
      { value: 50_000 },
      { value: 10_000 },
      { value: 3_660 },
      { value: -366 },
      { silence: "incomplet" },
    ]);
  });

  it("draw a nature of which no line has an amount as a silence, never as 0", () => {
    const silentStaff = ledgerLine({ family: "staff", status: "not-broken-down" });
    const page = pageOf([assetLine(), silentStaff, ledgerLine({ amountCents: 100 })]);
    const [chart] = costCharts(page, words);
    if (chart?.spec.form !== "stacked-years") throw new Error("no chart");
    expect(chart.spec.years[0]?.amounts[0]).toEqual({ silence: "incomplet" });
    const sheets = costsWorkbook({ page, ledger: [], isCut: false, address: "", date: "" }, words);
    expect(sheets.find(({ name }) => name === "Années")?.rows[1]?.[1]).toBe("incomplet");
  });

  it("are none where there is no ledger", () => {
    expect(costCharts(pageOf([]), words)).toEqual([]);
  });
});

describe("the workbook of the costs", () => {
  const entry = {
    reference: "L1",
    label: "=cmd()",
    kind: "operating" as const,
    family: "energy" as const,
    account: null,
    periodFrom: "2024-01-01",
    periodTo: "2024-12-31",
    status: "not-communicated" as const,
    basis: "actual" as const,
    amountCents: null,
    vatCents: null,
    vatIncluded: false,
    currency: "EUR",
    targetKind: "system" as const,
    commissionedOn: null,
    usefulLifeYears: null,
    payee: null,
    contractReference: null,
    funder: null,
    functionCode: "112",
    payeeSiret: null,
    allocationKey: "equal" as const,
    operation: null,
    grantScheme: null,
    grantNotifiedCents: null,
    grantEligibleCents: null,
    grantCameras: null,
    document: null,
    sourceId: 1,
  };
  const book = (page: ShownCosts, ledgerLines = [entry]) =>
    costsWorkbook(
      { page, ledger: ledgerLines, isCut: true, address: "/paris/costs", date: "1er mai 2025" },
      words,
    );

  it("has figures, lines, sources and definitions, and no formula", () => {
    const sheets = book(pageOf(ledger));
    expect(sheets.map(({ name }) => name)).toEqual([
      "Lisez-moi",
      "Années",
      "Postes 2024",
      "Clés 2024",
      "Usages 2024",
      "Subventions 2024",
      "Hypothèses 2024",
      "Budget 2024",
      "Lignes des comptes",
      "Sources",
    ]);
    const year = sheets[1]?.rows[1];
    expect(year?.slice(0, 8)).toEqual([
      { value: 2024, as: "year" },
      { value: 50_000, as: "money" },
      { value: 10_000, as: "money" },
      { value: 3_660, as: "money" },
      { value: 63_660, as: "money" },
      { value: 366, as: "money" },
      { value: 63_294, as: "money" },
      "oui",
    ]);
  });

  it("writes a silence as a word, and an amount that is not there as an empty cell", () => {
    const silent = book(pageOf([ledgerLine({ status: "not-communicated" })]));
    expect(silent.map(({ name }) => name)).toEqual([
      "Lisez-moi",
      "Budget 2024",
      "Lignes des comptes",
      "Sources",
    ]);
    expect(silent[2]?.rows[1]?.slice(7, 11)).toEqual(["non communiqué", "réalisé", null, null]);
  });

  it("has what was planned, the contracts, the key and the uses, under the key of the page", () => {
    const planned = ledgerLine({ basis: "planned", family: "staff", amountCents: 4_000_000 });
    const page = {
      ...pageOf([...ledger, planned], { key: "equal" }),
      contracts: [
        {
          reference: "M1",
          title: "Caméras",
          notifiedOn: "2024-01-10",
          amountCents: null,
          currency: "EUR",
          holders: [],
          url: null,
          sourceId: 1,
          lines: 0,
          spentCents: null,
        },
      ],
    };
    const sheets = book(page);
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    expect(rowsOf("Budget 2024")).toContainEqual([
      "personnel",
      "fonctionnement",
      { value: 40_000, as: "money" },
      "aucune ligne",
      { value: 50_000, as: "money" },
      { value: 0, as: "number" },
    ]);
    expect(rowsOf("Marchés")[1]?.slice(3, 6)).toEqual([
      "non communiqué",
      "non communiqué",
      "aucune ligne ne le cite",
    ]);
    // 63,660 € among the 11 cameras that served.
    const perCamera = { value: Math.round(6_366_000 / 11) / 100, as: "money" };
    expect(rowsOf("Années")[1]).toContainEqual(perCamera);
    expect(rowsOf("Clés 2024")[2]?.[2]).toEqual(perCamera);
    expect(
      rowsOf("Usages 2024")
        .map((row) => row[0])
        .slice(1),
    ).toEqual(["espace public et personnes", "circulation et verbalisation", "les deux à la fois"]);
  });

  it("has what was rebuilt from published figures, with its components and their sources", () => {
    const figure = (reference: string, measure: string, value: number, unit: string) => ({
      ...{ reference, measure, value, unit, scope: null, sourceId: 1, place: null },
      ...{ qualifier: null, periodText: null, definition: null },
      period: { from: "2009-01-01", to: "2010-12-31" },
    });
    const figures = [
      figure("a", "capital expenditure", 340_000, "EUR/year"),
      figure("b", "maintenance expenditure", 60_000, "EUR/year"),
      figure("c", "payroll", 900_000, "EUR/year"),
      figure("d", "cameras", 67, "camera"),
    ];
    const page = { ...pageOf([]), published: publishedYearlyCosts(figures), figures };
    const rows = book(page, []).find(({ name }) => name === "Chiffres publiés")?.rows ?? [];
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      expect.anything(),
      ["Investissement", { value: 340_000, as: "number" }, "EUR/year"],
      ["Maintenance", { value: 60_000, as: "number" }, "EUR/year"],
      ["Personnel", { value: 900_000, as: "number" }, "EUR/year"],
      [expect.anything(), { value: 1_300_000, as: "money" }, "EUR/year"],
      ["Caméras", { value: 67, as: "number" }, "camera"],
      [expect.anything(), { value: 19_402.99, as: "money" }, "EUR/camera/year"],
      [expect.anything(), { value: 69.23, as: "number" }, "%"],
      [expect.stringContaining("minimum")],
      [],
    ]);
    expect(rows[1]?.at(-1)).toEqual({ value: 1, as: "number" });
  });

  it("of a city without accounts still says so, with its sources", () => {
    expect(book(pageOf([]), []).map(({ name }) => name)).toEqual(["Lisez-moi", "Sources"]);
  });
});
