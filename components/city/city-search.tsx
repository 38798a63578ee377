import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import styles from "./city-home.module.css";

/** Looks up an address, a street or a camera on the map page. A plain form: it needs no script. */
export function CitySearch({ slug, hasCameras }: { slug: string; hasCameras: boolean }) {
  const t = useTranslations("home.search");
  const locale = useLocale();
  return (
    <div className={styles.search}>
      {hasCameras && (
        <search>
          <form action={`${addressOf(locale, `/${slug}/map`)}#list`} method="get">
            <label htmlFor="search">{t("label")}</label>
            <div className={styles.searchRow}>
              <input id="search" name="q" type="search" enterKeyHint="search" autoComplete="off" />
              <button type="submit">{t("submit")}</button>
            </div>
          </form>
        </search>
      )}
      <p>
        <Link to={`/${slug}/map`}>{t(hasCameras ? "map" : "emptyMap")}</Link>
      </p>
    </div>
  );
}
