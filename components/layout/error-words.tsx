"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Article } from "./article.tsx";
import styles from "./layout.module.css";

export type ErrorSentences = {
  title: string;
  text: string;
  retry: string;
  home: string;
  homeAddress: string;
};

const Sentences = createContext<ErrorSentences | undefined>(undefined);

/** Hands the words of the error page to the browser, which holds no catalogue of messages. */
export function ErrorWords({
  sentences,
  children,
}: {
  sentences: ErrorSentences;
  children: ReactNode;
}) {
  return <Sentences value={sentences}>{children}</Sentences>;
}

/** What is shown in the place of a page that failed. */
export function ErrorNotice({ retry }: { retry: () => void }) {
  const sentences = useContext(Sentences);
  if (!sentences) return null;
  return (
    <main id="content" tabIndex={-1} className={styles.main}>
      <Article title={sentences.title} standfirst={sentences.text}>
        <p className={styles.ways}>
          <button type="button" onClick={retry}>
            {sentences.retry}
          </button>{" "}
          <a href={sentences.homeAddress}>{sentences.home}</a>
        </p>
      </Article>
    </main>
  );
}
