import type { ReportEntry } from "#domain/annual-report/report-content.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import type { ReportWords } from "./report-words.ts";

/** A thing of the year in words: what it is, what is said of it, and where to read more. */
export type WordedEntry = { key: string; title: string; text: string; page?: string };

export function wordEntry(words: ReportWords, entry: ReportEntry): WordedEntry {
  const { locale, t } = words;
  const date = (day: string) => wordDate(locale, day);
  switch (entry.kind) {
    case "opinion":
      return {
        key: `opinion ${entry.slug}`,
        title: entry.title,
        text: opinionText(words, entry),
        page: `evaluations/${entry.slug}`,
      };
    case "reply":
      return {
        key: `reply ${entry.slug}`,
        title: entry.title,
        text: entry.repliedOn
          ? t("annualReport.entry.replied", { date: date(entry.repliedOn), days: entry.days })
          : t("annualReport.entry.waiting", { days: entry.days }),
        page: `evaluations/${entry.slug}`,
      };
    case "recommendation":
      return {
        key: `recommendation ${entry.slug} ${entry.text}`,
        title: entry.text,
        text: `${t("evaluations.recommendations.owner", { owner: entry.owner, date: date(entry.dueOn) })} · ${t(`evaluations.recommendations.states.${entry.state}`)}`,
        page: `evaluations/${entry.slug}`,
      };
    case "study":
      return {
        key: `study ${entry.page}`,
        title: entry.title[locale === "fr" ? "fr" : "en"],
        text: [t(`annualReport.entry.verdict.${entry.verdict}`), entry.objective]
          .filter(Boolean)
          .join(" "),
        page: entry.page,
      };
    case "release":
      return {
        key: `release ${entry.number}`,
        title: t("annualReport.entry.release", { number: String(entry.number) }),
        text: [date(entry.on), entry.note].filter(Boolean).join(" · "),
        page: `releases/${entry.number}`,
      };
    case "fact":
      return {
        key: `fact ${entry.on} ${entry.statement.en}`,
        title: date(entry.on),
        text: entry.statement[locale === "fr" ? "fr" : "en"],
      };
    default:
      return {
        key: `${entry.kind} ${entry.number}`,
        title: t("annualReport.entry.order", { number: entry.number }),
        text: [t(`annualReport.entry.${entry.kind}`, { date: date(entry.on) }), entry.perimeter]
          .filter(Boolean)
          .join(" · "),
        page: "authorisations",
      };
  }
}

function opinionText(
  { locale, t }: ReportWords,
  entry: Extract<ReportEntry, { kind: "opinion" }>,
): string {
  return [
    entry.opinion && `${t(`evaluations.opinion.${entry.opinion}`)}.`,
    t("annualReport.entry.published", { date: wordDate(locale, entry.publishedOn) }),
    entry.votes && t("evaluations.vote.counts", entry.votes),
    entry.withdrawnOn &&
      `${t("evaluations.withdrawnOn", { date: wordDate(locale, entry.withdrawnOn) })}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
