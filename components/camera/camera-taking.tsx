import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

/** What can be taken from the sheet: a citation, a frame for an article, the record as data; each of the release that is read. */
export function CameraTaking({ page: { city, camera } }: Pick<CameraSheetProps, "page">) {
  const t = useTranslations("camera.taking");
  const book = useTranslations("pageWorkbook");
  const release: Record<string, string> =
    city.release === city.latestRelease ? {} : { release: String(city.release) };
  const press = new URLSearchParams({ city: city.slug, camera: camera.reference, ...release });
  const record = `/api/v1/cities/${city.slug}/cameras/${encodeURIComponent(camera.reference)}`;
  const workbook = addressOf(
    useLocale(),
    pathOf(city.slug, "workbooks", "cameras", `${camera.reference}.xlsx`),
  );
  const asOf = new URLSearchParams(release);
  return (
    <section aria-labelledby="taking" className={text.onScreen}>
      <h2 id="taking">{t("title")}</h2>
      <p className={styles.toMap}>
        <Link to={`/press?${press}`}>{t("press")}</Link>
      </p>
      <p className={styles.toMap}>
        <a href={asOf.size > 0 ? `${workbook}?${asOf}` : workbook} download={true}>
          {book("link")}
        </a>
      </p>
      <p className={styles.toMap}>
        <a href={asOf.size > 0 ? `${record}?${asOf}` : record}>{t("data")}</a>
      </p>
    </section>
  );
}
