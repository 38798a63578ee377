import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./layout.module.css";

type Props = {
  path: string;
  city: {
    release: number;
    latestRelease: number;
    isNamed?: boolean;
    publishedAt: Date | null;
    timezone: string;
  };
};

/**
 * Says that a release is read which the address names, when it was published, that this is the day on which deadlines are
 * judged, and where the current one is.
 */
export function ReleaseBanner({ path, city }: Props) {
  const t = useTranslations("site");
  const locale = useLocale();
  const isLatest = city.release === city.latestRelease;
  if ((isLatest && !city.isNamed) || city.publishedAt === null) return null;
  const date = wordInstant(locale, city.publishedAt, city.timezone);
  return (
    <p className={styles.earlier}>
      {t("earlierRelease", { number: String(city.release), date })}{" "}
      {city.isNamed && `${t("judgedThen")} `}
      <Link to={path}>
        {isLatest ? t("asOfToday") : t("latestRelease", { number: String(city.latestRelease) })}
      </Link>
    </p>
  );
}
