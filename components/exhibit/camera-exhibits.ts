import type { PrintedSource } from "#components/source/footnotes.tsx";
import { needsPrefectsOrder } from "#domain/compliance/authorisation-state.ts";
import type { Measure } from "#domain/measure/measure.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordRatio } from "#formats/wording/word-number.ts";
import { aboutCity, type ExhibitWords, knownText, sourceWords } from "./exhibit-words.ts";

/** What the figures on cameras are made from: part of a city's home. */
export type CamerasOfCity = {
  city: { name: string; fictional: boolean; country: string };
  today: string;
  cameras: { registered: number; inService: number; expired: number };
  announced:
    | {
        value: number;
        period: { from: string; to: string } | null;
        scope: string | null;
        sourceId: number;
      }
    | undefined;
  population: { year: number; inhabitants: number; sourceId: number } | undefined;
  perThousandInhabitants: Measure;
  authorisations: readonly {
    expiresOn: string | null;
    sourceId: number;
    reading: { state: string; daysLeft: number | null };
  }[];
  sources: readonly PrintedSource[];
  /** Where the register comes from. */
  registerSources: readonly PrintedSource[];
};

/** Cameras in service by the register; without one, the number that was announced; without that, the silence. */
export function camerasExhibit(page: CamerasOfCity, words: ExhibitWords): Exhibit {
  const { t, locale } = words;
  const about = aboutCity(page.city, words);
  if (page.cameras.registered > 0) {
    return {
      ...about,
      title: t("home.figures.inService"),
      subtitle: t("exhibit.unit.camerasOn", { date: wordDate(locale, page.today) }),
      shown: {
        form: "number",
        words: wordNumber(locale, page.cameras.inService),
        value: page.cameras.inService,
      },
      notes: [
        t("exhibit.note.register", { registered: wordNumber(locale, page.cameras.registered) }),
      ],
      sources: registerWords(page, words),
    };
  }
  const { announced } = page;
  if (!announced) return silence(about, t("home.figures.cameras"), words);
  const period = announced.period ? wordPeriod(locale, announced.period) : "";
  return {
    ...about,
    title: t("home.figures.announced"),
    subtitle: [t("exhibit.unit.cameras"), period].filter(Boolean).join(" · "),
    shown: { form: "number", words: wordNumber(locale, announced.value), value: announced.value },
    notes: [
      announced.scope
        ? t("exhibit.note.scope", { scope: knownText(words, "scopes", announced.scope) })
        : t("exhibit.note.noScope"),
      t("exhibit.note.announced"),
    ],
    sources: sourceWords(page.sources, [announced.sourceId], words),
  };
}

/** Cameras in service for 1,000 inhabitants, with both terms of the division. */
export function densityExhibit(page: CamerasOfCity, words: ExhibitWords): Exhibit {
  const { t, locale } = words;
  const { population, perThousandInhabitants: rate, cameras } = page;
  const about = aboutCity(page.city, words);
  const title = t("exhibit.name.cameras-per-inhabitant");
  if (cameras.registered === 0 || !population || rate.kind !== "known")
    return silence(about, title, words);
  return {
    ...about,
    title,
    subtitle: t("exhibit.unit.perThousand", { year: String(population.year) }),
    shown: { form: "number", words: wordRatio(locale, rate.value), value: rate.value },
    notes: [
      t("exhibit.note.density", {
        cameras: wordNumber(locale, cameras.inService),
        inhabitants: wordNumber(locale, population.inhabitants),
        year: String(population.year),
      }),
    ],
    sources: [
      ...registerWords(page, words),
      ...sourceWords(page.sources, [population.sourceId], words),
    ],
  };
}

/** Known orders of the prefect and how many have expired; undefined where the law asks for none. */
export function authorisationsExhibit(
  page: CamerasOfCity,
  words: ExhibitWords,
): Exhibit | undefined {
  if (!needsPrefectsOrder(page.city.country)) return undefined;
  const { t, locale } = words;
  const { authorisations, cameras } = page;
  const about = aboutCity(page.city, words);
  if (authorisations.length === 0)
    return silence(about, t("home.figures.orders"), words, t("home.figures.noOrder"));
  const expired = authorisations.filter(({ reading }) => reading.state === "expired").length;
  const next = authorisations.find(({ reading }) => reading.daysLeft !== null);
  const count = authorisations.length;
  const expiry = next?.expiresOn ? wordDate(locale, next.expiresOn) : undefined;
  return {
    ...about,
    title: t(`home.figures.${expired > 0 ? "expiredOrders" : "orders"}`),
    subtitle: t("exhibit.unit.ordersOn", { date: wordDate(locale, page.today) }),
    shown: {
      form: "number",
      words:
        expired > 0
          ? t("home.figures.expiredOf", { expired, count })
          : t("home.figures.orderCount", { count }),
      value: expired > 0 ? expired : count,
      isAlert: expired > 0,
    },
    notes: [
      ...(cameras.expired > 0
        ? [t("home.figures.camerasExpired", { count: wordNumber(locale, cameras.expired) })]
        : []),
      ...(expired === 0 && expiry ? [t("home.figures.nextExpiry", { date: expiry })] : []),
      t("exhibit.note.orders"),
    ],
    sources: sourceWords(
      page.sources,
      authorisations.map(({ sourceId }) => sourceId),
      words,
    ),
  };
}

/** Where a figure is looked for and there is none: the silence is what is shown and cited. */
export function silence(
  about: Pick<Exhibit, "place" | "warning">,
  title: string,
  { t }: ExhibitWords,
  words = t("home.figures.notPublished"),
): Exhibit {
  return {
    ...about,
    title,
    subtitle: "",
    shown: { form: "number", words, isSilent: true },
    notes: [t("exhibit.note.silence")],
    sources: [],
  };
}

function registerWords(page: CamerasOfCity, words: ExhibitWords): string[] {
  return sourceWords(
    page.registerSources,
    page.registerSources.map(({ id }) => id),
    words,
  );
}
