import { describe, expect, test } from "vitest";
import { franceRadarsImporter } from "#domain/importing/importers/france-radars.ts";
import { importContext, readRows } from "./read-rows.ts";

const row = {
  date_heure_dernier_changement: "2018-09-05T12:20:05Z",
  date_heure_creation: "2018-06-28T11:06:32Z",
  departement: "99",
  latitude: "45.1",
  longitude: "4.2",
  id: "99001",
  direction: "SéZANNE-LE-BAS VERS Orée",
  equipement: "FABRICANT",
  date_installation: "2010-02-12T00:00:00Z",
  type: "Radar fixe",
  emplacement: "ESSAI",
  route: "RN999",
  longueur_troncon_km: "",
  vitesse_poids_lourds_kmh: "80",
  vitesse_vehicules_legers_kmh: "90",
};
const read = (cells: Partial<Record<keyof typeof row, string>> = {}) =>
  readRows(franceRadarsImporter, [{ cells: { ...row, ...cells } }], importContext());

test("a row is an enforcement camera of the State, as stated in 2018", () => {
  expect(read().records).toEqual([
    {
      reference: "99001",
      status: "in-service",
      type: "enforcement",
      setting: "public-highway",
      label: "RN999, ESSAI, SéZANNE-LE-BAS VERS Orée",
      longitude: 4.2,
      latitude: 45.1,
      positionMethod: "published",
      installedOn: "2010-02-12",
      operator: "État",
      purposes: ["traffic-offences"],
      attributes: {
        device: "Radar fixe",
        maker: "FABRICANT",
        speed_limit_kmh: 90,
        speed_limit_heavy_kmh: 80,
      },
      observedOn: "2018-09-05",
    },
  ]);
});

test("a camera of another city is left out, not refused", () => {
  const { records, leftOut, problems } = read({ latitude: "14.6", longitude: "-61.04" });
  expect([records, leftOut, problems]).toEqual([[], ["outside-city"], []]);
});

test("a red-light camera has neither road nor speed: none is invented", () => {
  const [record] = read({
    type: "Radar feu rouge",
    route: "",
    vitesse_poids_lourds_kmh: "",
    vitesse_vehicules_legers_kmh: "",
  }).records;
  expect(record?.label).toBe("ESSAI, SéZANNE-LE-BAS VERS Orée");
  expect(record?.attributes).toEqual({ device: "Radar feu rouge", maker: "FABRICANT" });
});

test("an average-speed camera keeps the length of its section", () => {
  const [record] = read({ type: "Radar Vitesse Moyenne", longueur_troncon_km: "3.4" }).records;
  expect(record?.attributes?.section_length_km).toBe(3.4);
});

test("an itinerary is a stretch of road, not a camera at a point", () => {
  expect(read({ type: "Itinéraire", equipement: "", longueur_troncon_km: "55" }).leftOut).toEqual([
    "itinerary-not-camera",
  ]);
});

test("the district is the one around the point", () => {
  expect(read({ longitude: "3.9" }).records[0]?.districtCode).toBe("ouest");
});

describe("what cannot be read is named", () => {
  test.each([
    [{ id: "" }, "id", "missing"],
    [{ date_installation: "2010-02-30T00:00:00Z" }, "date_installation", "no-such-day"],
    [{ vitesse_vehicules_legers_kmh: "vite" }, "vitesse_vehicules_legers_kmh", "not-a-number"],
    [{ latitude: "" }, "latitude", "half-a-position"],
  ])("%o", (cells, column, reason) => {
    expect(read(cells).problems).toMatchObject([{ column, reason }]);
  });
});

test("a radar without a place is left out", () => {
  const cells = { ...row, latitude: "", longitude: "" };
  expect(readRows(franceRadarsImporter, [{ cells }]).leftOut).toEqual(["no-position"]);
});
