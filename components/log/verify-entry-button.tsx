"use client";

import { useState } from "react";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { useScriptRuns } from "#components/ui/use-script-runs.ts";
import styles from "./log.module.css";
import { type EntryVerification, type StepResult, verifyEntry } from "./verify-entry.ts";

export type VerifyEntryLabels = {
  button: string;
  running: string;
  failed: string;
  steps: Record<keyof EntryVerification, Record<StepResult, string>>;
};

type Props = { index: number; body: string; leafHash: string; labels: VerifyEntryLabels };

/** Verifies the entry in the reader's own browser; what it finds is said step by step. */
export function VerifyEntryButton({ index, body, leafHash, labels }: Props) {
  const [found, setFound] = useState<EntryVerification | "running" | "failed" | undefined>();
  const canVerify = useScriptRuns();
  const verify = () => {
    setFound("running");
    verifyEntry({ index, body, leafHash }).then(setFound, () => setFound("failed"));
  };
  return (
    <div className={styles.verify}>
      <button
        type="button"
        className={styles.button}
        onClick={verify}
        disabled={!canVerify || found === "running"}
      >
        {labels.button}
      </button>
      <div role="status">
        {found === "running" && <p>{labels.running}</p>}
        {found === "failed" && <p>{labels.failed}</p>}
        {typeof found === "object" && <Steps found={found} labels={labels.steps} />}
      </div>
    </div>
  );
}

const marks = { holds: "good", fails: "bad", unsupported: "unknown" } as const;

function Steps({
  found,
  labels,
}: {
  found: EntryVerification;
  labels: VerifyEntryLabels["steps"];
}) {
  return (
    <ul className={styles.steps}>
      {(["leaf", "path", "signature"] as const).map((step) => (
        <li key={step} data-result={found[step]}>
          <StatusMark state={marks[found[step]]} /> {labels[step][found[step]]}
        </li>
      ))}
    </ul>
  );
}
