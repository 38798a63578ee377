import { useKnownWords } from "#components/figure/known-words.ts";
import { ArticleSection } from "#components/layout/article.tsx";
import { RebuiltCost } from "#components/published-figure/rebuilt-cost.tsx";
import { RefusedDivision } from "#components/published-figure/refused-division.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { IndicatorSheetProps } from "./indicator-sheet-props.ts";
import { useIndicatorWords } from "./indicator-words.ts";

type Props = {
  published: IndicatorSheetProps["page"]["published"];
  order: readonly number[];
};

/** What institutions have said of the same quantity: refused where it makes no ratio, never taken as the value. */
export function PublishedCounterpart({ published, order }: Props) {
  const { t, locale } = useIndicatorWords();
  const scopes = useKnownWords("scopes");
  const { requestsPerCamera, yearlyCosts, cameras } = published;
  const attempts = requestsPerCamera?.attempts.length ?? 0;
  if (attempts + yearlyCosts.length + cameras.length === 0) return null;
  return (
    <>
      <ArticleSection id="published" title={t("page.published")} intro={t("page.publishedIntro")}>
        {requestsPerCamera && <RefusedDivision series={requestsPerCamera} />}
        <ul>
          {cameras.map((figure) => (
            <li key={figure.reference}>
              {t("page.publishedCameras", {
                value: wordNumber(locale, figure.value),
                period: figure.period ? wordPeriod(locale, figure.period) : "",
                scope: figure.scope ? scopes(figure.scope) : t("page.publishedScopeUnknown"),
              })}
              <SourceMark ids={[figure.sourceId]} order={order} />
            </li>
          ))}
        </ul>
      </ArticleSection>
      {yearlyCosts.map((cost) => (
        <RebuiltCost key={cost.cameras.reference} cost={cost} order={order} />
      ))}
    </>
  );
}
