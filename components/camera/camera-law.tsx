import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { readExpiry } from "#domain/compliance/authorisation-state.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

/** The prefect's orders that this camera's record names, each read against today. */
export function CameraLaw({
  page,
  order,
}: Pick<CameraSheetProps, "page"> & { order: readonly number[] }) {
  const t = useTranslations("camera.law");
  return (
    <section aria-labelledby="law" className={styles.section}>
      <h2 id="law">{t("title")}</h2>
      {page.authorisations.length === 0 ? (
        <p className={styles.blank}>{t(`none.${page.authorisationState}`)}</p>
      ) : (
        <ul className={styles.orders}>
          {page.authorisations.map((authorisation) => (
            <Order
              key={authorisation.orderNumber}
              authorisation={authorisation}
              page={page}
              order={order}
            />
          ))}
        </ul>
      )}
      <p className={text.note}>{t("rule")}</p>
    </section>
  );
}

function Order({
  authorisation,
  page,
  order,
}: Pick<CameraSheetProps, "page"> & {
  authorisation: CameraSheetProps["page"]["authorisations"][number];
  order: readonly number[];
}) {
  const t = useTranslations("camera.law");
  const locale = useLocale();
  const { state, daysLeft } = readExpiry(authorisation, page.today);
  return (
    <li>
      <strong>
        {authorisation.gazetteUrl ? (
          <a href={authorisation.gazetteUrl} rel="noreferrer">
            {t("number", { number: authorisation.orderNumber })}
          </a>
        ) : (
          t("number", { number: authorisation.orderNumber })
        )}
        <SourceMark ids={[authorisation.sourceId]} order={order} />
      </strong>{" "}
      <span className={state === "expired" || state === "not-yet" ? styles.signal : undefined}>
        {t(`state.${state}`, { days: Math.abs(daysLeft ?? 0) })}
      </span>
      <span className={styles.observed}>
        {[
          t(`kind.${authorisation.kind}`),
          authorisation.perimeterName && t("perimeter", { name: authorisation.perimeterName }),
          t("granted", { date: wordDate(locale, authorisation.grantedOn) }),
          authorisation.expiresOn &&
            t("expires", { date: wordDate(locale, authorisation.expiresOn) }),
          authorisation.retentionDays !== null &&
            t("retention", { days: authorisation.retentionDays }),
          authorisation.gazette,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </li>
  );
}
