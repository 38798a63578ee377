import { useLocale, useTranslations } from "next-intl";
import { auditActionsByGroup, auditGroups } from "#domain/audit/audit-vocabulary.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import styles from "./log.module.css";
import type { LogSheetPage } from "./log-sheet-props.ts";

/** A form that needs no script: what is chosen stands in the address. */
export function LogFilter({ page }: { page: LogSheetPage }) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const { question, cities } = page;
  return (
    <form className={styles.filter} action={addressOf(locale, "/transparency-log")} method="get">
      <label>
        {t("city")}
        <select name="city" defaultValue={question.city ?? ""}>
          <option value="">{t("anyCity")}</option>
          {cities.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("act")}
        <select name="type" defaultValue={question.type ?? ""}>
          <option value="">{t("anyAct")}</option>
          {auditGroups.map((group) => (
            <optgroup key={group} label={t(`groups.${group}`)}>
              <option value={group}>{t("allOf", { group: t(`groups.${group}`) })}</option>
              {auditActionsByGroup[group].map((action) => (
                <option key={action} value={action}>
                  {t(`actions.${action}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        {t("from")}
        <input type="date" name="from" defaultValue={question.from} />
      </label>
      <label>
        {t("to")}
        <input type="date" name="to" defaultValue={question.to} />
      </label>
      <button type="submit" className={styles.button}>
        {t("show")}
      </button>
    </form>
  );
}
