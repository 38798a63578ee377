import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./city-home.module.css";
import type { PartProps } from "./city-home-props.ts";

/** Who decides, who controls, since when. */
export function CityInstitutions({ home, order }: PartProps) {
  const t = useTranslations("home.institutions");
  const locale = useLocale();
  return (
    <section aria-labelledby="institutions" className={styles.part}>
      <h2 id="institutions">{t("title")}</h2>
      <ol className={styles.timeline}>
        {home.institutions.map((fact) => (
          <li key={fact.reference}>
            <span className={styles.when}>{wordDate(locale, fact.happenedOn)}</span>
            <span>
              {setSpaces(locale, fact.statement[locale === "fr" ? "fr" : "en"])}
              <SourceMark ids={[fact.sourceId]} order={order} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
