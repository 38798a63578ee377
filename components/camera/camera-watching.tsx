import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { daysBetween } from "#domain/period/partial-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

type Props = Pick<CameraSheetProps, "page"> & { order: readonly number[] };

/** For how many hours operators had this camera's images before them, and of how many cameras that is known. */
export function CameraWatching({ page, order }: Props) {
  const t = useTranslations("camera.watching");
  const scopes = useKnownWords("scopes");
  const locale = useLocale();
  const { own, ofCity, served } = page.watching;
  return (
    <section aria-labelledby="watching" className={styles.section}>
      <h2 id="watching">{t("title")}</h2>
      {own === undefined ? (
        <p className={styles.blank}>{t("nobody")}</p>
      ) : (
        <>
          <p>
            {own.hours === undefined
              ? t("silent", { year: String(own.year) })
              : t.rich("hours", {
                  year: String(own.year),
                  none: own.hours === 0 ? "yes" : "no",
                  hours: wordNumber(locale, own.hours),
                  daily: wordNumber(locale, own.hours / daysOf(own.year), 1),
                  strong: (chunks) => <strong>{chunks}</strong>,
                })}
            <SourceMark ids={own.sourceIds} order={order} />
            <span className={styles.observed}>
              {t("definition", { wording: own.wording, scope: scopes(own.scope) })}{" "}
              {ofCity?.ofCameras &&
                t("completeness", {
                  year: String(own.year),
                  counted: ofCity.ofCameras.counted,
                  served,
                  hasWhole: ofCity.hours === null ? "no" : "yes",
                  whole: wordNumber(locale, ofCity.hours ?? 0),
                })}
            </span>
          </p>
          <p className={text.note}>{t("what")}</p>
        </>
      )}
    </section>
  );
}

function daysOf(year: number): number {
  return daysBetween(`${year}-01-01`, `${year}-12-31`) + 1;
}
