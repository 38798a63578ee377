import { useTranslations } from "next-intl";
import styles from "./page-contents.module.css";

export type PagePart = { id: string; title: string };

/** The parts of a long page, each a link: folded on a telephone, all in sight where there is room. */
export function PageContents({ parts }: { parts: readonly PagePart[] }) {
  const t = useTranslations("site");
  if (parts.length === 0) return null;
  return (
    <nav className={styles.contents} aria-label={t("onThisPage")}>
      <details className={styles.folded}>
        <summary>{t("onThisPage")}</summary>
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
