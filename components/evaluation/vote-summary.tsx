import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import type { Tally } from "#domain/evaluation/tally-ballots.ts";
import styles from "./evaluation.module.css";
import type { ShownDissent } from "./evaluation-props.ts";

/** How the committee voted, and the reasons of those who disagreed or stood aside. */
export function VoteSummary({
  tally,
  dissents,
}: {
  tally: Tally | null;
  dissents: readonly ShownDissent[];
}) {
  const t = useTranslations("evaluations.vote");
  if (!tally) return null;
  return (
    <ArticleSection id="vote" title={t("title")}>
      <p>
        {t("counts", {
          for: tally.for,
          against: tally.against,
          abstain: tally.abstain,
          recusal: tally.recusal,
        })}{" "}
        {t("quorum", { quorum: tally.quorum, entitled: tally.entitled })}
      </p>
      {dissents.map((dissent) => (
        <blockquote key={`${dissent.name} ${dissent.choice}`} className={styles.quote}>
          <p>{dissent.reasons}</p>
          <footer className={styles.meta}>
            {dissent.name}, {dissent.quality} · {t(`choices.${dissent.choice}`)}
          </footer>
        </blockquote>
      ))}
    </ArticleSection>
  );
}
