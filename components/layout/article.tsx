import type { ReactNode } from "react";
import styles from "./article.module.css";

type Props = {
  /** Small line above the title: where one is. */
  kicker?: ReactNode;
  /** Says the finding in words. */
  title: ReactNode;
  /** One or two sentences under the title. */
  standfirst?: ReactNode;
  /** Beside the standfirst where there is room: headline figures. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** An editorial page: head, hairline, body. */
export function Article({ kicker, title, standfirst, aside, children }: Props) {
  return (
    <article className={styles.article}>
      <header className={aside ? styles.headWithAside : styles.head}>
        <div>
          {kicker && <p className={styles.kicker}>{kicker}</p>}
          <h1 className={styles.title}>{title}</h1>
          {standfirst && <div className={styles.standfirst}>{standfirst}</div>}
        </div>
        {aside}
      </header>
      {children}
    </article>
  );
}

/** A part of a page under its own heading; `intro` is one sentence that says what the part shows. */
export function ArticleSection({
  id,
  title,
  intro,
  children,
}: {
  id: string;
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {intro && <p className={styles.intro}>{intro}</p>}
      {children}
    </section>
  );
}
