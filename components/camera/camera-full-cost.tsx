import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { shareOfJointCost } from "#domain/cost/allocation-key.ts";
import type { CameraFullCost } from "#domain/indicator/camera-full-cost.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";

type Props = {
  cost: CameraFullCost;
  citySlug: string;
  order: readonly number[];
};

/** The camera's full cost in a year: its own lines and its share of what all cost together, with the key named. */
export function CameraFullCostLine({ cost, citySlug, order }: Props) {
  const t = useTranslations("costs.camera");
  const locale = useLocale();
  const { year, ownCents, jointShareCents, time, all } = cost;
  const byHours = shareOfJointCost(year.jointCents, "hours", time, all);
  const money = (cents: number) => wordMoney(locale, cents, year.currency);
  const isPartial =
    cost.ownIsPartial ||
    year.silences.some(({ kind }) => kind === "capital" || kind === "operating");
  return (
    <p>
      {t.rich("full", {
        period: wordPeriod(locale, year.period),
        total: money(ownCents + (jointShareCents ?? 0)),
        // No line of its own is a silence, not an amount of zero.
        hasOwn: ownCents === 0 ? "no" : "yes",
        own: money(ownCents),
        share: money(jointShareCents ?? 0),
        joint: money(year.jointCents),
        partial: isPartial ? "yes" : "no",
        strong: (chunks) => <strong>{chunks}</strong>,
      })}
      <SourceMark ids={year.sourceIds} order={order} />{" "}
      <span className={text.note}>
        {t(`key.${cost.key}`, {
          served: wordNumber(locale, cost.time.cameraYears, 2),
          all: wordNumber(locale, cost.all.cameraYears, 1),
        })}
      </span>{" "}
      {byHours !== undefined && (
        <span className={text.note}>
          {t("byHours", {
            hours: wordNumber(locale, time.hours ?? 0),
            all: wordNumber(locale, all.hours ?? 0),
            share: money(byHours),
          })}{" "}
        </span>
      )}
      <Link to={`/${citySlug}/costs?year=${year.year}`}>{t("page")}</Link>
    </p>
  );
}
