import { useLocale, useMessages, useTranslations } from "next-intl";
import { costBands, costPerOutcomeBands } from "#domain/dataset/map-vocabulary.ts";
import { wordMoney, wordRatio } from "#formats/wording/word-number.ts";
import type { FacetChoice, MapLabels, Shading } from "./map-labels.ts";

export type FacetCounts = Readonly<Record<string, readonly { value: string; cameras: number }[]>>;

/** Sentences of the map as the browser needs them: with their braces, to be filled there. */
export function useMapLabels(): MapLabels {
  return (useMessages() as unknown as { map: { labels: MapLabels } }).map.labels;
}

/** The facets that have something to choose from, their values in words; free names as the city writes them. */
export function useFacetChoices(
  counts: FacetCounts,
  districts: readonly { code: string; name: string }[],
  currency: string,
): FacetChoice[] {
  const t = useTranslations("map");
  const camera = useTranslations("camera");
  const costWords = useCostBandWords(currency);
  const districtNames = new Map(districts.map(({ code, name }) => [code, name]));
  const words: Record<string, (value: string) => string> = {
    status: (value) => camera(`status.${value}`),
    authorisation: (value) => t(`authorisation.${value}`),
    type: (value) => camera(`type.${value}`),
    purpose: (value) => t(`purpose.${value}`),
    district: (value) => districtNames.get(value) ?? value,
    operator: (value) => value,
    cost: (value) => costWords(costBands, value),
    outcome: (value) => t(`outcomeBand.${value}`),
    costPerOutcome: (value) => costWords(costPerOutcomeBands, value),
    precision: (value) => t(`precision.${value}`),
  };
  return Object.entries(words).flatMap(([facet, word]) => {
    const values = (counts[facet] ?? []).filter(({ value }) => value !== "");
    if (values.length === 0) return [];
    return [
      {
        facet,
        label: t(`facet.${facet}`),
        values: values.map(({ value }) => ({ value, label: word(value) })),
      },
    ];
  });
}

function useCostBandWords(currency: string): (bands: readonly string[], value: string) => string {
  const t = useTranslations("map.costBand");
  const locale = useLocale();
  const money = (units: string | undefined) => wordMoney(locale, Number(units) * 100, currency);
  return (bands, value) => {
    if (value === "unknown" || value === "no-outcome") return t(value);
    const starts = bands.filter((band) => !Number.isNaN(Number(band)));
    const place = starts.indexOf(value);
    const next = starts[place + 1];
    if (place === 0) return t("first", { to: money(next) });
    return next === undefined
      ? t("last", { from: money(value) })
      : t("between", { from: money(value), to: money(next) });
  };
}

/** Five classes of equal numbers of districts: what a choropleth may say without naming a winner. */
export function useShadings(
  districts: readonly {
    code: string;
    areaM2: number | null;
    camerasInService: number;
    perThousandInhabitants: number | undefined;
  }[],
): Shading[] {
  const t = useTranslations("map.shading");
  const locale = useLocale();
  const measures = [
    { key: "perThousand", of: (d: (typeof districts)[number]) => d.perThousandInhabitants },
    {
      key: "perKm2",
      of: (d: (typeof districts)[number]) =>
        d.areaM2 ? (d.camerasInService * 1e6) / d.areaM2 : undefined,
    },
  ];
  return measures.flatMap(({ key, of }) => {
    const known = districts.flatMap((district) => {
      const value = of(district);
      return value === undefined ? [] : [{ code: district.code, value }];
    });
    if (known.length < 5) return [];
    const sorted = [...known].sort((a, b) => a.value - b.value);
    const classes = Object.fromEntries(
      sorted.map(({ code }, rank) => [
        code,
        Math.min(5, Math.floor((rank * 5) / sorted.length) + 1),
      ]),
    );
    const steps = [1, 2, 3, 4, 5].map((step) => {
      const values = sorted.filter(({ code }) => classes[code] === step).map(({ value }) => value);
      return t("step", {
        from: wordRatio(locale, values[0] ?? 0),
        to: wordRatio(locale, values.at(-1) ?? 0),
      });
    });
    return [{ key, label: t(key), classes, steps }];
  });
}
