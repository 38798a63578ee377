import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { ComparedTexts } from "./compared-texts.tsx";
import styles from "./evaluation.module.css";
import type { EvaluationProps } from "./evaluation-props.ts";

/** Every public version with its reason and hash, and what the one shown changed of the one before. */
export function VersionList({ page }: EvaluationProps) {
  const t = useTranslations("evaluations.versions");
  const locale = useLocale();
  const { city, slug, versions, shown, before } = page;
  return (
    <ArticleSection id="versions" title={t("title")} intro={t("intro")}>
      <ol className={styles.list}>
        {versions.map(({ number, publishedAt, reason, contentHash }) => (
          <li key={number} className={styles.entry}>
            <a href={addressOf(locale, `/${city.slug}/evaluations/${slug}?version=${number}`)}>
              {t("version", { number: String(number) })}
            </a>
            {publishedAt && ` · ${wordInstant(locale, publishedAt, city.timezone)}`}
            {reason && <p>{reason}</p>}
            <p className={styles.meta}>
              {t("hash")} <span className={styles.hash}>{contentHash}</span>
            </p>
          </li>
        ))}
      </ol>
      {before && (
        <details>
          <summary>
            {t("compare", { before: String(before.number), after: String(shown.number) })}
          </summary>
          <ComparedTexts before={before.content.body} after={shown.content.body} />
        </details>
      )}
    </ArticleSection>
  );
}
