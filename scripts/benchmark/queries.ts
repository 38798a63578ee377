import { type CameraFilter, noFilter } from "#domain/dataset/camera-filter.ts";
import { connect } from "#persistence/connection.ts";
import { findCameras } from "#use-cases/camera/find-cameras.ts";
import { type BenchmarkRow, milliseconds, quantile, timings } from "./row.ts";

const facets = ["status", "type", "operator", "year", "authorisation", "district"];

/** Facets with a grid, and the rows of a box, over every camera of a city: beside the same question in SQL. */
export async function measureQueries(
  city: string,
  url: string,
  today: string,
): Promise<BenchmarkRow[]> {
  const sql = connect(url, { name: "bench" });
  try {
    // As PostgreSQL itself leaves its tables some minutes after an import: what is measured is not the first look at each row.
    await sql`VACUUM (ANALYZE) camera_version`;
    return [await facetsAndGrid(city, today, sql), await rowsInBox(city, today, sql)];
  } finally {
    await sql.end();
  }
}

type Sql = ReturnType<typeof connect>;

const someTypes = ["dome", "fixed", "panoramic", "thermal", "number-plate", "other"] as const;
const someStatuses = ["in-service", "planned", "out-of-order", "removed"] as const;

/** Another question each time: other types, now and then a status or years, the whole ground or nearly. */
function question(turn: number, [west, south, east, north]: Box) {
  const pick = <Value>(values: readonly Value[], from: number) =>
    values[from % values.length] as Value;
  const inset = turn % 2 === 0 ? 0 : (turn % 7) / 100;
  const [x, y] = [(east - west) * inset, (north - south) * inset];
  const filter: CameraFilter = {
    ...noFilter,
    type: [pick(someTypes, turn), pick(someTypes, turn + 1 + (turn % 5))],
    status: turn % 3 === 0 ? [pick(someStatuses, turn)] : [],
    from: turn % 4 === 0 ? 2000 + (turn % 15) : null,
  };
  return { filter, box: [west + x, south + y, east - x, north - y] as const };
}

type Box = readonly [number, number, number, number];

async function facetsAndGrid(city: string, today: string, sql: Sql): Promise<BenchmarkRow> {
  const all = await findCameras({ city, filter: noFilter, limit: 0, today });
  const box = all?.box ?? [0, 0, 0, 0];
  let turn = 0;
  const ours = await timings(100, () => {
    turn += 1;
    const grid = { columns: 24, rows: 16 };
    return findCameras({ city, ...question(turn, box), limit: 0, facets, grid, today });
  });
  const rival = await timings(
    3,
    () =>
      sql`SELECT status, type, operator, installation_year, district_code,
          floor(longitude * 4), floor(latitude * 4), count(*)
        FROM camera_version v JOIN city c ON c.id = v.city_id
        WHERE c.slug = ${city} AND v.until_release IS NULL AND type = ANY('{dome,fixed}')
        GROUP BY GROUPING SETS ((status), (type), (operator), (installation_year), (district_code),
          (floor(longitude * 4), floor(latitude * 4)))`,
  );
  const reached = quantile(ours, 0.95);
  const sqlTime = quantile(rival, 0.5);
  return {
    what: "facets + grid over every camera, on the server, p95",
    limit: "≤ 50 ms",
    reached: milliseconds(reached),
    rival: `grouping in PostgreSQL ${milliseconds(sqlTime)}`,
    ratio: sqlTime / reached,
    isReached: reached <= 50,
  };
}

async function rowsInBox(city: string, today: string, sql: Sql): Promise<BenchmarkRow> {
  const all = await findCameras({ city, filter: noFilter, limit: 0, today });
  const [west, south, east, north] = all?.box ?? [0, 0, 0, 0];
  let step = 0;
  // Boxes of a thousandth of the ground, each elsewhere.
  const next = () => {
    step += 1;
    const x = west + (east - west) * ((step * 0.618) % 0.96);
    const y = south + (north - south) * ((step * 0.382) % 0.96);
    return [x, y, x + (east - west) * 0.03, y + (north - south) * 0.03] as const;
  };
  const ours = await timings(400, () =>
    findCameras({ city, filter: noFilter, box: next(), limit: 50, today }),
  );
  const rival = await timings(10, () => {
    const [x1, y1, x2, y2] = next();
    return sql`SELECT count(*) OVER (), v.* FROM camera_version v JOIN city c ON c.id = v.city_id
      WHERE c.slug = ${city} AND v.until_release IS NULL AND longitude BETWEEN ${x1} AND ${x2}
        AND latitude BETWEEN ${y1} AND ${y2} ORDER BY reference LIMIT 50`;
  });
  const reached = quantile(ours, 0.95);
  const sqlTime = quantile(rival, 0.95);
  return {
    what: "50 rows and the count of a box, every camera stored, p95",
    limit: "≤ 5 ms",
    reached: milliseconds(reached),
    rival: `the same in plain SQL ${milliseconds(sqlTime)}`,
    ratio: sqlTime / reached,
    isReached: reached <= 5,
  };
}
