"use client";

import { ErrorNotice } from "#components/layout/error-words.tsx";

/** A page that failed, in the browser or here: the words are already in the frame around it. */
export default function PageError({ reset }: { reset: () => void }) {
  return <ErrorNotice retry={reset} />;
}
