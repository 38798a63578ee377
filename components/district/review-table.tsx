import { useLocale, useTranslations } from "next-intl";
import { wordUnknownResults } from "#components/outcome/review-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import { InLanguage } from "#components/ui/in-language.tsx";
import { languageOfCountry } from "#domain/territory/language-of-country.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import styles from "./district-sheet.module.css";
import type { DistrictSheetProps } from "./district-sheet-props.ts";

/** Requests for footage per year, with the share that found something and its interval; the whole city beside it. */
export function ReviewTable({
  page,
  order,
}: Pick<DistrictSheetProps, "page"> & { order: readonly number[] }) {
  const t = useTranslations("district");
  const words = useTranslations("outcomes.reviews");
  const locale = useLocale();
  const { reviews, cityReview } = page;
  const [first] = reviews;
  if (!first) {
    return <p className={styles.blank}>{t(page.reviewsProtected ? "protected" : "noRequests")}</p>;
  }
  return (
    <>
      <table className={styles.table}>
        <caption>{t("requestsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col">{t("requested")}</th>
            <th scope="col">{t("relevant")}</th>
            <th scope="col">{t("share")}</th>
            <th scope="col">{t("interval")}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <tr key={`${review.year} ${review.scope}`}>
              <th scope="row">
                {review.year}
                {review.months !== undefined && review.months < 12 && (
                  <small className={styles.months}>{t("months", { months: review.months })}</small>
                )}
              </th>
              <td>{wordNumber(locale, review.requested)}</td>
              <td>{review.relevant === undefined ? "—" : wordNumber(locale, review.relevant)}</td>
              <td>
                {review.rate ? wordShare(locale, review.rate.value) : "—"}
                {review.bounds && (
                  <small className={styles.months}>
                    {wordUnknownResults(review, locale, (values) => words("bounds", values))}
                  </small>
                )}
              </td>
              <td>
                {review.rate
                  ? `${wordShare(locale, review.rate.low)} – ${wordShare(locale, review.rate.high)}`
                  : "—"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        <InLanguage language={languageOfCountry(page.city.country)}>{first.wording}</InLanguage>
        <SourceMark ids={first.sourceIds} order={order} />
      </p>
      {page.reviewsProtected && <p className={styles.note}>{t("someProtected")}</p>}
      {cityReview?.rate && (
        <p>
          {t("whole", {
            city: page.city.name,
            year: String(cityReview.year),
            share: wordShare(locale, cityReview.rate.value),
            low: wordShare(locale, cityReview.rate.low),
            high: wordShare(locale, cityReview.rate.high),
          })}
        </p>
      )}
    </>
  );
}
