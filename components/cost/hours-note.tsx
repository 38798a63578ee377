import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { shareOfJointCost } from "#domain/cost/allocation-key.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import type { PartOfCosts } from "./costs-page-props.ts";

/** Where the hours of the key come from, of how many cameras they are known, and between what and what shares go. */
export function HoursNote({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.keys");
  const scopes = useKnownWords("scopes");
  const locale = useLocale();
  const { shown } = page;
  if (!shown?.watched) return null;
  const { watched, service, year } = shown;
  const { ofCameras } = watched;
  const share = (hours: number) => {
    const cents = shareOfJointCost(
      year.cost.jointCents,
      "hours",
      { cameraYears: 0, cameras: 1, hours },
      service,
    );
    return cents === undefined ? "" : wordMoney(locale, cents, year.cost.currency);
  };
  return (
    <p className={text.note}>
      {t("hoursOf", { wording: watched.wording, scope: scopes(watched.scope) })}
      <SourceMark ids={watched.sourceIds} order={order} />{" "}
      {ofCameras === undefined
        ? t("hoursOfCity", { year: String(watched.year) })
        : t("hoursByCamera", {
            year: String(watched.year),
            counted: ofCameras.counted,
            served: service.cameras,
            from: watched.hours === null ? "nobody" : watched.from,
          })}{" "}
      {ofCameras !== undefined &&
        watched.hours !== null &&
        t("sharesByHours", {
          least: wordNumber(locale, ofCameras.least),
          leastShare: share(ofCameras.least),
          most: wordNumber(locale, ofCameras.most),
          mostShare: share(ofCameras.most),
        })}
    </p>
  );
}
