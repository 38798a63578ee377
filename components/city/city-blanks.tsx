import { useLocale, useTranslations } from "next-intl";
import type { CityBlank } from "#domain/indicator/city-blanks.ts";
import styles from "./city-home.module.css";
import { wordBlank } from "./word-blank.ts";

/** What a reader would look for and that nobody has published. */
export function CityBlanks({ blanks }: { blanks: readonly CityBlank[] }) {
  const t = useTranslations("home.blanks");
  const words = {
    locale: useLocale(),
    blanks: t,
    families: useTranslations("home.spend.family"),
  };
  return (
    <section aria-labelledby="missing" className={styles.blanks}>
      <h2 id="missing">{t("title")}</h2>
      {blanks.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul>
          {blanks.map((blank) => (
            <li key={blank.kind}>{wordBlank(blank, words)}</li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t("asked")}</p>
    </section>
  );
}
