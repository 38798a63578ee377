import { useLocale, useTranslations } from "next-intl";
import { fullCostOf, isAtLeast } from "#components/cost/place-full-cost.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { daysBetween, earliestDay, precisionOf } from "#domain/period/partial-date.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

type Props = Pick<CameraSheetProps, "page"> & { order: readonly number[] };

/** The four answers that a passer-by comes for, each with its caveat right under it. */
export function CameraKeyFigures({ page, order }: Props) {
  return (
    <dl className={styles.key}>
      <Installed page={page} order={order} />
      <YearlyCost page={page} order={order} />
      <Requests page={page} />
      <Authorisation page={page} order={order} />
    </dl>
  );
}

function Installed({ page, order }: Props) {
  const t = useTranslations("camera.key");
  const locale = useLocale();
  const { installedOn, commissionedOn } = page.camera;
  const date = installedOn ?? commissionedOn;
  const field = installedOn === null ? "commissionedOn" : "installedOn";
  const provenance = page.provenance.get(field);
  return (
    <div>
      <dt>{t(field === "commissionedOn" && date !== null ? "commissioned" : "installed")}</dt>
      {date === null ? (
        <dd className={styles.silence}>{t("dateUnknown")}</dd>
      ) : (
        <dd>
          <span className={styles.value}>
            {wordDate(locale, date)}
            {provenance && <SourceMark ids={[provenance.sourceId]} order={order} />}
          </span>
          <span className={styles.caveat}>
            {precisionOf(date) === "day"
              ? t("years", {
                  years: Math.floor(daysBetween(earliestDay(date), page.today) / 365.25),
                })
              : t("approximate", { precision: precisionOf(date) })}
          </span>
        </dd>
      )}
    </div>
  );
}

/** The full cost where the ledger has what makes one; failing that what it costs to run, said to be no more than that. */
function YearlyCost({ page, order }: Props) {
  const full = fullCostOf(page.costs.full);
  return full ? <FullCost full={full} order={order} /> : <RunningCost page={page} order={order} />;
}

function FullCost({
  full,
  order,
}: {
  full: NonNullable<ReturnType<typeof fullCostOf>>;
  order: readonly number[];
}) {
  const t = useTranslations("camera.key");
  const keys = useTranslations("costs.place.keyNames");
  const locale = useLocale();
  const { year, totalCents, jointShareCents = 0, key } = full;
  return (
    <div>
      <dt>{t("fullCost")}</dt>
      <dd>
        <span className={styles.value}>
          {isAtLeast(full) && t("atLeast")}
          {wordMoney(locale, totalCents, year.currency)}
          <SourceMark ids={year.sourceIds} order={order} />
        </span>
        <span className={styles.caveat}>
          {t("fullCostCaveat", {
            share: wordMoney(locale, jointShareCents, year.currency),
            key: keys(key),
            period: wordPeriod(locale, year.period),
          })}
        </span>
      </dd>
    </div>
  );
}

function RunningCost({ page, order }: Props) {
  const t = useTranslations("camera.key");
  const locale = useLocale();
  const { common, yearlyCents } = page.costs;
  return (
    <div>
      <dt>{t("yearlyCost")}</dt>
      {common === undefined || yearlyCents === undefined ? (
        <dd className={styles.silence}>{t(common ? "notInService" : "costUnknown")}</dd>
      ) : (
        <dd>
          <span className={styles.value}>
            {wordMoney(locale, yearlyCents, common.currency)}
            <SourceMark ids={common.spend.sourceIds} order={order} />
          </span>
          <span className={styles.caveat}>
            {t("costCaveat", {
              share: wordMoney(locale, common.shareCents, common.currency),
              period: wordPeriod(locale, common.period),
            })}
          </span>
        </dd>
      )}
    </div>
  );
}

function Requests({ page }: Pick<CameraSheetProps, "page">) {
  const t = useTranslations("camera.key");
  const { band, bandYear, withheldYear } = page.outcomes;
  return (
    <div>
      <dt>{t("requests")}</dt>
      {band === undefined || bandYear === undefined ? (
        <dd className={styles.silence}>
          {t(withheldYear ? "requestsWithheld" : "requestsUnknown")}
        </dd>
      ) : (
        <dd>
          <span className={styles.value}>{t(`band.${band}`)}</span>
          <span className={styles.caveat}>{t("requestsCaveat", { year: String(bandYear) })}</span>
        </dd>
      )}
    </div>
  );
}

function Authorisation({ page, order }: Props) {
  const t = useTranslations("camera.key");
  const locale = useLocale();
  const state = page.authorisationState;
  const latest =
    page.authorisations.findLast((order_) => order_.expiresOn !== null) ?? page.authorisations[0];
  const days = latest?.expiresOn ? daysBetween(page.today, latest.expiresOn) : undefined;
  return (
    <div>
      <dt>{t("authorisation")}</dt>
      <dd>
        <span
          className={`${styles.value} ${state === "expired" || state === "not-yet" ? styles.signal : ""}`}
        >
          {t(`state.${state}`, {
            days: days === undefined ? "" : wordNumber(locale, Math.abs(days)),
          })}
          {latest && <SourceMark ids={[latest.sourceId]} order={order} />}
        </span>
        <span className={styles.caveat}>
          {latest
            ? t("order", {
                number: latest.orderNumber,
                date: latest.expiresOn ? wordDate(locale, latest.expiresOn) : "",
                hasExpiry: latest.expiresOn ? "yes" : "no",
              })
            : t(`stateCaveat.${state}`)}
        </span>
      </dd>
    </div>
  );
}
