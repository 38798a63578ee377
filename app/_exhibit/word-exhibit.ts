import { getTranslations } from "next-intl/server";
import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import type { PictureWords } from "#formats/chart/picture-frame.ts";
import type { Citation } from "#formats/citation/citation.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { figurePath, siteOrigin } from "./exhibit-addresses.ts";
import type { Shown, Since } from "./show-exhibit.ts";

export async function exhibitWords(locale: string): Promise<ExhibitWords> {
  return { locale, t: await getTranslations({ locale }) };
}

type Dated = { release: number; publishedAt: Date | null };

function releaseWords(
  { release, publishedAt }: Dated,
  timezone: string,
  { locale }: ExhibitWords,
): { release: string; date: string } {
  return {
    release: String(release),
    date: publishedAt ? wordInstant(locale, publishedAt, timezone) : "",
  };
}

/** Which release is read, and whether it will change under the reader. */
export function stampOf({ city, address }: Shown, words: ExhibitWords): string {
  if (city.publishedAt === null) return words.t("embed.nothingPublished");
  const said = releaseWords(city, city.timezone, words);
  return words.t(address.release === undefined ? "embed.live" : "embed.frozen", said);
}

/** Every source in one sentence, or that there is none. */
export function sourceSentence({ exhibit }: Shown, { t }: ExhibitWords): string {
  const sources = [...new Set(exhibit.sources)];
  return sources.length === 0
    ? t("embed.noSource")
    : t("embed.source", { source: sources.join(" · ") });
}

const MOST_CHANGES = 3;

/** What became of a frozen figure: one sentence, and its first changes with their old and new words. */
export function sinceWords(
  { city }: Shown,
  since: Since,
  words: ExhibitWords,
): { title: string; changes: string[] } {
  const { t } = words;
  const { changes, isGone, release } = since;
  const isToday = release === city.release && changes.length > 0;
  const kind = isGone ? "gone" : isToday ? "today" : changes.length > 0 ? "changed" : "same";
  const nothing = t("embed.superseded.none");
  const said = changes
    .slice(0, MOST_CHANGES)
    .map(({ label, was = nothing, is = nothing }) =>
      label === ""
        ? t("embed.superseded.only", { was, is })
        : t("embed.superseded.change", { label, was, is }),
    );
  const more = changes.length - said.length;
  return {
    title: t(`embed.superseded.${kind}`, releaseWords(since, city.timezone, words)),
    changes: more > 0 ? [...said, t("embed.superseded.more", { count: more })] : said,
  };
}

/** Address of the page that always gives the figure as it is here: frozen at the release that is read. */
export function permanentAddress({ address, city }: Shown, locale: string): string {
  const release = city.release === 0 ? undefined : city.release;
  return `${siteOrigin()}${figurePath(locale, { ...address, release })}`;
}

/** What goes around an exhibit in a picture. */
export function pictureWords(shown: Shown, words: ExhibitWords): PictureWords {
  const { exhibit, city } = shown;
  const { t, locale } = words;
  const said = releaseWords(city, city.timezone, words);
  return {
    title: exhibit.title,
    subtitle: [exhibit.place, exhibit.subtitle].filter(Boolean).join(" · "),
    note: [exhibit.warning, ...exhibit.notes].filter(Boolean).join(" "),
    source: sourceSentence(shown, words),
    date: city.publishedAt ? t("charts.release", said) : t("embed.nothingPublished"),
    address: permanentAddress(shown, locale).replace(/^https?:\/\//, ""),
  };
}

/** "Contrechamp, « … », Ville, version 3…, https://…": as a newspaper or a report writes it. */
export function citationWords(shown: Shown, words: ExhibitWords): string {
  const { exhibit, city } = shown;
  return words.t("figure.cite.text", {
    title: exhibit.title,
    city: exhibit.place,
    ...releaseWords(city, city.timezone, words),
    address: permanentAddress(shown, words.locale),
  });
}

/** The same for reference managers. */
export function citationOf(shown: Shown, { t, locale }: ExhibitWords): Citation {
  const { exhibit, city, address } = shown;
  const unit = exhibit.subtitle && `${exhibit.subtitle}.`;
  const said = [exhibit.warning, unit, ...exhibit.notes].filter(Boolean).join(" ");
  return {
    key: ["contrechamp", city.slug, ...address.name, String(city.release)]
      .join("-")
      .replace(/[^A-Za-z0-9-]+/g, "-"),
    author: t("site.name"),
    title: exhibit.title,
    container: `${t("site.name")}, ${exhibit.place}`,
    date: city.publishedAt ? dayIn(city.timezone, city.publishedAt) : "",
    version: String(city.release),
    address: permanentAddress(shown, locale),
    language: locale,
    note: said,
  };
}
