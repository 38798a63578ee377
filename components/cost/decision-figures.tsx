import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureRow } from "#components/figure/figure.tsx";
import { wordMoney, wordShare } from "#formats/wording/word-number.ts";
import styles from "./costs.module.css";
import type { ShownCosts } from "./costs-page-props.ts";

/** What can still be decided against what is already spent. */
export function DecisionFigures({ page }: { page: ShownCosts }) {
  const t = useTranslations("costs.decision");
  const locale = useLocale();
  const { shown } = page;
  if (!shown) return null;
  const { marginal, year } = shown;
  const { cost, cameraYears } = year;
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const perCamera = (cents: number) =>
    cameraYears.value > 0 ? t("perCamera", { amount: money(cents / cameraYears.value) }) : "";
  return (
    <div className={styles.decision}>
      <FigureRow>
        <Figure
          label={t("avoidable")}
          value={money(marginal.withoutCapital)}
          caveat={
            <>
              {marginal.avoidableShare !== undefined &&
                t("share", { share: wordShare(locale, marginal.avoidableShare, 0) })}{" "}
              {perCamera(marginal.withoutCapital)}
            </>
          }
        />
        <Figure
          label={t("sunk")}
          value={money(marginal.sunk)}
          caveat={`${t("sunkCaveat")} ${perCamera(marginal.sunk)}`}
        />
        <Figure
          label={t("bookValue", { year: String(cost.year) })}
          value={money(marginal.bookValue)}
          caveat={t("bookCaveat")}
        />
        <Figure
          label={t("whole")}
          value={money(marginal.withCapital)}
          caveat={perCamera(marginal.withCapital)}
        />
      </FigureRow>
    </div>
  );
}
