import { useLocale, useTranslations } from "next-intl";
import text from "#components/ui/text.module.css";
import { wordChange, wordRatio } from "#formats/wording/word-number.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** With what the place may be compared, chosen before and not after. */
export function ComparisonPart({ page }: VoteCardProps & { order: readonly number[] }) {
  const t = useTranslations("voteCard.comparison");
  const locale = useLocale();
  const { comparison } = page;
  const known = (value: number | undefined) =>
    value === undefined ? t("unknown") : wordRatio(locale, value);
  return (
    <section className={styles.part} aria-labelledby="comparison">
      <h2 id="comparison">{comparison ? t("title", { name: comparison.name }) : t("noneTitle")}</h2>
      {comparison ? (
        <>
          <dl className={styles.facts}>
            {(
              [
                [
                  "rates",
                  wordRatio(locale, comparison.rates.place),
                  wordRatio(locale, comparison.rates.area),
                ],
                [
                  "trends",
                  wordChange(locale, comparison.trends.place),
                  wordChange(locale, comparison.trends.area),
                ],
                [
                  "cameras",
                  known(comparison.camerasPerThousand.place),
                  known(comparison.camerasPerThousand.area),
                ],
              ] as const
            ).map(([key, here, there]) => (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{t("hereThere", { here, there, name: comparison.name })}</dd>
              </div>
            ))}
          </dl>
          <p className={text.note}>
            {t("method", {
              from: String(comparison.years.from),
              to: String(comparison.years.to),
            })}
          </p>
        </>
      ) : (
        <p className={text.silence}>{t(page.place ? "none" : "noPlace")}</p>
      )}
    </section>
  );
}
