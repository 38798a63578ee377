import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { ToIndicator } from "#components/indicator/to-indicator.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

type Props = Pick<CameraSheetProps, "page"> & { order: readonly number[] };

/** What footage was asked for: banded for one camera, in full for the wider areas where nobody can be recognised. */
export function CameraOutcome({ page, order }: Props) {
  const t = useTranslations("camera.outcome");
  const indicators = useTranslations("indicators");
  const { band, bandYear, withheldYear, ofDistrict, ofCity } = page.outcomes;
  return (
    <section aria-labelledby="outcome" className={styles.section}>
      <h2 id="outcome">{t("title")}</h2>
      {band && bandYear ? (
        <p>{t("own", { band: t(`band.${band}`), year: String(bandYear) })}</p>
      ) : (
        <p className={styles.blank}>
          {withheldYear ? t("withheld", { year: String(withheldYear) }) : t("notByCamera")}
        </p>
      )}
      {ofDistrict && page.district && (
        <Area review={ofDistrict} area={page.district.name} order={order} />
      )}
      {ofCity && <Area review={ofCity} area={page.city.name} order={order} />}
      {(ofDistrict || ofCity) && (
        <p>
          <ToIndicator slug={page.city.slug} id="requests-per-camera-year">
            {indicators("items.requests-per-camera-year.name")}
          </ToIndicator>
          {" · "}
          <ToIndicator slug={page.city.slug} id="relevance-rate">
            {indicators("items.relevance-rate.name")}
          </ToIndicator>
        </p>
      )}
      {!ofDistrict && !ofCity && <p className={styles.blank}>{t("nothing")}</p>}
    </section>
  );
}

function Area({
  review,
  area,
  order,
}: {
  review: FootageReview;
  area: string;
  order: readonly number[];
}) {
  const t = useTranslations("camera.outcome");
  const scopes = useKnownWords("scopes");
  const locale = useLocale();
  const { rate } = review;
  return (
    <p>
      {t("area", {
        area,
        year: String(review.year),
        requested: wordNumber(locale, review.requested),
        hasRate: rate ? "yes" : "no",
        share: rate ? wordShare(locale, rate.value) : "",
        low: rate ? wordShare(locale, rate.low) : "",
        high: rate ? wordShare(locale, rate.high) : "",
      })}
      <SourceMark ids={review.sourceIds} order={order} />
      <span className={styles.observed}>
        {t("definition", { wording: review.wording, scope: scopes(review.scope) })}
      </span>
    </p>
  );
}
