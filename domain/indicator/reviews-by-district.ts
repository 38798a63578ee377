import { groupSmallAreas } from "#domain/disclosure/group-small-areas.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";
import { type AreaTotal, type FootageReview, footageReviews } from "./footage-review.ts";

export type DistrictReview = {
  /** One district, or several whose counts are only readable together. */
  districtCodes: readonly string[];
  review: FootageReview;
};

export type ReviewsByDistrict =
  | { kind: "published"; year: number; city: FootageReview; districts: readonly DistrictReview[] }
  /** Counts exist; no grouping of districts can be shown without giving a small count away. */
  | { kind: "withheld"; year: number; city: FootageReview }
  | { kind: "none"; city: FootageReview | undefined };

/**
 * Requests for footage by district in the latest year, after disclosure control: every count shown is zero or at
 * least five, small districts being shown together. Requests without a known district count as one more area, so
 * that nothing can be found by subtracting from the city's total.
 * Without a result per request only totals exist, and they are shown under the same rule.
 */
export function reviewsByDistrict(
  totals: readonly (AreaTotal & { areaKind: string; areaCode: string | null })[],
): ReviewsByDistrict {
  const city = footageReviews(totals.filter((total) => total.areaKind === "city"))[0];
  const codes = [
    ...new Set(
      totals.filter((total) => total.areaKind === "district").map((total) => total.areaCode),
    ),
  ];
  if (!city) return { kind: "none", city };
  const own = codes.flatMap((code) => {
    const review = footageReviews(
      totals.filter((total) => total.areaKind === "district" && total.areaCode === code),
    ).find((candidate) => candidate.year === city.year && candidate.scope === city.scope);
    return code !== null && review ? [{ code, review }] : [];
  });
  const [pattern] = own;
  if (!pattern) return { kind: "none", city };
  const areas = withRest(
    own.map(({ code, review }) => ({ id: code, ...split(review) })),
    split(city),
  );
  if (!areas) return { kind: "withheld", year: city.year, city };
  const breakdown = groupSmallAreas(areas, { cityTotal: split(city) });
  if (breakdown.kind === "withheld") return { kind: "withheld", year: city.year, city };
  const rows = breakdown.other ? [...breakdown.rows, breakdown.other] : breakdown.rows;
  return {
    kind: "published",
    year: city.year,
    city,
    districts: rows
      .filter((row) => row.areaIds.some((id) => id !== elsewhere))
      .map((row) => ({
        districtCodes: row.areaIds.filter((id) => id !== elsewhere),
        review: rebuild(pattern.review, city, row),
      })),
  };
}

/** Not a district: what happened in none that is known. */
const elsewhere = "\u0000";

type Counts = { found: number; notFound: number };

function split(review: FootageReview): Counts {
  const found = review.relevant ?? 0;
  return { found, notFound: review.requested - found };
}

/** Adds what no district holds; undefined when districts hold more than the city: the two don't count the same. */
function withRest(areas: readonly (Counts & { id: string })[], city: Counts) {
  const rest = {
    id: elsewhere,
    found: city.found - areas.reduce((sum, area) => sum + area.found, 0),
    notFound: city.notFound - areas.reduce((sum, area) => sum + area.notFound, 0),
  };
  return rest.found < 0 || rest.notFound < 0 ? undefined : [...areas, rest];
}

function rebuild(pattern: FootageReview, city: FootageReview, counts: Counts): FootageReview {
  const requested = counts.found + counts.notFound;
  const hasResult = pattern.relevant !== undefined && city.relevant !== undefined;
  return {
    ...pattern,
    requested,
    relevant: hasResult ? counts.found : undefined,
    rate:
      hasResult && requested > 0
        ? {
            value: counts.found / requested,
            ...wilsonInterval(counts.found, requested),
            level: 0.95,
          }
        : undefined,
  };
}
