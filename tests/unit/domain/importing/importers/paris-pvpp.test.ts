import { describe, expect, test } from "vitest";
import type { ImportContext } from "#domain/importing/importer.ts";
import { parisPvppImporter } from "#domain/importing/importers/paris-pvpp.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";
import { importContext, readRows } from "./read-rows.ts";

const headers = [
  "Code postal",
  "Numéro",
  "Implantation",
  "Rue croisement 1",
  "Rue croisement 2",
  "Rue croisement 3",
  "Précision de l’implantation",
  "Date de mise en service",
];
const rename = renameCells(matchColumns(headers, parisPvppImporter.columns));
/** A line of the file, as the format floor reads it. */
const line = (text: string) => {
  const fields = text.split(";");
  const cells = Object.fromEntries(headers.map((name, i) => [name, fields[i]?.trim() ?? null]));
  return { cells: rename(cells), fields };
};
const crossing = (nom1: string, nom2: string, lon: string, lat: string) => ({
  line: 2,
  cells: { nom1, nom2, lon, lat },
});
const crossings = [
  crossing("Rue de la Forge", "Avenue de l'Écluse", "3.9", "45.1"),
  crossing("Quai Haut", "Avenue de l'Écluse", "4.1", "45.1"),
  crossing("Quai Haut", "Rue de la Forge", "3.9", "45.2"),
  crossing("Quai Haut", "Rue de la Forge", "4.2", "45.2"),
  crossing("Place du Puits", "Rue Basse", "4.1", "45.3"),
  crossing("Place du Puits", "Rue Courte", "4.1", "45.301"),
  crossing("Rue Basse", "Rue Lointaine", "9.0", "45.3"),
];
const arrondissements = [{ code: "75104", name: "Paris 4e" }];
const context = (changes: Partial<ImportContext> = {}) =>
  importContext({ headers, tables: { crossings }, ...changes });
const read = (text: string, changes?: Partial<ImportContext>) =>
  readRows(parisPvppImporter, [line(text)], context(changes));
const first = (text: string, changes?: Partial<ImportContext>) => read(text, changes).records[0];

const atCrossing =
  "75004;99001;Rue de la Forge, avenue Écluse;Rue de la Forge; avenue Écluse;;croisement;03/02/12";

test("a row is a camera of the préfecture de police at the crossing of its streets", () => {
  expect(read(atCrossing).records).toEqual([
    {
      reference: "99001",
      status: "in-service",
      setting: "public-highway",
      label: "Rue de la Forge, avenue Écluse",
      longitude: 3.9,
      latitude: 45.1,
      positionMethod: "crossing",
      commissionedOn: "2012-02-03",
      controller: "Préfecture de police",
      attributes: { arrondissement: 4 },
      observedOn: "2019-02-01",
    },
  ]);
});

describe("the date of commissioning", () => {
  test.each([
    ["30/11/16", "2016-11-30"],
    ["Début 2019", "2019"],
    ["inconnue", undefined],
    ["#N/A", undefined],
  ])("%s is %s", (written, date) => {
    expect(first(atCrossing.replace("03/02/12", written))?.commissionedOn).toBe(date);
  });

  test("is refused when its day does not exist", () => {
    expect(read(atCrossing.replace("03/02/12", "30/02/12")).problems).toMatchObject([
      { column: "date_de_mise_en_service", reason: "no-such-day" },
    ]);
  });
});

describe("the number", () => {
  test.each([
    ["01058", "1058", "01058"],
    ["29297B", "29297B", undefined],
    ["0", "0", undefined],
  ])("%s is %s", (written, reference, asWritten) => {
    const record = first(atCrossing.replace("99001", written));
    expect(record?.reference).toBe(reference);
    expect(record?.attributes?.number_as_written).toBe(asWritten);
  });

  test("is required", () => {
    expect(read(atCrossing.replace("99001", "")).problems).toMatchObject([
      { column: "numero", reason: "missing" },
    ]);
  });
});

describe("the arrondissement comes from the postcode", () => {
  test.each([
    ["75004", "75104"],
    ["75004", "75004"],
    ["75004", "4"],
    ["75116", "75116"],
  ])("%s is district %s", (postcode, code) => {
    const knownDistricts = [{ code, name: "Arrondissement" }];
    const record = first(atCrossing.replace("75004", postcode), { knownDistricts });
    expect(record?.districtCode).toBe(code);
    expect(record).not.toHaveProperty("attributes");
  });

  test.each(["", "69004", "75021"])("%s says none", (postcode) => {
    const record = first(atCrossing.replace("75004", postcode), {
      knownDistricts: arrondissements,
    });
    expect(record).not.toHaveProperty("districtCode");
    expect(record).not.toHaveProperty("attributes");
  });
});

describe("rows with more streets than columns", () => {
  const place = "Place Inconnue, cité Inconnue, rue de la Forge, avenue de l’Écluse";
  const streets = "Place Inconnue;cité Inconnue; rue de la Forge; avenue de l’Écluse";

  test("that push the fourth street into the precision", () => {
    expect(first(`75004;99001;x;${streets};03/02/12`)).toMatchObject({
      positionMethod: "crossing",
      commissionedOn: "2012-02-03",
    });
  });

  test("that push every later cell to the right", () => {
    expect(first(`75004;99001;${place};${streets};croisement;03/02/12`)).toMatchObject({
      positionMethod: "crossing",
      commissionedOn: "2012-02-03",
    });
  });
});

describe("how each camera was located is counted, and the counts make the rows", () => {
  const rows: [how: string, place: string][] = [
    ["located-by-crossing", "Rue de la Forge, avenue de l’Écluse"],
    ["located-by-crossing", "12, avenue de l’Écluse, angle quai Haut"],
    ["located-by-street", "Place du Puits — fontaine"],
    ["not-located-unknown-street", "Pilier sud de la tour"],
    ["not-located-no-crossing-given", "21 bis, rue de la Forge"],
    ["not-located-streets-do-not-cross", "Rue Courte, quai Haut"],
    ["not-located-outside-city", "Rue Basse, rue Lointaine"],
    ["ambiguous-crossing", "Quai Haut, rue de la Forge"],
  ];
  const tally = (places: string[], changes?: Partial<ImportContext>) => {
    const reading = parisPvppImporter.begin(context(changes));
    const records = places.map((place, i) =>
      reading.read({ line: i + 2, ...line(`75004;${i};${place};;;;point décrit;inconnue`) }),
    );
    return { records, tallies: reading.tallies?.() };
  };

  test.each(rows)("%s: %s", (how, place) => {
    const { records, tallies } = tally([place]);
    expect(tallies).toEqual({ [how]: 1 });
    const [record] = records[0]?.kind === "records" ? records[0].records : [];
    expect(record?.label).toBe(place);
    expect("longitude" in (record ?? {})).toBe(how.startsWith("located"));
  });

  test("all together", () => {
    const counts = Object.values(tally(rows.map(([, place]) => place)).tallies ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  test("an ambiguous crossing is settled by the camera's own arrondissement", () => {
    const changes = {
      knownDistricts: arrondissements,
      districtAt: (longitude: number) => (longitude < 4 ? "75104" : "75112"),
    };
    const { tallies } = tally(["Quai Haut, rue de la Forge"], changes);
    expect(tallies).toEqual({ "located-by-crossing": 1 });
  });

  test("without the table of crossings nothing is located and everything is still a camera", () => {
    const { records, tallies } = tally(["Rue de la Forge, avenue de l’Écluse"], { tables: {} });
    expect(records).toMatchObject([{ kind: "records" }]);
    expect(tallies).toEqual({ "not-located-no-crossings-table": 1 });
  });
});

test("a day of observation that is no day is refused on every row", () => {
  const { problems } = readRows(
    parisPvppImporter,
    [line("75001;1;;;;;;")],
    importContext({ headers, options: { "observed-on": "soon" } }),
  );
  expect(problems).toContainEqual(
    expect.objectContaining({ reason: "not-a-date", hint: "observed-on=YYYY-MM-DD" }),
  );
});

test("a row is read where its fields are not kept apart, and a column that nobody knows is left", () => {
  const { cells } = line("75004;99009;;Rue de la Forge;Avenue de l’Écluse;;croisement;03/02/12");
  const given = context({ headers: [...headers, "Observations"] });
  const [record] = readRows(parisPvppImporter, [{ cells }], given).records;
  expect(record).toMatchObject({ reference: "99009", longitude: 3.9, latitude: 45.1 });
});
