"use client";

import { useEffect, useRef } from "react";
import styles from "./annotation.module.css";

/** Addresses longer than this are not sent: who selects more pastes the quotation. */
const LONGEST_ADDRESS = 1_900;
const CONTEXT = 40;

type Props = { address: string; words: string };

/**
 * A link to the form for annotations that takes along the passage selected in the text before it. Without a script, or
 * a selection, the form asks for the quotation.
 */
export function AnnotateSelection({ address, words }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const follow = () => {
      const text = link.current?.closest("section")?.querySelector<HTMLElement>("[data-annotated]");
      const selected = text && selectedIn(text);
      if (link.current && selected) link.current.href = withQuotation(address, selected);
    };
    // What was selected before this script ran is taken along too.
    follow();
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [address]);
  return (
    <p className={styles.offer}>
      <a ref={link} href={address} rel="nofollow">
        {words}
      </a>
    </p>
  );
}

type Quotation = { quote: string; prefix: string; suffix: string };

function selectedIn(text: HTMLElement): Quotation | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return undefined;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(text, text.childNodes.length);
  return {
    quote: range.toString(),
    prefix: before.toString().slice(-CONTEXT),
    suffix: after.toString().slice(0, CONTEXT),
  };
}

function withQuotation(address: string, { quote, prefix, suffix }: Quotation): string {
  const whole = `${address}&${new URLSearchParams({ quote, prefix, suffix })}`;
  if (whole.length <= LONGEST_ADDRESS) return whole;
  const alone = `${address}&${new URLSearchParams({ quote })}`;
  return alone.length <= LONGEST_ADDRESS ? alone : address;
}
