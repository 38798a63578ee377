import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import type { CostRange } from "#domain/indicator/expected-cost.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** What the proposal may cost over five years, as a range with its terms, or that the ledger is silent. */
export function CostPart({ page, addresses, order }: VoteCardProps & { order: readonly number[] }) {
  const t = useTranslations("voteCard.cost");
  const families = useTranslations("home.spend.family");
  const locale = useLocale();
  const { cost } = page;
  if (!cost) {
    return (
      <section className={styles.part} aria-labelledby="cost">
        <h2 id="cost">{t("title", { years: 5 })}</h2>
        <p className={text.silence}>{t("silent")}</p>
        <p>
          <a href={addresses.costs}>{t("costs")}</a>
        </p>
      </section>
    );
  }
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const range = ({ low, high, pooled, from, to }: CostRange) =>
    t("range", {
      low: money(low),
      high: money(high),
      pooled: money(pooled),
      from: String(from),
      to: String(to),
    });
  return (
    <section className={styles.part} aria-labelledby="cost">
      <h2 id="cost">{t("title", { years: cost.years })}</h2>
      <p>
        <span className={styles.big}>
          {t("total", { low: money(cost.total.low), high: money(cost.total.high) })}
        </span>
        <SourceMark ids={cost.sourceIds} order={order} />
        <span className={text.caveat}>
          {t("caveat", {
            count: cost.cameras,
            cameras: wordNumber(locale, cost.cameras),
            pooled: money(cost.total.pooled),
            vat: cost.vatIncluded ? "incl" : "excl",
          })}
        </span>
      </p>
      <dl className={styles.facts}>
        {(["equipment", "marginal", "whole"] as const).map((part) => (
          <div key={part}>
            <dt>{t(part)}</dt>
            <dd>{range(cost[part])}</dd>
          </div>
        ))}
      </dl>
      {cost.missing.length > 0 && (
        <p className={text.note}>
          {t("missing", {
            families: cost.missing
              .map((family) => (families.has(family) ? families(family) : family))
              .join(", "),
          })}
        </p>
      )}
      <p className={text.note}>
        {t("method")} <a href={addresses.costs}>{t("costs")}</a>
      </p>
    </section>
  );
}
