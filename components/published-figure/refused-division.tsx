import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { Callout } from "#components/ui/callout.tsx";
import type { AttemptedSeries } from "#domain/indicator/requests-per-published-camera.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { ShownFigure } from "./shown-figure.ts";

/** Says why requests are not divided by cameras, and what the tempting division would make believe. */
export function RefusedDivision({ series }: { series: AttemptedSeries<ShownFigure> }) {
  const t = useTranslations("publishedFigures.refused");
  const measures = useKnownWords("measures");
  const locale = useLocale();
  const refused = series.attempts.filter((attempt) => attempt.refusals.length > 0);
  if (refused.length === 0) return null;
  const quotients = refused.map(({ quotient }) => wordNumber(locale, quotient, 1));
  return (
    <Callout title={t("title")}>
      <p>
        {quotients.length > 1
          ? t("series", { quotients: quotients.join(t("then")) })
          : t("one", { quotient: quotients[0] ?? "" })}{" "}
        {series.breaks.map((reason) => `${t(`breaks.${reason}`)} `)}
      </p>
      <ul>
        {refused.map(({ requests, cameras, refusals }) => (
          <li key={requests.reference}>
            {t("attempt", {
              measure: measures(requests.measure),
              requests: wordNumber(locale, requests.value),
              requestsPeriod: requests.period ? wordPeriod(locale, requests.period) : "",
              cameras: wordNumber(locale, cameras.value),
              camerasPeriod: cameras.period ? wordPeriod(locale, cameras.period) : "",
            })}{" "}
            {refusals.map((refusal) => t(`reasons.${refusal}`)).join(t("and"))}.
          </li>
        ))}
      </ul>
    </Callout>
  );
}
