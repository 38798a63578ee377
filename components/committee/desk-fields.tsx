import type { ReactNode } from "react";
import styles from "./committee.module.css";

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; value: string | undefined };

export function TextField({
  name,
  label,
  hint,
  value,
  type = "text",
  required,
}: FieldProps & { type?: "text" | "date"; required?: boolean }) {
  return (
    <div className={styles.field}>
      <label htmlFor={name}>
        {label}
        {hint && <span className={styles.hint}> {hint}</span>}
      </label>
      <input id={name} name={name} type={type} defaultValue={value ?? ""} required={required} />
    </div>
  );
}

export function LongField({
  name,
  label,
  hint,
  value,
  size,
  required,
  id = name,
}: FieldProps & {
  size?: "long";
  required?: boolean;
  /** Where several forms of a page have a field of this name. */
  id?: string;
}) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {hint && <span className={styles.hint}> {hint}</span>}
      </label>
      <textarea
        id={id}
        name={name}
        defaultValue={value ?? ""}
        data-size={size}
        required={required}
      />
    </div>
  );
}

export function SelectField({
  name,
  label,
  value,
  empty,
  options,
}: FieldProps & {
  /** Words of the choice that says nothing; without it one of the options is always chosen. */
  empty?: string;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ""}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Fields that belong together, under one name. */
export function Group({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
