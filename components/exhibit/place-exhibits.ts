import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Measure } from "#domain/measure/measure.ts";
import { daysBetween } from "#domain/period/partial-date.ts";
import type { Exhibit, Fact } from "#formats/exhibit/exhibit.ts";
import type { PlanPoint } from "#formats/svg/draw-plan.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";
import { aboutCity, type ExhibitWords, sourceWords } from "./exhibit-words.ts";

type Area = { code: string; name: string; geometry: unknown };

export type PlanOfCity = {
  city: { name: string; fictional: boolean };
  boundary: unknown;
  districts: readonly Area[];
  points: readonly PlanPoint[];
  inService: number;
  sources: readonly PrintedSource[];
};

/** Cameras in service where their position is public, over the districts; undefined when there is nothing to draw. */
export function planExhibit(page: PlanOfCity, words: ExhibitWords): Exhibit | undefined {
  const { t, locale } = words;
  const placed = page.points.reduce((sum, { count }) => sum + count, 0);
  if (placed === 0 && page.districts.length === 0 && !page.boundary) return undefined;
  const numbers = {
    count: placed,
    placed: wordNumber(locale, placed),
    inService: wordNumber(locale, page.inService),
  };
  return {
    ...aboutCity(page.city, words),
    title: t("exhibit.finding.map", numbers),
    subtitle: t("exhibit.unit.map"),
    shown: {
      form: "place",
      plan: {
        name: t("exhibit.description.map", numbers),
        outline: page.boundary,
        areas: page.districts,
        points: page.points,
      },
      facts: [
        { label: t("home.figures.inService"), words: numbers.inService },
        { label: t("exhibit.parts.placed"), words: numbers.placed },
      ],
    },
    notes: [t("exhibit.note.map")],
    sources: sourceWords(
      page.sources,
      page.sources.map(({ id }) => id),
      words,
    ),
  };
}

export type DistrictOfCity = {
  city: { name: string; fictional: boolean };
  district: Area & { kind: string; areaM2: number | null };
  districts: readonly Area[];
  boundary: unknown;
  population: { year: number; inhabitants: number } | undefined;
  inService: number;
  perThousandInhabitants: Measure;
  running:
    | {
        costs: { currency: string; period: { from: string; to: string } };
        cents: number;
      }
    | undefined;
  reviews: readonly {
    year: number;
    rate: { value: number; low: number; high: number } | undefined;
  }[];
  reviewsProtected: boolean;
  sources: ReadonlyMap<number, PrintedSource>;
};

/** A district: where it is, its cameras, per inhabitant, their running cost, what footage was of use for. */
export function districtExhibit(page: DistrictOfCity, words: ExhibitWords): Exhibit {
  const { t } = words;
  return {
    ...aboutCity(page.city, words),
    title: t("exhibit.finding.district", {
      district: page.district.name,
      finding: t("district.finding", { cameras: page.inService }),
    }),
    subtitle: t(`district.kicker.${page.district.kind}`),
    shown: {
      form: "place",
      plan: {
        name: t("district.outlineAlt", { district: page.district.name, city: page.city.name }),
        outline: page.boundary,
        areas: page.districts.map((area) => ({
          ...area,
          isChosen: area.code === page.district.code,
          name: area.code === page.district.code ? area.name : "",
        })),
        points: [],
      },
      facts: districtFacts(page, words),
    },
    notes: [
      t("exhibit.note.district"),
      ...(page.reviewsProtected ? [t("district.someProtected")] : []),
    ],
    sources: sourceWords(page.sources.values(), [...page.sources.keys()], words),
  };
}

/** A year or a period after the name of a fact; nothing where none is known. */
function within(period: number | string | undefined): string {
  return period === undefined ? "" : `(${period})`;
}

function districtFacts(page: DistrictOfCity, { t, locale }: ExhibitWords): Fact[] {
  const { population, perThousandInhabitants, running } = page;
  const review = page.reviews.find(({ rate }) => rate);
  const unknown = t("measure.short.not-communicated");
  return [
    { label: t("home.figures.inService"), words: wordNumber(locale, page.inService) },
    {
      label: t("exhibit.parts.perThousand", { year: within(population?.year) }),
      words:
        population && perThousandInhabitants.kind === "known"
          ? wordRatio(locale, perThousandInhabitants.value)
          : unknown,
    },
    {
      label: t("exhibit.parts.running", {
        period: within(running && wordPeriod(locale, running.costs.period)),
      }),
      words: running ? wordMoney(locale, running.cents, running.costs.currency) : unknown,
    },
    {
      label: t("exhibit.parts.usefulShare", { year: within(review?.year) }),
      words: review?.rate
        ? `${wordShare(locale, review.rate.value)} (${wordShare(locale, review.rate.low)} – ${wordShare(locale, review.rate.high)})`
        : unknown,
    },
  ];
}

export type CameraOfCity = {
  city: { name: string; fictional: boolean };
  camera: {
    reference: string;
    label: string | null;
    status: string;
    type: string;
    installedOn: string | null;
    position: { longitude: number; latitude: number } | null;
  };
  district: { name: string } | undefined;
  outlines: readonly Area[];
  today: string;
  authorisations: readonly { orderNumber: string; expiresOn: string | null }[];
  authorisationState: string;
  costs: {
    common: { currency: string; period: { from: string; to: string } } | undefined;
    yearlyCents: number | undefined;
  };
  outcomes: { band: string | undefined; bandYear: number | undefined };
  sources: ReadonlyMap<number, PrintedSource>;
};

/** The card of a camera: where, since when, under which order, for how much, and how often its footage is asked for. */
export function cameraExhibit(page: CameraOfCity, words: ExhibitWords): Exhibit {
  const { t } = words;
  const { camera } = page;
  return {
    ...aboutCity(page.city, words),
    title: [t("camera.title", { reference: camera.reference }), camera.label]
      .filter(Boolean)
      .join(", "),
    subtitle: [t(`camera.type.${camera.type}`), page.district?.name].filter(Boolean).join(" · "),
    shown: {
      form: "place",
      plan: {
        name: t("exhibit.description.camera", { reference: camera.reference }),
        areas: page.outlines.map((area) => ({ ...area, name: "" })),
        points: [],
        ...(camera.position ? { chosen: camera.position } : {}),
      },
      facts: cameraFacts(page, words),
    },
    notes: [
      ...(camera.position === null ? [t("exhibit.note.unplaced")] : []),
      t("exhibit.note.camera"),
    ],
    sources: sourceWords(page.sources.values(), [...page.sources.keys()], words),
  };
}

function cameraFacts(page: CameraOfCity, { t, locale }: ExhibitWords): Fact[] {
  const { camera, costs, outcomes, authorisationState } = page;
  const { common, yearlyCents } = costs;
  const expiresOn = page.authorisations.findLast((order) => order.expiresOn !== null)?.expiresOn;
  const days = expiresOn ? Math.abs(daysBetween(page.today, expiresOn)) : 0;
  return [
    { label: t("district.status"), words: t(`camera.status.${camera.status}`) },
    {
      label: t("camera.key.installed"),
      words: camera.installedOn
        ? wordDate(locale, camera.installedOn)
        : t("camera.key.dateUnknown"),
    },
    {
      label: t("camera.key.authorisation"),
      words: t(`camera.key.state.${authorisationState}`, { days: wordNumber(locale, days) }),
    },
    {
      label: t("camera.key.yearlyCost"),
      words:
        common && yearlyCents !== undefined
          ? wordMoney(locale, yearlyCents, common.currency)
          : t(`camera.key.${common ? "notInService" : "costUnknown"}`),
    },
    {
      label: t("exhibit.parts.requestsOf", { year: within(outcomes.bandYear) }),
      words: outcomes.band
        ? t(`camera.key.band.${outcomes.band}`)
        : t("camera.key.requestsUnknown"),
    },
  ];
}
