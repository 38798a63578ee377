import proj4 from "proj4";

const conic = (zone: number) =>
  `+proj=lcc +lat_0=${zone} +lon_0=3 +lat_1=${zone - 0.75} +lat_2=${zone + 0.75} +x_0=1700000 +y_0=${(zone - 41) * 1_000_000 + 200_000} +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;

/** Definitions as published in the EPSG registry, by their code. */
const definitions: Readonly<Record<string, string>> = {
  "EPSG:4326": "+proj=longlat +datum=WGS84 +no_defs",
  "EPSG:3857":
    "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs",
  "EPSG:2154":
    "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
  "EPSG:27700":
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs",
  ...Object.fromEntries(
    [42, 43, 44, 45, 46, 47, 48, 49, 50].map((zone) => [`EPSG:${3900 + zone}`, conic(zone)]),
  ),
};

export type Degrees = { longitude: number; latitude: number };

export function isCoordinateReference(code: string): boolean {
  return code in definitions;
}

const converters = new Map<string, proj4.Converter>();

/** Converts into WGS 84 degrees; undefined when the numbers mean no place on Earth. */
export function toDegrees(x: number, y: number, reference: string): Degrees | undefined {
  if (reference === "EPSG:4326") return withinDegrees(x, y);
  let converter = converters.get(reference);
  if (!converter) {
    const definition = definitions[reference];
    if (definition === undefined) return undefined;
    converter = proj4(definition, "WGS84");
    converters.set(reference, converter);
  }
  const [longitude = Number.NaN, latitude = Number.NaN] = converter.forward([x, y]);
  return withinDegrees(longitude, latitude);
}

function withinDegrees(longitude: number, latitude: number): Degrees | undefined {
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return undefined;
  return { longitude, latitude };
}

/**
 * The coordinate system that such numbers have in such a country. Degrees are recognised by their size; French metres by
 * the false origins of Lambert-93 and of the nine conic zones, which never overlap; British ones by the National Grid.
 */
export function guessReference(x: number, y: number, country: string): string {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return "EPSG:4326";
  if (country === "FR" && isBetween(x, -400_000, 1_400_000) && isBetween(y, 5_900_000, 7_300_000))
    return "EPSG:2154";
  if (country === "FR" && isBetween(x, 600_000, 2_400_000) && isBetween(y, 1_000_000, 9_600_000))
    return `EPSG:${3900 + Math.min(50, Math.max(42, Math.round((y - 200_000) / 1_000_000) + 41))}`;
  if (country === "GB" && isBetween(x, 0, 700_000) && isBetween(y, 0, 1_300_000))
    return "EPSG:27700";
  return "EPSG:3857";
}

const isBetween = (value: number, low: number, high: number) => value >= low && value <= high;
