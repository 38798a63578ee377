import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureRow } from "#components/figure/figure.tsx";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordRoughMoney } from "#formats/wording/word-number.ts";
import { isLowerBound, readingOf, spentInYear } from "./cost-words.ts";
import type { CostOfYear, PartOfCosts, ShownCosts } from "./costs-page-props.ts";

/** The finding: what a year costs, or what was spent where that is all one can say, or that nothing is known. */
export function CostsFinding({ page }: { page: ShownCosts }) {
  const t = useTranslations("costs.finding");
  const locale = useLocale();
  const { shown, view } = page;
  if (!shown) return t("nothing");
  const { cost, lacking, total } = shown.year;
  if (total.kind !== "known") return t("silent", { period: wordPeriod(locale, cost.period) });
  const spent = spentInYear(page)?.spend;
  const isSpent = lacking.length > 0;
  const cents = isSpent && spent ? spent.operatingCents + spent.capitalCents : total.value;
  return t(isSpent ? "spent" : "full", {
    total: wordRoughMoney(locale, cents, cost.currency),
    period: wordPeriod(locale, cost.period),
    partial: isLowerBound(cost) ? "yes" : "no",
    basis: view.basis,
  });
}

/** What the finding counts, what it leaves out, and why it may be too low. */
export function CostsStandfirst({ page }: { page: ShownCosts }) {
  const t = useTranslations("costs.standfirst");
  const costs = useTranslations("costs");
  const { shown } = page;
  if (!shown) return <p>{t("nothing", { city: page.city.name })}</p>;
  const { cost, lacking } = shown.year;
  const silent = cost.completeness.expected - cost.completeness.counted;
  return (
    <p>
      {lacking.length > 0
        ? t("spent", { lacking: lacking.map((nature) => t(`lacking.${nature}`)).join(", ") })
        : t("full", { year: String(cost.year) })}{" "}
      {t("reading", { reading: readingOf(page, { costs }) })}{" "}
      {t("completeness", { silent, expected: cost.completeness.expected })}
    </p>
  );
}

/** Per camera in service, per inhabitant, and what is left once grants are deducted: each with what divides it. */
export function CostsFigures({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.figures");
  const locale = useLocale();
  const { shown } = page;
  if (!shown) return null;
  const { year } = shown;
  if (year.lacking.length > 0) return <SpentFigures page={page} order={order} />;
  const { cost, perUnit, perInhabitant, population, service } = year;
  const { key } = page.view;
  const money = (cents: number, digits = 0) => wordMoney(locale, cents, cost.currency, digits);
  return (
    <FigureRow>
      <Figure
        label={t(`perUnit.${key}`)}
        value={<MeasureText measure={perUnit} word={(cents) => money(cents)} />}
        isSilent={perUnit.kind !== "known"}
        caveat={
          key === "camera-months" ? (
            <CameraYearsCaveat year={year} />
          ) : (
            t(`unitsOf.${key}`, {
              cameras: wordNumber(locale, service.cameras),
              hours: wordNumber(locale, service.hours ?? 0),
              isKnown: service.hours === null ? "no" : "yes",
            })
          )
        }
        sourceIds={cost.sourceIds}
        order={order}
      />
      <Figure
        label={t("perInhabitant")}
        value={<MeasureText measure={perInhabitant} word={(cents) => money(cents, 2)} />}
        isSilent={perInhabitant.kind !== "known"}
        caveat={
          population
            ? t("inhabitants", {
                inhabitants: wordNumber(locale, population.inhabitants),
                year: String(population.year),
              })
            : t("noPopulation")
        }
        sourceIds={population ? [population.sourceId] : []}
        order={order}
      />
      <Figure
        label={t(page.view.grants === "net" ? "gross" : "net")}
        value={money(page.view.grants === "net" ? cost.grossCents : cost.netCents)}
        caveat={t("grants", { amount: money(cost.grantCents) })}
      />
    </FigureRow>
  );
}

/** Without a full cost: what was paid over the cameras in service, and nothing that would look like more. */
function SpentFigures({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.figures");
  const locale = useLocale();
  const spent = spentInYear(page);
  if (!spent || !page.shown) return null;
  const { perCameraYear, spend } = spent;
  return (
    <FigureRow>
      <Figure
        label={t("spentPerCamera")}
        value={
          <MeasureText
            measure={perCameraYear}
            word={(cents) => wordMoney(locale, cents, spend.currency)}
          />
        }
        isSilent={perCameraYear.kind !== "known"}
        caveat={<CameraYearsCaveat year={page.shown.year} />}
        sourceIds={spend.sourceIds}
        order={order}
      />
    </FigureRow>
  );
}

function CameraYearsCaveat({ year }: { year: CostOfYear }) {
  const t = useTranslations("costs.figures");
  const locale = useLocale();
  const { value, undated } = year.cameraYears;
  return (
    <>
      {t("cameraYears", { years: wordNumber(locale, value, 1) })}
      {undated > 0 && ` ${t("undated", { cameras: undated })}`}
    </>
  );
}
