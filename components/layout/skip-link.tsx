import { useTranslations } from "next-intl";
import styles from "./layout.module.css";

export function SkipLink() {
  const t = useTranslations("site");
  return (
    <a className={styles.skip} href="#content">
      {t("skip")}
    </a>
  );
}
