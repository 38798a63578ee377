import { useTranslations } from "next-intl";
import styles from "./layout.module.css";

/** Shown by the server in front when the database cannot be reached: it takes the `hidden` attribute away. */
export function DatabaseNotice() {
  const t = useTranslations("site");
  return (
    <p id="database-notice" className={styles.notice} role="status" hidden>
      {t("databaseNotice")}
    </p>
  );
}
