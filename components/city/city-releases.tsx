import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./city-home.module.css";
import type { CityHomeProps, ShownRelease } from "./city-home-props.ts";

/** What was published last, and what each release changed. */
export function CityReleases({ home }: CityHomeProps) {
  const t = useTranslations("home.releases");
  const locale = useLocale();
  const wordChanges = useChangeWords();
  return (
    <section aria-labelledby="releases" className={styles.part}>
      <h2 id="releases">{t("title")}</h2>
      {home.releases.length === 0 ? (
        <p className={styles.silence}>{t("none")}</p>
      ) : (
        <ol className={styles.timeline}>
          {home.releases.map((release) => (
            <li key={release.number}>
              <span className={styles.when}>
                {wordInstant(locale, release.publishedAt, home.city.timezone)}
              </span>
              <span>
                <strong>{t("number", { number: String(release.number) })}</strong>{" "}
                {wordChanges(release)}
                <span className={styles.caveat}>
                  {t("hash")}{" "}
                  <code title={release.contentHash}>{release.contentHash.slice(0, 12)}</code>
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.note}>
        <Link to="/methodology#release">{t("explained")}</Link>
      </p>
    </section>
  );
}

/** What a release brought, in words: from its counts where it is an import, else its own note. */
function useChangeWords() {
  const t = useTranslations("home.releases");
  return ({ kind, note, changes }: ShownRelease): string => {
    const { kind: records, batch, ...counts } = (changes ?? {}) as Record<string, unknown>;
    if (kind === "undo") return t("undone", { batch: String(batch) });
    if (typeof records !== "string" || !t.has(`records.${records}`)) return note;
    const count = (name: string) => Number(counts[name] ?? 0);
    return t("imported", {
      records: t(`records.${records}`),
      created: count("created"),
      updated: count("updated") + count("renumbered"),
    });
  };
}
