import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import { wordUnknownResults } from "./review-words.ts";

/** Requests and those that found something, every year and scope, each rate with its interval. */
export function ReviewSeries({
  reviews,
  order,
}: {
  reviews: readonly FootageReview[];
  order: readonly number[];
}) {
  const t = useTranslations("outcomes.reviews");
  const scopes = useKnownWords("scopes");
  const locale = useLocale();
  const silenceOf = ({ relevantIsWithheld }: FootageReview) =>
    relevantIsWithheld ? (
      <SilenceText kind="withheld" />
    ) : (
      <span className={text.silence}>{t("unknown")}</span>
    );
  const columns: Column<FootageReview>[] = [
    {
      key: "period",
      label: t("period"),
      isHeading: true,
      cell: ({ period, sourceIds }) => (
        <>
          {wordPeriod(locale, period)}
          <SourceMark ids={sourceIds} order={order} />
        </>
      ),
    },
    { key: "scope", label: t("scope"), cell: ({ scope }) => scopes(scope) },
    {
      key: "requested",
      label: t("requested"),
      isNumber: true,
      cell: ({ requested, months }) => (
        <>
          {wordNumber(locale, requested)}
          {months !== undefined && months < 12 && (
            <span className={text.caveat}>{t("months", { months })}</span>
          )}
        </>
      ),
    },
    {
      key: "relevant",
      label: t("relevant"),
      isNumber: true,
      cell: (review) =>
        review.relevant === undefined ? silenceOf(review) : wordNumber(locale, review.relevant),
    },
    {
      key: "unknown",
      label: t("unknownResults"),
      isNumber: true,
      cell: ({ unknown }) => (unknown === undefined ? null : wordNumber(locale, unknown)),
    },
    {
      key: "share",
      label: t("share"),
      isNumber: true,
      cell: (review) =>
        review.rate ? (
          <>
            <strong>{wordShare(locale, review.rate.value)}</strong>
            <span className={text.caveat}>
              {wordShare(locale, review.rate.low)} – {wordShare(locale, review.rate.high)}
            </span>
            {review.bounds && (
              <span className={text.caveat}>
                {wordUnknownResults(review, locale, (values) => t("bounds", values))}
              </span>
            )}
          </>
        ) : (
          silenceOf(review)
        ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={reviews}
      keyOf={({ year, scope }) => `${year} ${scope}`}
    />
  );
}
