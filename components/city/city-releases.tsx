import { useLocale, useTranslations } from "next-intl";
import { useReleaseWords } from "#components/release/use-release-words.ts";
import { Link } from "#components/ui/link.tsx";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./city-home.module.css";
import type { CityHomeProps } from "./city-home-props.ts";

/** What was published last, and what each release changed. */
export function CityReleases({ home }: CityHomeProps) {
  const t = useTranslations("home.releases");
  const locale = useLocale();
  const wordChanges = useReleaseWords();
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
                <strong>
                  <Link to={`/${home.city.slug}/releases/${release.number}`}>
                    {t("number", { number: String(release.number) })}
                  </Link>
                </strong>{" "}
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
        <Link to={`/${home.city.slug}/releases`}>{t("all")}</Link>
        {" · "}
        <Link to="/methodology#release">{t("explained")}</Link>
      </p>
    </section>
  );
}
