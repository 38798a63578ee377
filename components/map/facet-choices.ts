import { cameraPurposes, cameraStatuses, cameraTypes } from "#domain/camera/camera-vocabulary.ts";
import { authorisationStates } from "#domain/compliance/authorisation-state.ts";
import { costBands, costPerOutcomeBands, outcomeBands } from "#domain/dataset/map-vocabulary.ts";
import { type FacetChoice, fill } from "./map-labels.ts";

type Words = Readonly<Record<string, string>>;

/** Sentences of the `map` messages that name facets and bands, with those of the camera sheet. */
export type FacetWords = {
  facets: Words;
  values: { authorisation: Words; outcome: Words; cost: Words };
  status: Words;
  type: Words;
  purpose: Words;
};

/**
 * The facets of a city's map with their values in words, made on the server. Districts and operators are the
 * city's own names; money is written in its currency.
 */
export function facetChoices(
  words: FacetWords,
  city: {
    locale: string;
    currency: string;
    districts: readonly { code: string; name: string }[];
    operators: readonly string[];
  },
): FacetChoice[] {
  const money = new Intl.NumberFormat(city.locale, {
    style: "currency",
    currency: city.currency,
    maximumFractionDigits: 0,
  });
  const listed = (facet: string, values: readonly string[], labels: Words): FacetChoice => ({
    facet,
    label: words.facets[facet] ?? facet,
    values: values.map((value) => ({ value, label: labels[value] ?? value })),
  });
  const bands = (facet: string, values: readonly string[]) =>
    listed(
      facet,
      values,
      bandWords(values, words.values.cost, (amount) => money.format(amount)),
    );
  const districts = Object.fromEntries(city.districts.map(({ code, name }) => [code, name]));
  return [
    listed("status", cameraStatuses, words.status),
    listed("authorisation", authorisationStates, words.values.authorisation),
    listed("type", cameraTypes, words.type),
    listed("district", Object.keys(districts), districts),
    listed("operator", city.operators, {}),
    listed("purpose", cameraPurposes, words.purpose),
    bands("cost", costBands),
    listed("outcome", outcomeBands, words.values.outcome),
    bands("costPerOutcome", costPerOutcomeBands),
  ].filter(({ values }) => values.length > 0);
}

/** "0", "2500", "5000" become "under 2,500 €", "2,500 – 5,000 €"…; bands that are words keep theirs. */
function bandWords(
  bands: readonly string[],
  words: Words,
  money: (amount: number) => string,
): Words {
  const starts = bands.filter((band) => /^\d+$/.test(band));
  return Object.fromEntries(
    bands.map((band) => {
      const place = starts.indexOf(band);
      if (place < 0) return [band, words[band] ?? band];
      const from = money(Number(band));
      const next = starts[place + 1];
      const to = next === undefined ? "" : money(Number(next));
      const sentence = place === 0 ? words.first : next === undefined ? words.last : words.between;
      return [band, fill(sentence ?? band, { from, to })];
    }),
  );
}
