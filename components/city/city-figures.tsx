import { useLocale, useTranslations } from "next-intl";
import { isLowerBound } from "#components/cost/cost-words.ts";
import { Figure, FigureRow } from "#components/figure/figure.tsx";
import { useKnownWords } from "#components/figure/known-words.ts";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { ToIndicator } from "#components/indicator/to-indicator.tsx";
import { knownResults, wordUnknownResults } from "#components/outcome/review-words.ts";
import { Link } from "#components/ui/link.tsx";
import { needsPrefectsOrder } from "#domain/compliance/authorisation-state.ts";
import type { LatestFullCost } from "#domain/indicator/latest-full-cost.ts";
import { headlineReview } from "#domain/indicator/protected-reviews.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";
import styles from "./city-home.module.css";
import type { PartProps } from "./city-home-props.ts";

/** The figures of the head: each with its unit, period, source and caveat, or the silence in its place. */
export function CityFigures(props: PartProps) {
  return (
    <section className={styles.figures} aria-label={useTranslations("home.figures")("title")}>
      <FigureRow>
        <Cameras {...props} />
        <Cost {...props} />
        <Requests {...props} />
        {needsPrefectsOrder(props.home.city.country) && <Orders {...props} />}
      </FigureRow>
    </section>
  );
}

function Cameras({ home, order }: PartProps) {
  const t = useTranslations("home.figures");
  const scopeWords = useKnownWords("scopes");
  const locale = useLocale();
  const { cameras, announced, population, perThousandInhabitants } = home;
  if (home.headline.kind === "announced-without-list" || cameras.registered === 0) {
    if (!announced)
      return <Figure label={t("cameras")} value={t("notPublished")} isSilent={true} />;
    const details = [announced.period && wordPeriod(locale, announced.period), announced.scope];
    return (
      <Figure
        label={t("announced")}
        value={wordNumber(locale, announced.value)}
        caveat={`${details[0] ?? ""} · ${announced.scope ? scopeWords(announced.scope) : t("scopeUnknown")}`}
        sourceIds={[announced.sourceId]}
        order={order}
      />
    );
  }
  return (
    <Figure
      label={
        <ToIndicator slug={home.city.slug} id="cameras-per-1000-inhabitants">
          {t("inService")}
        </ToIndicator>
      }
      value={wordNumber(locale, cameras.inService)}
      caveat={
        population && perThousandInhabitants.kind === "known"
          ? t("perThousand", {
              rate: wordRatio(locale, perThousandInhabitants.value),
              inhabitants: wordNumber(locale, population.inhabitants),
              year: String(population.year),
            })
          : t("noPopulation")
      }
      sourceIds={population ? [population.sourceId] : []}
      order={order}
    />
  );
}

function Cost({ home, order }: PartProps) {
  const t = useTranslations("home.figures");
  const locale = useLocale();
  const { fullCost } = home;
  const latest = home.years.at(-1);
  if (fullCost && fullCost.lacking.length === 0)
    return <FullCost fullCost={fullCost} slug={home.city.slug} order={order} />;
  if (!latest) return <Figure label={t("cost")} value={t("notPublished")} isSilent={true} />;
  const { spend, cameraYears, perCameraYear } = latest;
  return (
    <Figure
      label={
        <ToIndicator slug={home.city.slug} id="cost-per-camera-year">
          {t("cost")}
        </ToIndicator>
      }
      value={
        <MeasureText
          measure={perCameraYear}
          word={(cents) => wordMoney(locale, cents, spend.currency)}
        />
      }
      isSilent={perCameraYear.kind !== "known"}
      caveat={t("costCaveat", {
        period: wordPeriod(locale, spend.period),
        total: wordMoney(locale, spend.operatingCents + spend.capitalCents, spend.currency),
        years: wordNumber(locale, cameraYears.value),
        missing: spend.missing.length,
      })}
      sourceIds={spend.sourceIds}
      order={order}
    />
  );
}

/** The figure of the page on costs, and the way there. */
function FullCost({
  fullCost,
  slug,
  order,
}: {
  fullCost: LatestFullCost;
  slug: string;
  order: readonly number[];
}) {
  const t = useTranslations("costs.home");
  const locale = useLocale();
  const { cost, cameraYears, perCameraYear } = fullCost;
  return (
    <Figure
      label={t("label")}
      value={
        <MeasureText
          measure={perCameraYear}
          word={(cents) => wordMoney(locale, cents, cost.currency)}
        />
      }
      isSilent={perCameraYear.kind !== "known"}
      caveat={
        <>
          {t("caveat", {
            period: wordPeriod(locale, cost.period),
            total: wordMoney(locale, cost.grossCents, cost.currency),
            years: wordNumber(locale, cameraYears.value),
            partial: isLowerBound(cost) ? "yes" : "no",
          })}{" "}
          <Link to={`/${slug}/costs`}>{t("link")}</Link>
        </>
      }
      sourceIds={cost.sourceIds}
      order={order}
    />
  );
}

function Requests({ home, order }: PartProps) {
  const t = useTranslations("home.figures");
  const reviews = useTranslations("outcomes.reviews");
  const locale = useLocale();
  const review = headlineReview(home.reviews);
  if (review) {
    const { rate } = review;
    return (
      <Figure
        label={
          <ToIndicator slug={home.city.slug} id="relevance-rate">
            {t("relevant")}
          </ToIndicator>
        }
        value={rate ? wordShare(locale, rate.value) : t("resultUnknown")}
        isSilent={!rate}
        caveat={[
          t("relevantCaveat", {
            hasRate: rate ? "yes" : "no",
            relevant: wordNumber(locale, review.relevant ?? 0),
            requested: wordNumber(locale, rate ? knownResults(review) : review.requested),
            period: wordPeriod(locale, review.period),
            low: rate ? wordShare(locale, rate.low) : "",
            high: rate ? wordShare(locale, rate.high) : "",
          }),
          wordUnknownResults(review, locale, (values) => reviews("bounds", values)),
        ]
          .filter((sentence) => sentence !== undefined)
          .join(" ")}
        sourceIds={review.sourceIds}
        order={order}
      />
    );
  }
  return <PublishedRequests home={home} order={order} />;
}

/** Without statistics of its own, a city may still have been quoted: the latest number, as it was said. */
function PublishedRequests({ home, order }: PartProps) {
  const t = useTranslations("home.figures");
  const measureWords = useKnownWords("measures");
  const qualifierWords = useKnownWords("qualifiers");
  const locale = useLocale();
  const latest = home.requestsPerCamera.attempts.at(-1)?.requests;
  if (!latest) return <Figure label={t("requests")} value={t("notPublished")} isSilent={true} />;
  const words = [
    latest.qualifier && qualifierWords(latest.qualifier),
    wordNumber(locale, latest.value),
  ];
  return (
    <Figure
      label={
        <ToIndicator slug={home.city.slug} id="requests-per-camera-year">
          {measureWords(latest.measure)}
        </ToIndicator>
      }
      value={words.filter(Boolean).join(" ")}
      caveat={t("requestsCaveat", {
        period: latest.period ? wordPeriod(locale, latest.period) : (latest.periodText ?? ""),
      })}
      sourceIds={[latest.sourceId]}
      order={order}
    />
  );
}

function Orders({ home, order }: PartProps) {
  const t = useTranslations("home.figures");
  const locale = useLocale();
  const { authorisations, cameras } = home;
  if (authorisations.length === 0) {
    return <Figure label={t("orders")} value={t("noOrder")} isSilent={true} />;
  }
  const next = authorisations.find(({ reading }) => reading.daysLeft !== null);
  const expired = authorisations.filter(({ reading }) => reading.state === "expired").length;
  return (
    <Figure
      label={t(expired > 0 ? "expiredOrders" : "orders")}
      value={
        expired > 0
          ? t("expiredOf", { expired, count: authorisations.length })
          : t("orderCount", { count: authorisations.length })
      }
      isAlert={expired > 0}
      caveat={[
        cameras.expired > 0 && t("camerasExpired", { count: wordNumber(locale, cameras.expired) }),
        expired === 0 &&
          next?.expiresOn &&
          t("nextExpiry", { date: wordDate(locale, next.expiresOn) }),
      ]
        .filter(Boolean)
        .join(" ")}
      sourceIds={authorisations.map(({ sourceId }) => sourceId)}
      order={order}
    />
  );
}
