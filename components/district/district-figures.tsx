import { useLocale, useTranslations } from "next-intl";
import { fullCostOf, isAtLeast } from "#components/cost/place-full-cost.tsx";
import { knownResults } from "#components/outcome/review-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import { headlineReview } from "#domain/indicator/protected-reviews.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";
import styles from "./district-sheet.module.css";
import type { DistrictSheetProps } from "./district-sheet-props.ts";

type Props = Pick<DistrictSheetProps, "page">;

/** Four figures of a district, each with what it was divided by. */
export function DistrictFigures({ page }: Props) {
  return (
    <dl className={styles.figures}>
      <PerInhabitants page={page} />
      <PerArea page={page} />
      <YearlyCost page={page} />
      <RelevanceRate page={page} />
    </dl>
  );
}

function PerInhabitants({ page }: Props) {
  const t = useTranslations("district");
  const locale = useLocale();
  const { population, perThousandInhabitants: measure } = page;
  if (!page.camerasPlaced) return <UnplacedFigure name={t("perThousand")} page={page} />;
  return (
    <Figure
      name={t("perThousand")}
      value={measure.kind === "known" ? wordRatio(locale, measure.value) : undefined}
      caveat={
        population
          ? t("perThousandCaveat", {
              inhabitants: wordNumber(locale, population.inhabitants),
              year: String(population.year),
            })
          : t("populationUnknown")
      }
      sources={population ? [population.sourceId] : []}
      page={page}
    />
  );
}

function PerArea({ page }: Props) {
  const t = useTranslations("district");
  const locale = useLocale();
  const { areaM2 } = page.district;
  if (!page.camerasPlaced) return <UnplacedFigure name={t("perKm2")} page={page} />;
  return (
    <Figure
      name={t("perKm2")}
      value={page.perKm2 === undefined ? undefined : wordRatio(locale, page.perKm2)}
      caveat={
        areaM2 === null
          ? t("areaUnknown")
          : t("perKm2Caveat", { area: wordNumber(locale, areaM2 / 1e6, 2) })
      }
      sources={[page.district.sourceId]}
      page={page}
    />
  );
}

/** The full cost where the ledger has what makes one; failing that the share of what it costs to run. */
function YearlyCost({ page }: Props) {
  const full = fullCostOf(page.full);
  return full ? <FullCost full={full} page={page} /> : <RunningCost page={page} />;
}

function FullCost({ full, page }: Props & { full: NonNullable<ReturnType<typeof fullCostOf>> }) {
  const t = useTranslations("district");
  const keys = useTranslations("costs.place.keyNames");
  const locale = useLocale();
  const { year, totalCents, ownCents, jointShareCents = 0, key } = full;
  return (
    <Figure
      name={t("fullCost", { partial: isAtLeast(full) ? "yes" : "no" })}
      value={wordMoney(locale, totalCents, year.currency)}
      caveat={t("fullCostCaveat", {
        hasOwn: ownCents === 0 ? "no" : "yes",
        own: wordMoney(locale, ownCents, year.currency),
        share: wordMoney(locale, jointShareCents, year.currency),
        key: keys(key),
        period: wordPeriod(locale, year.period),
      })}
      sources={year.sourceIds}
      page={page}
    />
  );
}

function RunningCost({ page }: Props) {
  const t = useTranslations("district");
  const locale = useLocale();
  const { running } = page;
  return (
    <Figure
      name={t("running")}
      value={running && wordMoney(locale, running.cents, running.costs.currency)}
      caveat={
        running
          ? t("runningCaveat", {
              years: wordRatio(locale, running.cameraYears.value),
              share: wordMoney(locale, running.costs.shareCents, running.costs.currency),
              period: wordPeriod(locale, running.costs.period),
            })
          : t("runningUnknown")
      }
      sources={running?.costs.spend.sourceIds ?? []}
      page={page}
    />
  );
}

function RelevanceRate({ page }: Props) {
  const t = useTranslations("district");
  const locale = useLocale();
  const review = headlineReview(page.reviews.filter((one) => one.rate));
  const rate = review?.rate;
  return (
    <Figure
      name={t("rate")}
      value={rate && wordShare(locale, rate.value)}
      caveat={
        review && rate
          ? t("rateCaveat", {
              relevant: wordNumber(locale, review.relevant ?? 0),
              requested: wordNumber(locale, knownResults(review)),
              year: String(review.year),
              low: wordShare(locale, rate.low),
              high: wordShare(locale, rate.high),
            })
          : t("rateUnknown")
      }
      sources={review?.sourceIds ?? []}
      page={page}
    />
  );
}

/** No count by district: not zero, and not the city's figure either. */
function UnplacedFigure({ name, page }: Props & { name: string }) {
  const t = useTranslations("district");
  return (
    <Figure name={name} value={undefined} caveat={t("notByDistrict")} sources={[]} page={page} />
  );
}

function Figure(
  props: Props & {
    name: string;
    value: string | undefined;
    caveat: string;
    sources: readonly number[];
  },
) {
  const isKnown = props.value !== undefined;
  return (
    <div>
      <dt className={styles.name}>{props.name}</dt>
      <dd>
        <span className={isKnown ? styles.value : styles.silence}>
          {props.value ?? "—"}
          {isKnown && <SourceMark ids={props.sources} order={[...props.page.sources.keys()]} />}
        </span>
        <span className={styles.caveat}>{props.caveat}</span>
      </dd>
    </div>
  );
}
