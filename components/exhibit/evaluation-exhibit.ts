import type { Exhibit, Fact } from "#formats/exhibit/exhibit.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { aboutCity, type ExhibitWords } from "./exhibit-words.ts";

/** What the exhibit of an opinion is made from: what its page shows. */
export type EvaluationOfCity = {
  city: { name: string; fictional: boolean };
  shown: {
    content: {
      title: string;
      object: { kind: string; reference?: string | undefined };
      opinion?: string | undefined;
    };
    publishedAt: Date | null;
    number: number;
    tally: {
      for: number;
      against: number;
      abstain: number;
      recusal: number;
    } | null;
  };
  reply: { kind: "replied" | "waiting"; days: number };
  recommendations: readonly { state: string }[];
  withdrawal: { reason: string } | null;
};

/** An opinion of the committee: what it concludes, how it was voted, what the city answered, what became of it. */
export function evaluationExhibit(page: EvaluationOfCity, words: ExhibitWords): Exhibit {
  const { t, locale } = words;
  const { shown, reply, recommendations, withdrawal } = page;
  const { content, tally, publishedAt } = shown;
  const { opinion, object } = content;
  const overdue = recommendations.filter(({ state }) => state === "overdue").length;
  const facts: Fact[] = [
    ...(opinion
      ? [{ label: t("exhibit.evaluation.opinion"), words: t(`evaluations.opinion.${opinion}`) }]
      : []),
    ...(tally
      ? [{ label: t("exhibit.evaluation.vote"), words: t("evaluations.vote.counts", tally) }]
      : []),
    {
      label: t("exhibit.evaluation.reply"),
      words: t(`evaluations.reply.${reply.kind}`, { days: reply.days }),
    },
    {
      label: t("exhibit.evaluation.recommendations"),
      words: t("exhibit.evaluation.followed", { count: recommendations.length, overdue }),
    },
  ];
  return {
    ...aboutCity(page.city, words),
    title: content.title,
    subtitle: [
      t("exhibit.evaluation.version", { number: shown.number }),
      publishedAt && wordDate(locale, publishedAt.toISOString().slice(0, 10)),
      object.reference,
    ]
      .filter(Boolean)
      .join(" · "),
    shown: { form: "place", facts },
    notes: [
      ...(withdrawal ? [t("exhibit.evaluation.withdrawn", { reason: withdrawal.reason })] : []),
      t("exhibit.evaluation.note"),
    ],
    sources: [t("exhibit.evaluation.source", { city: page.city.name })],
  };
}
