import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./site-footer.module.css";

export type FooterRelease = { number: number; publishedAt: Date | null; timezone: string };

type Props = {
  version: string;
  /** What the page shows; absent on pages that belong to no city. */
  release?: FooterRelease | undefined;
};

/** What this is, under which licences, how accessible, and which published state one is reading. */
export function SiteFooter({ version, release }: Props) {
  const t = useTranslations("site.footer");
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <div>
          <p className={styles.lead}>{t("what")}</p>
          <p>{t("watching")}</p>
          <p>
            <a href="#content">{t("top")}</a>
          </p>
        </div>
        <div>
          <h2>{t("data")}</h2>
          {release && <Release release={release} />}
          <p>
            {t("dataLicence")} <Link to="/credits">{t("creditsLink")}</Link>
          </p>
          <p>
            <Link to="/methodology">{t("methodologyLink")}</Link>
          </p>
        </div>
        <div>
          <h2>{t("software")}</h2>
          <p>
            {t("licence", { version })} <Link to="/credits#software">{t("licencesLink")}</Link>
          </p>
          <p>
            {t("workspace")} <Link to="/account">{t("workspaceLink")}</Link>
          </p>
          <p>
            {t("accessibility")}{" "}
            <Link to="/methodology#accessibility">{t("accessibilityLink")}</Link>
          </p>
        </div>
      </div>
    </footer>
  );
}

function Release({ release }: { release: FooterRelease }) {
  const t = useTranslations("site.footer");
  const locale = useLocale();
  if (release.number === 0 || release.publishedAt === null) return <p>{t("noRelease")}</p>;
  return (
    <p>
      {t("release", {
        number: String(release.number),
        date: wordInstant(locale, release.publishedAt, release.timezone),
      })}
    </p>
  );
}
