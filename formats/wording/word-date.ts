/** Words a partial date as its precision allows: "14 mars 2017", "mars 2017", "2017". No day is invented. */
export function wordDate(locale: string, date: string): string {
  if (date.length === 4) return date;
  const options: Intl.DateTimeFormatOptions =
    date.length === 7
      ? { year: "numeric", month: "long", timeZone: "UTC" }
      : { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
  const day = date.length === 7 ? `${date}-01` : date;
  const words = new Intl.DateTimeFormat(localeOf(locale), options).format(
    new Date(`${day}T00:00:00Z`),
  );
  // French writes the first of the month as an ordinal.
  return locale === "fr" ? words.replace(/^1 /, "1er ") : words;
}

/** Words an instant as a day in a time zone. */
export function wordInstant(locale: string, instant: Date, timeZone: string): string {
  const words = new Intl.DateTimeFormat(localeOf(locale), { dateStyle: "long", timeZone }).format(
    instant,
  );
  return locale === "fr" ? words.replace(/^1 /, "1er ") : words;
}

/** Words a period: "2022", "avril 2024 – mars 2025", one date when both ends are one. */
export function wordPeriod(locale: string, period: { from: string; to: string }): string {
  const [from, to] = [period.from, period.to];
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) {
    const years = [from.slice(0, 4), to.slice(0, 4)];
    return years[0] === years[1] ? from.slice(0, 4) : years.join("–");
  }
  if (from === to) return wordDate(locale, from);
  const ends = startsMonth(from) && endsMonth(to) ? [from.slice(0, 7), to.slice(0, 7)] : [from, to];
  if (ends[0] === ends[1]) return wordDate(locale, ends[0] ?? from);
  return ends.map((end) => wordDate(locale, end)).join(" – ");
}

/** "2024", "2024–25" for an accounting year, the day's year for a day. */
export function shortPeriod({ from, to }: { from: string; to: string }): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last.slice(2)}`;
}

/** The short name of a month, 1 to 12: "janv.", "Jan". */
export function wordMonth(locale: string, month: number): string {
  const format = new Intl.DateTimeFormat(localeOf(locale), { month: "short", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** Intl locale of an interface language: English dates in the day-month order that Europe reads. */
export function localeOf(language: string): string {
  return language === "fr" ? "fr-FR" : "en-GB";
}

function startsMonth(day: string): boolean {
  return day.endsWith("-01");
}

function endsMonth(day: string): boolean {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  return next.getUTCDate() === 1;
}
