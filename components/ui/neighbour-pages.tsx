import styles from "./neighbour-pages.module.css";

type Props = {
  /** Addresses of the pages beside this one. */
  newer: string | undefined;
  older: string | undefined;
  words: { pages: string; newer: string; older: string };
};

/** Ways to the newer and the older part of a list that has several pages. */
export function NeighbourPages({ newer, older, words }: Props) {
  if ((newer ?? older) === undefined) return null;
  return (
    <nav className={styles.pages} aria-label={words.pages}>
      {newer && (
        <a rel="prev" href={newer}>
          {words.newer}
        </a>
      )}
      {older && (
        <a rel="next" href={older}>
          {words.older}
        </a>
      )}
    </nav>
  );
}
