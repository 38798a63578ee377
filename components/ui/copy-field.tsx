"use client";

import { useId, useRef, useState } from "react";
import styles from "./copy-field.module.css";
import { useScriptRuns } from "./use-script-runs.ts";

type Props = { label: string; value: string; words: { copy: string; copied: string } };

/** Text to take away. Without script it is selected and copied by hand; with it, a button copies it. */
export function CopyField({ label, value, words }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const canCopy = useScriptRuns();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Without permission the text is selected, for the reader's own keys.
      field.current?.select();
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        readOnly={true}
        rows={Math.min(Math.max(value.split("\n").length, Math.ceil(value.length / 70)), 10)}
        defaultValue={value}
        key={value}
        spellCheck={false}
      />
      {canCopy && (
        <button type="button" onClick={() => void copy()}>
          <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
          <span className="visually-hidden"> {label}</span>
        </button>
      )}
    </div>
  );
}
