"use client";

import { useEffect, useRef, useState } from "react";
import styles from "./committee.module.css";

type Words = { saved: string; failed: string; conflict: string };
type Answer = { kind: "saved"; save: number } | { kind: "conflict" | "refused" };

/** Milliseconds without a keystroke before a draft is saved. */
const PAUSE = 3000;

/**
 * Saves the form around it once its writer pauses. A save that is not answered is sent again with the same key, so that
 * it is never made twice; a conflict stops it, and leaves the choice to a person.
 */
export function Autosave({ words }: { words: Words }) {
  const mark = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<keyof Words | undefined>();
  useEffect(() => {
    const form = mark.current?.closest("form");
    const address = mark.current?.closest<HTMLElement>("[data-autosave]")?.dataset.autosave;
    if (!form || !address) return;
    return saveWhileWritten(form, address, setState);
  }, []);
  return (
    <p ref={mark} className={styles.state} role="status">
      {state && words[state]}
    </p>
  );
}

function saveWhileWritten(
  form: HTMLFormElement,
  address: string,
  say: (state: keyof Words) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let key = crypto.randomUUID();
  const settle = (answer: Answer) => {
    if (answer.kind !== "saved") return say(answer.kind === "conflict" ? "conflict" : "failed");
    key = crypto.randomUUID();
    const seen = form.elements.namedItem("seen");
    if (seen instanceof HTMLInputElement) seen.value = String(answer.save);
    say("saved");
  };
  const send = async () => {
    const answer = await ask(address, fieldsOf(form, key));
    if (answer) return settle(answer);
    say("failed");
    timer = setTimeout(send, PAUSE * 2);
  };
  const write = () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };
  form.addEventListener("input", write);
  return () => {
    clearTimeout(timer);
    form.removeEventListener("input", write);
  };
}

function fieldsOf(form: HTMLFormElement, requestKey: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields.append(name, value);
  }
  fields.set("requestKey", requestKey);
  return fields;
}

async function ask(address: string, fields: URLSearchParams): Promise<Answer | undefined> {
  try {
    const answer = await fetch(address, { method: "POST", body: fields });
    return answer.ok ? ((await answer.json()) as Answer) : { kind: "refused" };
  } catch {
    return undefined;
  }
}
