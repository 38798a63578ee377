import { useLocale } from "next-intl";
import type { InputHTMLAttributes, ReactNode } from "react";
import styles from "./form.module.css";

type FormProps = {
  /** Where it is sent: an address of our own under /api. */
  action: string;
  /** Fields that nobody fills in. What they may say is checked again where they arrive. */
  hidden?: Readonly<Record<string, string>>;
  /** "inline": one button among other things. */
  shape?: "form" | "inline";
  children: ReactNode;
};

/** A form that works without a script: it is sent, and the answer leads to a page. */
export function PostForm({ action, hidden = {}, shape = "form", children }: FormProps) {
  const locale = useLocale();
  return (
    <form method="post" action={action} className={styles[shape]}>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: ReactNode;
};

/** A label, what helps to fill in, what is wrong, and the field; read together by a screen reader. */
export function Field({ name, label, hint, problem, ...input }: FieldProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <input
        {...input}
        id={name}
        name={name}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      />
    </div>
  );
}

type RadioProps = {
  name: string;
  legend: ReactNode;
  problem?: ReactNode;
  options: readonly { value: string; label: ReactNode; help?: ReactNode }[];
};

/** One choice among few, each with what it means. */
export function RadioGroup({ name, legend, problem, options }: RadioProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {options.map(({ value, label, help }) => (
        <div key={value} className={styles.choice}>
          <input type="radio" id={`${name}-${value}`} name={name} value={value} required />
          <label htmlFor={`${name}-${value}`}>
            {label}
            {help && (
              <>
                <i className="visually-hidden"> · </i>
                <span>{help}</span>
              </>
            )}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

type ButtonProps = { kind?: "main" | "quiet" | "small"; label?: string; children: ReactNode };

/** `label` says more than the words shown, to who does not see what stands beside them. */
export function Button({ kind = "main", label, children }: ButtonProps) {
  const look = {
    main: styles.button,
    quiet: styles.quiet,
    small: `${styles.quiet} ${styles.small}`,
  };
  return (
    <button type="submit" className={look[kind]} aria-label={label}>
      {children}
    </button>
  );
}

/** What has just been done, said calmly. */
export function Notice({ title, children }: { title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.notice} role="status">
      {title && <p className={styles.noticeTitle}>{title}</p>}
      {children}
    </div>
  );
}

/** What went wrong with a page as a whole. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p className={styles.problem} role="alert">
      {children}
    </p>
  );
}
