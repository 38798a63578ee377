import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import type { CostRange, ExpectedCost } from "#domain/indicator/expected-cost.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { ledgerYears } from "./ledger-years.ts";
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
  const range = ({ low, high, pooled }: CostRange) =>
    t("range", { low: money(low), high: money(high), pooled: money(pooled) });
  const names = (list: readonly string[]) =>
    list.map((family) => (families.has(family) ? families(family) : family)).join(", ");
  const { marginal, full } = cost;
  return (
    <section className={styles.part} aria-labelledby="cost">
      <h2 id="cost">{t("title", { years: cost.years })}</h2>
      <Answer
        of="marginal"
        cost={cost}
        order={order}
        facts={[
          [t("equipment"), range(marginal.equipment)],
          [t("marginal"), range(marginal.running)],
        ]}
      />
      <Answer
        of="full"
        cost={cost}
        order={order}
        facts={[
          [t("writtenOff", { years: cost.years }), range(full.equipment)],
          [t("jointCapital"), full.jointCapital ? range(full.jointCapital) : t("noJointCapital")],
          [t("whole"), range(full.running)],
        ]}
      />
      <p className={text.note}>
        {cost.missing.length > 0 && `${t("missing", { families: names(cost.missing) })} `}
        {cost.assumedLives.length > 0 &&
          `${t("assumedLives", { families: names(cost.assumedLives) })} `}
        {t("method")} <a href={addresses.costs}>{t("costs")}</a>
      </p>
    </section>
  );
}

type AnswerProps = {
  /** What the vote decides, or the full cost. */
  of: "marginal" | "full";
  cost: ExpectedCost;
  order: readonly number[];
  facts: readonly (readonly [name: string, value: string])[];
};

/** One of the two costs: its range, of what and when, and the terms that it is made of. */
function Answer({ of, cost, order, facts }: AnswerProps) {
  const t = useTranslations("voteCard.cost");
  const locale = useLocale();
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const { total, equipment, running } = cost[of];
  return (
    <>
      <h3>{t(`${of}Title`)}</h3>
      <p>
        <span className={styles.big}>
          {t("total", { low: money(total.low), high: money(total.high) })}
        </span>
        <SourceMark ids={cost.sourceIds} order={order} />
        <span className={text.caveat}>
          {t("caveat", {
            count: cost.cameras,
            cameras: wordNumber(locale, cost.cameras),
            pooled: money(total.pooled),
            vat: cost.vatIncluded ? "incl" : "excl",
            ...ledgerYears([equipment, running]),
          })}
        </span>
      </p>
      <dl className={`${styles.facts} ${styles.terms}`}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={text.note}>{t(`${of}Text`)}</p>
    </>
  );
}
