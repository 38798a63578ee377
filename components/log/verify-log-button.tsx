"use client";

import { useState } from "react";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { useScriptRuns } from "#components/ui/use-script-runs.ts";
import { readInRuns } from "#domain/audit/bundle-runs.ts";
import { readCheckpoint } from "#domain/audit/checkpoint.ts";
import { readNote } from "#domain/audit/signed-note.ts";
import { verifyLog } from "#domain/audit/verify-log.ts";
import { sha256 } from "#formats/digest/sha256.ts";
import styles from "./log.module.css";
import { verifySignature } from "./verify-entry.ts";

export type VerifyLogLabels = {
  button: string;
  /** With {done} and {size}. */
  running: string;
  /** With {size} and {seconds}. */
  whole: string;
  notWhole: string;
  failed: string;
  unsupported: string;
};

type Found =
  | { kind: "running"; done: number; size: number }
  | { kind: "whole" | "unsupported"; size: number; seconds: number }
  | { kind: "not-whole" | "failed" };

async function fetchBytes(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(`/log/${path}`);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** Between two words of how far it is: drawing each bundle would take longer than hashing it. */
const TELL_MS = 100;

/** The next turn of the event loop, after whatever the reader asks of the page meanwhile. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function verifyHere(tell: (found: Found) => void): Promise<void> {
  const started = performance.now();
  const [text, key] = await Promise.all(
    ["/log/checkpoint", "/log/key"].map(async (path) =>
      (await fetch(path, { cache: "no-store" })).text(),
    ),
  );
  const note = readNote(text ?? "");
  const checkpoint = note && readCheckpoint(note.text);
  if (!note || !checkpoint) return tell({ kind: "not-whole" });
  const signature = await verifySignature(note, key ?? "");
  const { size } = checkpoint;
  const inRuns = readInRuns(fetchBytes, size);
  let told = started;
  const { problems } = await verifyLog({
    hash: sha256,
    read: async (path) => {
      const bytes = await inRuns(path);
      await nextTurn();
      return bytes;
    },
    checkpoint,
    tiles: false,
    onProgress: (done) => {
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      tell({ kind: "running", done, size });
    },
  });
  if (problems.length > 0 || signature === "fails") return tell({ kind: "not-whole" });
  const seconds = (performance.now() - started) / 1_000;
  tell({ kind: signature === "holds" ? "whole" : "unsupported", size, seconds });
}

/** Reads the whole log in the reader's own browser and computes every hash anew. */
export function VerifyLogButton({ labels, locale }: { labels: VerifyLogLabels; locale: string }) {
  const [found, setFound] = useState<Found>();
  const canVerify = useScriptRuns();
  const verify = () => {
    setFound({ kind: "running", done: 0, size: 0 });
    verifyHere(setFound).catch(() => setFound({ kind: "failed" }));
  };
  const isRunning = found?.kind === "running";
  return (
    <div className={styles.verify}>
      <button
        type="button"
        className={styles.button}
        onClick={verify}
        disabled={!canVerify || isRunning}
      >
        {labels.button}
      </button>
      <p role="status" data-result={found?.kind}>
        {found && !isRunning && (
          <StatusMark
            state={
              found.kind === "whole" ? "good" : found.kind === "unsupported" ? "unknown" : "bad"
            }
          />
        )}{" "}
        {found && wordFound(found, labels, locale)}
      </p>
    </div>
  );
}

function wordFound(found: Found, labels: VerifyLogLabels, locale: string): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString(locale, { maximumFractionDigits: digits });
  switch (found.kind) {
    case "running":
      return labels.running
        .replace("{done}", number(found.done))
        .replace("{size}", number(found.size));
    case "whole":
    case "unsupported":
      return labels[found.kind]
        .replace("{size}", number(found.size))
        .replace("{seconds}", number(found.seconds, 1));
    case "not-whole":
      return labels.notWhole;
    case "failed":
      return labels.failed;
  }
}
