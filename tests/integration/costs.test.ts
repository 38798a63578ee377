import { describe, expect, it } from "vitest";
import type { AllocationKey } from "#domain/cost/allocation-key.ts";
import { type CostView, plainestView } from "#domain/cost/cost-view.ts";
import { judgeGrant } from "#domain/cost/grant-rules.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getCityHome } from "#use-cases/city/get-city-home.ts";
import { getCostsPage, getCostsWorkbook } from "#use-cases/cost/get-costs-page.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "./database.ts";
import { importText, newCity } from "./importing/import.ts";

const { sql } = testDatabase();

const head =
  "reference,label,kind,family,year,amount,vat,status,commissioned_on,useful_life_years,currency,contract_reference,target_references";
const ledger = `${head}
A,Caméras,capital,camera-and-installation,2024,36600,7320,,2024-01,10,,M1,
B,Agents,operating,staff,2024,900000,0,,,,,,
C,Électricité,operating,energy,2024,60000,12000,,,,,,
D,Assurance,operating,insurance,2024,,,not-communicated,,,,,
E,Réparation,operating,vandalism,2024,1000,200,,,,,,X1|X2
`;
const page = async (city: string, view: Partial<CostView> = {}, release?: number) => {
  const found = await getCostsPage(city, { ...plainestView, ...view }, release);
  if (!found) throw new Error("no page");
  return found;
};

describe("the page on costs", () => {
  it("is computed from the lines that stand, with its silences and its contracts", async () => {
    const city = await newCity("costs-ledger");
    await importText(city, "costs", ledger);
    await importText(
      city,
      "contracts",
      "reference,title,notified_on,amount\nM1,Caméras,2024-01-10,50000\nM2,Autre,2023-01-10,1\n",
    );
    const { shown, contracts, view } = await page(city);
    expect(view.year).toBe(2024);
    expect(shown?.year.cost).toMatchObject({
      capitalCents: 366_000,
      staffCents: 90_000_000,
      runningCents: 6_100_000,
      directCents: 100_000,
      silences: [{ family: "insurance", why: "not-communicated" }],
    });
    expect(contracts).toMatchObject([
      { reference: "M1", lines: 1, spentCents: 3_660_000, amountCents: 5_000_000 },
      { reference: "M2", lines: 0, spentCents: null },
    ]);
    const vat = await page(city, { vat: "included" });
    expect(vat.shown?.year.cost.grossCents).toBe(
      366_000 + 73_200 + 90_000_000 + 7_200_000 + 120_000,
    );
  });

  it("of an earlier release shows what stood then", async () => {
    const city = await newCity("costs-release");
    await importText(city, "costs", ledger);
    await importText(city, "costs", ledger.replace("900000", "950000"));
    expect((await page(city)).shown?.year.cost.staffCents).toBe(95_000_000);
    expect((await page(city, {}, 1)).shown?.year.cost.staffCents).toBe(90_000_000);
  });

  it("leaves another currency out, and counts what it leaves out", async () => {
    const city = await newCity("costs-currency");
    await importText(city, "costs", `${ledger}F,Abroad,operating,other,2024,5,,,,,GBP,,\n`);
    const found = await page(city);
    expect(found.otherCurrencyLines).toBe(1);
    expect(found.shown?.year.cost.runningCents).toBe(6_100_000);
  });

  it("of a city without a ledger has no figure, and is no error", async () => {
    const city = await newCity("costs-none");
    expect(await page(city)).toMatchObject({ years: [], shown: undefined, spending: [] });
    expect(await getCostsPage("nowhere", plainestView)).toBeUndefined();
    expect((await getCostsWorkbook(city, plainestView))?.ledger).toEqual([]);
  });
});

describe("what lines say besides their amounts", () => {
  it("is on the page: grants against their rule, a project against the law, keys, payees and functions", async () => {
    const city = await newCity("costs-details");
    await importText(
      city,
      "costs",
      `référence,libellé,nature,famille,exercice,montant,statut,tiers,siret,fonction,clé de répartition,financeur,dispositif,montant notifié,assiette,caméras financées,opération
A,Caméra,investissement,camera-and-installation,2024,36600,,Pose SA,123 456 789 00012,11,,,,,,,Place
B,Agents,fonctionnement,staff,2024,900,,,,11,heures,,,,,,
C,Électricité,fonctionnement,energy,2024,60,,,,,,,,,,,
D,Acompte,subvention,grant,2024,3000,,,,,,État,FIPD 2024,8000,36600,1,Place
E,Solde,subvention,grant,2024,4500,,,,,,État,FIPD 2024,8000,36600,1,Place
F,Région,subvention,grant,2024,22000,,,,,,Région,,,,,Place
G,Rien,subvention,grant,2023,,declared-zero,,,,,Europe,FEDER,,,,
`,
    );
    const { grantDecisions, projects, keysSaid, payments } = await page(city);
    expect(grantDecisions).toMatchObject([
      { funder: "Région", scheme: null, notifiedCents: null, paidCents: 2_200_000 },
      {
        funder: "État",
        scheme: "FIPD 2024",
        notifiedCents: 800_000,
        paidCents: 750_000,
        eligibleCents: 3_660_000,
        cameras: 1,
      },
      { funder: "Europe", paidCents: 0 },
    ]);
    const [, first] = grantDecisions;
    expect(first && judgeGrant(first)).toMatchObject({ state: "above", limitCents: 750_000 });
    // 8,000 and 22,000 of 36,600: 82 %, above four fifths.
    expect(projects).toMatchObject([
      { operation: "Place", grantsCents: 3_000_000, costCents: 3_660_000, state: "above" },
    ]);
    expect(keysSaid).toEqual([{ key: "hours", lines: 1 }]);
    expect(payments).toMatchObject([
      { payee: "Pose SA", siret: "12345678900012", functionCode: "11", cents: 3_660_000 },
      { payee: null, functionCode: "11", cents: 90_000 },
    ]);
    const book = await getCostsWorkbook(city, plainestView);
    expect(book?.ledger.find(({ reference }) => reference === "B")).toMatchObject({
      functionCode: "11",
      allocationKey: "hours",
    });
    // An investment of the project without an amount: its cost is not known, and no share is said.
    await importText(
      city,
      "costs",
      "référence,libellé,nature,famille,exercice,statut,opération\nH,Mât,investissement,civil-works,2024,not-communicated,Place\n",
      { name: "more.csv" },
    );
    expect((await page(city)).projects).toEqual([]);
  });

  it("is refused where a number is no establishment's, or a key unknown", async () => {
    const city = await newCity("costs-refused");
    const report = await importText(
      city,
      "costs",
      "reference,label,kind,family,year,amount,payee_siret,allocation_key\nA,x,operating,energy,2024,1,1234,\nB,x,operating,energy,2024,1,,mine\n",
      { skipRejected: true },
    );
    expect(report.kept.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ["payee_siret"],
      ["allocation_key"],
    ]);
  });
});

describe("one camera's sheet", () => {
  it("gives its own cost and its share of the joint cost, which is that of the page on costs", async () => {
    const city = await newCity("costs-camera");
    await importText(
      city,
      "cameras",
      "reference,status,installed_on,commissioned_on\nX1,in-service,2020-01-01,2020-01-01\nX2,in-service,2024-07-01,2024-07-01\nX3,planned,,\n",
    );
    await importText(city, "costs", ledger);
    const sheet = async (reference: string) => {
      const found = await getCameraPage(city, reference, new Date("2026-11-26T12:00:00Z"));
      if (!found || "movedTo" in found) throw new Error("no camera");
      return found.costs.full;
    };
    const { shown } = await page(city);
    const [one, two] = [await sheet("X1"), await sheet("X2")];
    // The repair names two cameras: 500 € each. Half a year in service bears half of the share (184 of 366 days).
    expect(one).toMatchObject({ ownCents: 50_000, key: "camera-months", lacking: [] });
    expect(two?.ownCents).toBe(50_000);
    const shares = (one?.jointShareCents ?? 0) + (two?.jointShareCents ?? 0);
    expect(shares).toBeCloseTo(shown?.year.cost.jointCents ?? 0, 4);
    expect((two?.jointShareCents ?? 0) / (one?.jointShareCents ?? 1)).toBeCloseTo(184 / 366, 6);
    expect(await sheet("X3")).toBeUndefined();
  });

  it("and the page of its district count what names the district, under the key asked", async () => {
    const city = await newCity("costs-district");
    const square = (code: string, west: number) => ({
      type: "Feature",
      properties: { code, name: code, kind: "quartier" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [west, 45],
            [west + 1, 45],
            [west + 1, 46],
            [west, 46],
            [west, 45],
          ],
        ],
      },
    });
    await importText(
      city,
      "districts",
      JSON.stringify({ type: "FeatureCollection", features: [square("N", 0), square("S", 1)] }),
      { name: "districts.geojson" },
    );
    await importText(
      city,
      "cameras",
      "reference,status,installed_on,commissioned_on,district\nX1,in-service,2020-01-01,2020-01-01,N\nX2,in-service,2024-07-01,2024-07-01,N\nX3,in-service,2020-01-01,2020-01-01,S\n",
    );
    const more = (id: string, amount: number, kind: string, names: string) =>
      `${id},Travaux,operating,maintenance,2024,${amount},,,,,,,${names},${kind}\n`;
    const lines = ledger
      .trimEnd()
      .split("\n")
      .map((line, i) => `${line},${i === 0 ? "target_kind" : i === 5 ? "camera" : "system"}`)
      .join("\n");
    await importText(
      city,
      "costs",
      `${lines}\n${more("F", 3000, "district", "N")}${more("G", 800, "district", "N|S")}${more("H", 5000, "district", "")}`,
    );
    const { shown } = await page(city);
    // The line on a district that names none is shared by all.
    expect(shown?.year.cost.directCents).toBe(100_000 + 300_000 + 80_000);
    const district = async (code: string, key?: AllocationKey) =>
      (await getDistrictPage(city, code, new Date("2026-11-26"), undefined, key))?.full;
    const [north, south] = [await district("N"), await district("S")];
    expect(north).toMatchObject({ ownCents: 100_000 + 300_000 + 40_000, key: "camera-months" });
    expect(south).toMatchObject({ ownCents: 40_000 });
    expect((north?.totalCents ?? 0) + (south?.totalCents ?? 0)).toBeCloseTo(
      shown?.year.cost.grossCents ?? 0,
      3,
    );
    const equal = await district("S", "equal");
    expect(equal?.jointShareCents).toBeCloseTo((shown?.year.cost.jointCents ?? 0) / 3, 3);
    const sheets = await Promise.all(
      ["X1", "X2", "X3"].map(async (reference) => {
        const found = await getCameraPage(
          city,
          reference,
          new Date("2026-11-26"),
          undefined,
          "equal",
        );
        if (!found || "movedTo" in found) throw new Error("no camera");
        return found.costs.full;
      }),
    );
    expect(sheets.map((full) => full?.districtShareCents)).toEqual([170_000, 170_000, 40_000]);
    expect(sheets.reduce((sum, full) => sum + (full?.totalCents ?? 0), 0)).toBeCloseTo(
      shown?.year.cost.grossCents ?? 0,
      3,
    );
    const { byUse } = shown ?? {};
    expect(byUse?.uses).toMatchObject([{ use: "unsaid", directCents: 100_000 }]);
    expect(byUse?.uses[0]?.totalCents).toBeCloseTo(shown?.year.cost.grossCents ?? 0, 3);
    // Nobody counts the hours: the share is by months, and the page says that it is not the key asked for.
    expect(await district("N", "hours")).toMatchObject({ key: "camera-months", askedKey: "hours" });
  });

  it("and the city's first page speak of the same year and cost", async () => {
    const home = await getCityHome("costs-camera", new Date("2026-11-26T12:00:00Z"));
    const { shown } = await page("costs-camera");
    expect(home?.fullCost?.cost).toEqual(shown?.year.cost);
    expect(home?.fullCost?.perCameraYear).toEqual(shown?.year.perCameraYear);
  });
});

describe("a price index", () => {
  const index = "name,base,year,value\nPrix,2015,2024,110\nPrix,2015,2023,100\n";

  it("brings amounts to the prices of the year shown, and is versioned like the rest", async () => {
    const city = await newCity("costs-index");
    await importText(city, "costs", ledger.replaceAll(",2024,", ",2023,"));
    expect((await page(city, { prices: "constant" })).setAside).toEqual([{ reason: "no-index" }]);
    const { batch } = await importText(city, "price-index", index);
    await importText(city, "costs", `${head}\nG,Agents,operating,staff,2024,10,,,,,,,\n`);
    const constant = await page(city, { prices: "constant", year: 2024 });
    expect(constant.setAside).toEqual([]);
    expect(constant.years[0]?.cost.staffCents).toBe(99_000_000);
    expect(constant.sources.map(({ title }) => title)).toContain("Indice des prix");
    const other = await importText(
      city,
      "price-index",
      "name,base,year,value\nAutre,2015,2024,150\nAutre,2015,2023,100\n",
      { name: "other.csv" },
    );
    const chosen = (index?: string) => page(city, { prices: "constant", year: 2024, index });
    expect((await chosen()).indices).toEqual(["Autre", "Prix"]);
    expect((await chosen("Autre")).years[0]?.cost.staffCents).toBe(135_000_000);
    expect((await chosen("Prix")).years[0]?.cost.staffCents).toBe(99_000_000);
    expect((await chosen("Nul")).setAside).toEqual([{ reason: "index-unknown", name: "Nul" }]);
    await undoImport(city, other.batch ?? 0, "command-line");
    expect(await importText(city, "price-index", index)).toMatchObject({ unchanged: 2 });
    await undoImport(city, batch ?? 0, "command-line");
    expect((await page(city, { prices: "constant" })).setAside).toEqual([{ reason: "no-index" }]);
  });
});

describe("the first cities", () => {
  it("have their costs: Saint-Étienne's 19,403 € as published, Ville-Témoin's from its ledger", async () => {
    await installFirstCities();
    const saintEtienne = await page("saint-etienne");
    expect(saintEtienne.years).toEqual([]);
    expect(saintEtienne.published[0]?.perCameraYear).toBeCloseTo(19_402.985, 2);
    const { years, shown } = await page("ville-temoin");
    expect(years.map(({ cost }) => cost.year)).toEqual([
      2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
    ]);
    expect(shown?.year.lacking).toEqual([]);
    const uses = shown?.byUse?.uses ?? [];
    expect(uses.map(({ use }) => use)).toContain("public-space");
    expect(uses.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBeCloseTo(
      shown?.year.cost.grossCents ?? 0,
      2,
    );
    expect(shown?.budget.filter(({ planned }) => planned).length).toBe(6);
    for (const view of [{ vat: "included" }, { prices: "constant" }] as const)
      expect((await page("ville-temoin", view)).setAside).toEqual([]);
    const plannedFor2025 = await page("ville-temoin", { basis: "planned" });
    expect(plannedFor2025.view.year).toBe(2025);
    // Its cameras are watched: each hour is of one of them, and some of another operator say nothing.
    expect(shown?.watched).toMatchObject({ year: 2024, from: "city" });
    const { hours, ofCameras } = shown?.watched ?? {};
    expect(ofCameras?.hours).toBe(hours);
    expect(ofCameras?.counted).toBeLessThan(shown?.service.cameras ?? 0);
    expect((await page("ville-temoin", { year: 2018 })).shown?.watched?.ofCameras).toBeUndefined();
    expect((await page("ville-temoin", { year: 2015 })).shown?.watched).toBeUndefined();
  });
});

describe("The hours for which operators watched", () => {
  it("come with the outcomes, and share the joint cost on the page of costs", async () => {
    await newCity("hours");
    await importText("hours", "costs", `${head}\nS1,Agents,operating,staff,2024,52560,0,,,,,,\n`);
    const before = await getCostsPage("hours", plainestView);
    expect(before?.shown?.service.hours).toBeNull();
    await importText(
      "hours",
      "outcomes",
      "definition_code,funnel,stage,unit,definition,scope,year,value\n" +
        "hours-watched,availability,hours-watched,hour,Camera-hours watched live,streets,2024,52560\n",
    );
    const after = await getCostsPage("hours", plainestView);
    expect(after?.shown?.watched).toMatchObject({ hours: 52_560, scope: "streets" });
    expect(after?.shown?.service.hours).toBe(52_560);
    // 52,560 € over as many hours: a hundred of them bear 100 €.
    const { jointCents } = after?.shown?.year.cost ?? { jointCents: Number.NaN };
    expect((jointCents * 100) / 52_560).toBe(10_000);
    const [cited] = after?.shown?.watched?.sourceIds ?? [];
    expect(after?.sources.map(({ id }) => id)).toContain(cited);
  });

  it("of a camera are on its sheet, and are its share of the joint cost", async () => {
    const city = await newCity("hours-cameras");
    await importText(
      city,
      "cameras",
      "reference,status,commissioned_on,camera_count\nX1,in-service,2020-01-01,1\nX2,in-service,2020-01-01,2\nX3,in-service,2020-01-01,1\n",
    );
    await importText(city, "costs", `${head}\nS1,Agents,operating,staff,2024,10000,0,,,,,,\n`);
    const hoursHead =
      "definition_code,funnel,stage,unit,definition,scope,area_kind,area,year,month,state,value\n";
    const row = (area: string, rest: string) =>
      `hours-watched,availability,hours-watched,hour,Camera-hours before an operator,streets,${area},${rest}\n`;
    const ofCameras =
      hoursHead +
      [
        ...Array.from({ length: 12 }, (_, month) => row("camera,X1", `2024,${month + 1},,200`)),
        row("camera,X2", "2024,,zero,"),
        row("camera,X3", "2024,,not-communicated,"),
      ].join("");
    await importText(city, "outcomes", ofCameras);
    const sheet = async (reference: string, release?: number) => {
      const found = await getCameraPage(city, reference, new Date("2026-11-26T12:00:00Z"), release);
      if (!found || "movedTo" in found) throw new Error("no camera");
      return found;
    };
    const [one, two, three] = [await sheet("X1"), await sheet("X2"), await sheet("X3")];
    expect(one.watching).toMatchObject({
      own: { year: 2024, hours: 2400, wording: "Camera-hours before an operator" },
      // X2 stands for two cameras; X3 says nothing, and no total is given: there is no whole.
      ofCity: { hours: null, ofCameras: { counted: 3, hours: 2400, least: 0, most: 2400 } },
      served: 4,
    });
    expect(one.watching.own?.sourceIds.every((id) => one.sources.has(id))).toBe(true);
    expect(one.watching.own?.sourceIds.length).toBe(1);
    expect(two.watching.own?.hours).toBe(0);
    expect(three.watching.own).toMatchObject({ year: 2024, hours: undefined });
    expect(one.costs.full).toMatchObject({ time: { hours: 2400 }, all: { hours: null } });

    await importText(city, "outcomes", `${hoursHead}${row("city,", "2024,,,9600")}`);
    const full = (await sheet("X1")).costs.full;
    expect(full).toMatchObject({ time: { hours: 2400 }, all: { hours: 9600 } });
    expect((await page(city)).shown?.watched).toMatchObject({ hours: 9600, from: "city" });
    // As of the release before, there was no total.
    const before = (await page(city)).city.release - 1;
    expect((await sheet("X1", before)).watching.ofCity?.hours).toBeNull();
    // A row of the table is a year of one camera: months are not public, and no count of events may stand there.
    expect(
      await sql()`SELECT period, area_code, state, value FROM protected_outcome WHERE table_code = 'camera-hours' AND city_id = (SELECT id FROM city WHERE slug = ${city}) ORDER BY 2`,
    ).toEqual([
      { period: "2024", area_code: "X1", state: "published", value: 2400 },
      { period: "2024", area_code: "X2", state: "zero", value: null },
      { period: "2024", area_code: "X3", state: "not-available", value: null },
    ]);
    await expect(
      sql()`UPDATE protected_outcome SET table_code = 'camera-year' WHERE area_code = 'X1'`,
    ).rejects.toThrow("protected_outcome_is_readable");
    await expect(
      sql()`UPDATE protected_outcome SET period = '2024-05' WHERE area_code = 'X1'`,
    ).rejects.toThrow("hours_are_of_a_camera_and_a_year");
  });
});
