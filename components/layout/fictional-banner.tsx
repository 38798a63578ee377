import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./layout.module.css";

/** On every page of an invented city, before anything else. */
export function FictionalBanner() {
  const t = useTranslations("site");
  return (
    <p className={styles.fictional}>
      {t("fictional")} <Link to="/methodology#fictional-city">{t("fictionalLink")}</Link>
    </p>
  );
}
