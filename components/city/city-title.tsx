import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { needsPrefectsOrder } from "#domain/compliance/authorisation-state.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { CityHomeProps, PartProps } from "./city-home-props.ts";

/** The finding, in words. */
export function CityTitle({ home }: CityHomeProps) {
  const t = useTranslations("home.headline");
  const locale = useLocale();
  const { headline } = home;
  switch (headline.kind) {
    case "announced-without-list":
      return t("announced", { cameras: wordNumber(locale, headline.figure.value) });
    case "authorised-without-list":
      return t("authorised", { orders: headline.orders });
    case "expired":
      return t("expired", {
        inService: wordNumber(locale, headline.inService),
        expired: wordNumber(locale, headline.expired),
      });
    case "registered":
      return t("registered", {
        inService: wordNumber(locale, headline.inService),
        count: headline.inService,
      });
    case "nothing-known":
      return t("nothing", { city: home.city.name });
  }
}

/** What the finding leans on, in a sentence or two. */
export function CityStandfirst({ home, order }: PartProps) {
  const t = useTranslations("home.standfirst");
  const locale = useLocale();
  const { headline, cameras, sources } = home;
  if (headline.kind === "announced-without-list") {
    const { figure } = headline;
    const source = sources.find((candidate) => candidate.id === figure.sourceId);
    return (
      <p>
        {t("announced", {
          source: source?.publisher ?? source?.title ?? "",
          period: figure.period ? wordPeriod(locale, figure.period) : (figure.periodText ?? ""),
        })}
        <SourceMark ids={[figure.sourceId]} order={order} /> {t("announcedGap")}
        {cameras.enforcement > 0 && ` ${t("enforcement", { count: cameras.enforcement })}`}
      </p>
    );
  }
  const numbers = {
    city: home.city.name,
    registered: wordNumber(locale, cameras.registered),
    count: cameras.registered,
    expired: wordNumber(locale, cameras.expired),
  };
  // That no order has expired says nothing where none is known, or where the law asks for none.
  const isJudged = needsPrefectsOrder(home.city.country) && home.authorisations.length > 0;
  const isUnjudged = headline.kind === "registered" && !isJudged;
  return <p>{t(isUnjudged ? "registeredElsewhere" : headline.kind, numbers)}</p>;
}
