import { useLocale, useTranslations } from "next-intl";
import { addressOf } from "#formats/addresses/address-of.ts";
import styles from "./layout.module.css";

/** The same page in the other language, named in that language. */
export function LanguageSwitch({ path }: { path: string }) {
  const t = useTranslations("site");
  const other = useLocale() === "fr" ? "en" : "fr";
  return (
    <a href={addressOf(other, path)} hrefLang={other} lang={other} className={styles.language}>
      <abbr title={t("otherLanguage")}>{other.toUpperCase()}</abbr>
    </a>
  );
}
