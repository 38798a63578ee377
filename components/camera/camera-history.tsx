import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

/** The camera's life as dated by sources, and what each release changed in its record. */
export function CameraHistory({
  page,
  order,
}: Pick<CameraSheetProps, "page"> & { order: readonly number[] }) {
  const t = useTranslations("camera.history");
  const locale = useLocale();
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{t("title")}</h2>
      {page.events.length > 0 && (
        <ol className={styles.timeline}>
          {page.events.map((event) => (
            <li key={event.id}>
              <span className={styles.when}>
                {event.happenedOn
                  ? wordDate(locale, event.happenedOn)
                  : t("release", { release: event.release })}
              </span>
              <span>
                {t(`event.${event.kind}`, detailOf(event.detail))}
                <SourceMark ids={[event.sourceId]} order={order} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <h3>{t("changes")}</h3>
      <ol className={styles.timeline}>
        {page.changes.map((change) => (
          <li key={change.release}>
            <span className={styles.when}>
              {wordInstant(locale, change.publishedAt, page.city.timezone)}
            </span>
            <span>
              {change.fields.length === 0
                ? t("entered", { release: change.release })
                : t("changed", {
                    release: change.release,
                    fields: change.fields.map((field) => t(`field.${field}`)).join(", "),
                  })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function detailOf(detail: Record<string, unknown> | null): {
  from: string;
  to: string;
  metres: string;
} {
  const text = (key: string) => (detail && detail[key] !== undefined ? String(detail[key]) : "–");
  return { from: text("from"), to: text("to"), metres: text("metres") };
}
