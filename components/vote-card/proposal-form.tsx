import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useIndicatorWords } from "#components/indicator/indicator-words.ts";
import { indicators } from "#domain/indicator/registry.ts";
import type { ProposalField } from "#domain/indicator/vote-proposal.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** The form of the card. It is sent as an address, so that the card can be shared and printed; nothing is kept here. */
export function ProposalForm({ page, entered, addresses }: VoteCardProps) {
  const t = useTranslations("voteCard.form");
  const { t: indicator } = useIndicatorWords();
  const fieldProps = (field: ProposalField) => ({
    id: `field-${field}`,
    name: field,
    defaultValue: entered[field] ?? "",
    "aria-describedby": `about-${field}`,
    "aria-invalid": page.wrong.includes(field) || undefined,
  });
  return (
    <form method="get" action={addresses.card} className={styles.form}>
      {page.city.release !== page.city.latestRelease && (
        <input type="hidden" name="release" value={page.city.release} />
      )}
      <fieldset>
        <legend>{t("where")}</legend>
        <Field field="district" page={page}>
          <select {...fieldProps("district")}>
            <option value="">{t("noDistrict")}</option>
            {page.districts.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field field="camera" page={page}>
          <input {...fieldProps("camera")} maxLength={100} />
        </Field>
        <Field field="position" page={page}>
          <input {...fieldProps("position")} maxLength={40} inputMode="decimal" />
        </Field>
        <Field field="cameras" page={page}>
          <input {...fieldProps("cameras")} type="number" min={1} max={500} placeholder="1" />
        </Field>
      </fieldset>
      <fieldset>
        <legend>{t("fixed")}</legend>
        <Field field="objective" page={page}>
          <textarea {...fieldProps("objective")} maxLength={400} rows={3} />
        </Field>
        <Field field="indicator" page={page}>
          <select {...fieldProps("indicator")}>
            <option value="">{t("noIndicator")}</option>
            {indicators.map(({ id }) => (
              <option key={id} value={id}>
                {indicator(`items.${id}.name`)}
              </option>
            ))}
          </select>
        </Field>
        <Field field="target" page={page}>
          <input {...fieldProps("target")} maxLength={120} />
        </Field>
        <Field field="evaluateOn" page={page}>
          <input {...fieldProps("evaluateOn")} type="date" min={page.today} />
        </Field>
        <button type="submit" className={styles.send}>
          {t("send")}
        </button>
      </fieldset>
    </form>
  );
}

function Field({
  field,
  page,
  children,
}: {
  field: ProposalField;
  page: VoteCardProps["page"];
  children: ReactNode;
}) {
  const t = useTranslations("voteCard.form");
  return (
    <div>
      <label htmlFor={`field-${field}`}>{t(`${field}.label`)}</label>
      {children}
      <span id={`about-${field}`}>
        {page.wrong.includes(field) ? (
          <span className={styles.wrong}>{t(`${field}.wrong`)}</span>
        ) : (
          <span className={styles.hint}>{t(`${field}.hint`)}</span>
        )}
      </span>
    </div>
  );
}
