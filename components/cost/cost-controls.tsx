import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { allocationKeys } from "#domain/cost/allocation-key.ts";
import { formatCostView, plainestView } from "#domain/cost/cost-view.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { addressOfView } from "./cost-address.ts";
import styles from "./cost-controls.module.css";
import type { ShownCosts } from "./costs-page-props.ts";

const offeredLives = [5, 7, 8, 10, 15];

/** The reader's assumptions, as a plain form: the address says them, and it needs no script. */
export function CostControls({ page, release }: { page: ShownCosts; release: string }) {
  const t = useTranslations("costs.controls");
  const locale = useLocale();
  const { view } = page;
  const path = addressOf(locale, `/${page.city.slug}/costs`);
  const isPlain = formatCostView({ ...view, year: undefined }).size === 0;
  const lives = [...new Set([...offeredLives, ...(view.life === "ledger" ? [] : [view.life])])];
  const options = (group: string, values: readonly string[]) =>
    values.map((value) => [value, t(`${group}.${value}`)] as const);
  return (
    <details className={styles.choices} open={!isPlain}>
      <summary>{t("open")}</summary>
      <form action={path} method="get" className={styles.form}>
        {view.year !== undefined && <input type="hidden" name="year" value={view.year} />}
        {release !== "" && <input type="hidden" name="release" value={release} />}
        <Select
          name="life"
          value={String(view.life)}
          options={[
            ["ledger", t("life.ledger")],
            ...lives
              .sort((a, b) => a - b)
              .map((years) => [String(years), t("life.years", { years })] as const),
          ]}
        />
        <Select
          name="method"
          value={view.method}
          options={options("method", ["straight-line", "annuity"])}
        />
        <Field name="rate" hint={t("rate.hint")}>
          <input
            id="choice-rate"
            name="rate"
            type="number"
            min="0"
            max="20"
            step="0.25"
            defaultValue={view.rate}
            aria-describedby="hint-rate"
          />
        </Field>
        <Select name="grants" value={view.grants} options={options("grants", ["gross", "net"])} />
        <Select
          name="vat"
          value={view.vat}
          options={options("vat", ["as-recorded", "excluded", "included"])}
        />
        <Select
          name="prices"
          value={view.prices}
          options={options("prices", ["current", "constant"])}
        />
        {page.indices.length > 1 && (
          <Select
            name="index"
            value={page.index?.name ?? ""}
            options={page.indices.map((name) => [name, name] as const)}
          />
        )}
        <Select name="key" value={view.key} options={options("key", allocationKeys)} />
        <Select
          name="basis"
          value={view.basis}
          options={options("basis", ["actual", "committed", "planned"])}
        />
        <div className={styles.submit}>
          <button type="submit">{t("submit")}</button>
          {!isPlain && (
            <a href={addressOfView(path, { ...plainestView, year: view.year }, release)}>
              {t("reset")}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}

function Select({
  name,
  value,
  options,
}: {
  name: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
}) {
  return (
    <Field name={name}>
      <select id={`choice-${name}`} name={name} defaultValue={value}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  const t = useTranslations("costs.controls");
  return (
    <div className={styles.field}>
      <label htmlFor={`choice-${name}`}>{t(`${name}.label`)}</label>
      {children}
      {hint && (
        <span id={`hint-${name}`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
