import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./layout.module.css";

type Props = {
  path: string;
  city: { release: number; latestRelease: number; publishedAt: Date | null; timezone: string };
};

/** Says that an earlier release is read, when it was published, and where the current one is. */
export function ReleaseBanner({ path, city }: Props) {
  const t = useTranslations("site");
  const locale = useLocale();
  if (city.release === city.latestRelease || city.publishedAt === null) return null;
  const date = wordInstant(locale, city.publishedAt, city.timezone);
  return (
    <p className={styles.earlier}>
      {t("earlierRelease", { number: String(city.release), date })}{" "}
      <Link to={path}>{t("latestRelease", { number: String(city.latestRelease) })}</Link>
    </p>
  );
}
