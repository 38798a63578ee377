import { Fragment } from "react";
import styles from "./definition-entry.module.css";

export type Definition = {
  name: string;
  anchor: string;
  signature: string;
  file: string;
  summary: string;
  parts: readonly { label: string | null; text: string }[];
  values: readonly { name: string; value: string }[];
};

/** Names of people and places that code writes without capitals. */
const properNouns = new Set(["hochberg", "pearson", "poisson"]);

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** spend-per-camera-year → "Spend per camera year". */
export function headingOf(anchor: string): string {
  const words = anchor.split("-").map((word) => (properNouns.has(word) ? capitalised(word) : word));
  return capitalised(words.join(" "));
}

/** Told by one sentence: neither a formula to explain nor a table to print. */
export function isOneSentence({ parts, values }: Definition): boolean {
  return parts.length === 0 && values.length < 2;
}

/** One definition with its unit, formula, source and values, and where in the code it stands. */
export function DefinitionEntry({ definition }: { definition: Definition }) {
  const { anchor, summary, parts, values } = definition;
  const isShort = isOneSentence(definition);
  return (
    <article id={anchor} className={isShort ? `${styles.entry} ${styles.short}` : styles.entry}>
      <h4>
        <a href={`#${anchor}`}>{headingOf(anchor)}</a>
      </h4>
      <div className={styles.text}>
        <p className={isShort ? undefined : styles.summary}>
          <Text>{summary}</Text>
        </p>
        {parts.map(({ label, text }) => (
          <p key={text} className={label ? styles.labelled : undefined}>
            {label && <b>{label} </b>}
            <span>
              <Text>{text}</Text>
            </span>
          </p>
        ))}
        {values.length > 0 && <Values values={values} />}
      </div>
      <WhereInTheCode definition={definition} />
    </article>
  );
}

function WhereInTheCode({ definition }: { definition: Definition }) {
  const { name, signature, file } = definition;
  return (
    <p className={styles.code}>
      <code>{signature || name}</code>
      <span>{file}</span>
    </p>
  );
}

function Values({ values }: Pick<Definition, "values">) {
  const [first, ...others] = values;
  if (first && others.length === 0) return <p className={styles.value}>{first.value}</p>;
  return (
    <dl className={styles.values}>
      {values.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Docstrings set names of the code between backticks. */
function Text({ children }: { children: string }) {
  return children.split("`").map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed text never move.
    index % 2 === 0 ? <Fragment key={index}>{piece}</Fragment> : <code key={index}>{piece}</code>,
  );
}
