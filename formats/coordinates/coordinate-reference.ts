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

/** The codes that can be named; a closed list. */
export const coordinateReferences: readonly string[] = Object.keys(definitions);

const converters = new Map<string, proj4.Converter>();

/** Converts into WGS 84 degrees; undefined when the numbers mean no place on Earth. */
export function toDegrees(x: number, y: number, reference: string): Degrees | undefined {
  if (reference === "EPSG:4326") return withinDegrees(x, y);
  let converter = converters.get(reference);
  if (!converter) {
    const definition = Object.hasOwn(definitions, reference) ? definitions[reference] : undefined;
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
 * The coordinate system that such numbers have in such a country; undefined when none gives them. Degrees are recognised
 * by their size, British metres by the National Grid, French ones by where Lambert-93 and the nine conic zones put the
 * land of metropolitan France and Corsica: there these two never overlap. Web Mercator is the last guess, and is taken
 * for Lambert-93 in France north of 48°: such a file has to name its system.
 */
export function guessReference(x: number, y: number, country: string): string | undefined {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return "EPSG:4326";
  const national = country === "FR" ? frenchReference(x, y) : undefined;
  if (national !== undefined) return national;
  if (country === "GB" && isBetween(x, 0, 700_000) && isBetween(y, 0, 1_300_000))
    return "EPSG:27700";
  return Math.max(Math.abs(x), Math.abs(y)) <= mercatorReach ? "EPSG:3857" : undefined;
}

/** Half the equator, where Web Mercator ends, in metres. */
const mercatorReach = 20_037_508.35;

/** Seen from zone 47, southern Brittany lies where Corsica does in Lambert-93, but for the row of Belle-Île. */
function frenchReference(x: number, y: number): string | undefined {
  if (isBetween(x, 80_000, 1_092_000) && isBetween(y, 6_100_000, 7_150_000)) return "EPSG:2154";
  if (isBetween(x, 1_140_000, 1_260_000) && isBetween(y, 6_030_000, 6_243_000)) return "EPSG:2154";
  const zone = Math.round((y - 200_000) / 1_000_000) + 41;
  const northing = y - (zone - 41) * 1_000_000 - 200_000;
  // A zone reaches one degree to either side of its parallel, which bends by 30 km where France is widest.
  const fits = isBetween(x, 1_092_000, 2_260_000) && isBetween(northing, -150_000, 180_000);
  return fits && isBetween(zone, 42, 50) ? `EPSG:${3900 + zone}` : undefined;
}

const isBetween = (value: number, low: number, high: number) => value >= low && value <= high;
