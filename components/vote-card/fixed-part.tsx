import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IndicatorCell } from "#components/indicator/indicator-value.tsx";
import { useIndicatorWords } from "#components/indicator/indicator-words.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** What is fixed before anything is installed, with the value from which it will be judged; a blank is to be filled in. */
export function FixedPart({
  page,
  addresses,
  order,
}: VoteCardProps & { order: readonly number[] }) {
  const t = useTranslations("voteCard");
  const locale = useLocale();
  const { t: indicator } = useIndicatorWords();
  const { proposal, baseline } = page;
  const blank = <span className={styles.blank}>{t("toFix")}</span>;
  const facts: { key: string; label: string; value: ReactNode }[] = [
    { key: "objective", label: t("form.objective.label"), value: proposal.objective ?? blank },
    {
      key: "indicator",
      label: t("form.indicator.label"),
      value: baseline ? (
        <a href={addresses.indicator(baseline.indicator.id)}>
          {indicator(`items.${baseline.indicator.id}.name`)}
        </a>
      ) : (
        blank
      ),
    },
    ...(baseline
      ? [
          {
            key: "start",
            label: t("start"),
            value: (
              <>
                <IndicatorCell
                  indicator={baseline.indicator}
                  point={baseline.district ?? baseline.city}
                  order={order}
                />{" "}
                {t("startOf", {
                  isDistrict: baseline.district ? "yes" : "no",
                  period: periodOf(locale, baseline.district ?? baseline.city),
                })}
              </>
            ),
          },
        ]
      : []),
    { key: "target", label: t("form.target.label"), value: proposal.target ?? blank },
    {
      key: "evaluateOn",
      label: t("form.evaluateOn.label"),
      value: proposal.evaluateOn ? wordDate(locale, proposal.evaluateOn) : blank,
    },
  ];
  return (
    <section className={styles.part} aria-labelledby="fixed">
      <h2 id="fixed">{t("fixedTitle")}</h2>
      <dl className={styles.facts}>
        {facts.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function periodOf(locale: string, point: { period: { from: string; to: string } } | undefined) {
  return point ? wordPeriod(locale, point.period) : "";
}
