import { useLocale, useTranslations } from "next-intl";
import type { CityBlank } from "#domain/indicator/city-blanks.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./city-home.module.css";

/** What a reader would look for and that nobody has published. */
export function CityBlanks({ blanks }: { blanks: readonly CityBlank[] }) {
  const t = useTranslations("home.blanks");
  return (
    <section aria-labelledby="missing" className={styles.blanks}>
      <h2 id="missing">{t("title")}</h2>
      {blanks.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul>
          {blanks.map((blank) => (
            <Blank key={blank.kind} blank={blank} />
          ))}
        </ul>
      )}
      <p className={styles.note}>{t("asked")}</p>
    </section>
  );
}

function Blank({ blank }: { blank: CityBlank }) {
  const t = useTranslations("home.blanks");
  const tFamily = useTranslations("home.spend.family");
  const locale = useLocale();
  const number = (value: number) => wordNumber(locale, value);
  switch (blank.kind) {
    case "positions":
    case "installation-dates":
    case "orders-of-cameras":
      return (
        <li>
          {t(blank.kind, {
            count: blank.cameras,
            number: number(blank.cameras),
            of: number(blank.of),
          })}
        </li>
      );
    case "expiry-of-orders":
    case "content-of-orders":
      return (
        <li>
          {t(blank.kind, {
            count: blank.orders,
            number: number(blank.orders),
            of: number(blank.of),
          })}
        </li>
      );
    case "ledger":
      return (
        <li>
          {blank.lastKnown
            ? t("ledger-since", { period: wordPeriod(locale, blank.lastKnown) })
            : t("ledger")}
        </li>
      );
    case "ledger-lines":
      return (
        <li>
          {t(blank.kind, {
            period: wordPeriod(locale, blank.period),
            families: blank.families.map((family) => tFamily(family)).join(", "),
          })}
        </li>
      );
    default:
      return <li>{t(blank.kind)}</li>;
  }
}
