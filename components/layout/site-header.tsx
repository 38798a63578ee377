import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { FictionalBanner } from "./fictional-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import styles from "./layout.module.css";
import { Mark } from "./mark.tsx";

/** A page that exists, in the order of the navigation. */
export type NavigationEntry = { section: string; to: string };

export type HeaderCity = { slug: string; name: string; fictional: boolean };

/** Pages of the city read, and pages of the whole installation. */
export type Navigation = {
  city: readonly NavigationEntry[];
  site: readonly NavigationEntry[];
};

type Props = {
  city?: HeaderCity | undefined;
  navigation: Navigation;
  /** Which entry the page is. */
  section?: string | undefined;
  /** Path of the page without language, to read it in the other one. */
  path: string;
};

export function SiteHeader({ city, navigation, section, path }: Props) {
  const t = useTranslations("site");
  return (
    <header>
      {city?.fictional && <FictionalBanner />}
      <div className={styles.header}>
        <div className={styles.brand}>
          <Link to="/" className={styles.name}>
            <Mark className={styles.mark} />
            {t("name")}
          </Link>
          {city && (
            <Link to={`/${city.slug}`} className={styles.city}>
              {city.name}
            </Link>
          )}
        </div>
        <nav aria-label={t("navigation")} className={styles.navigation}>
          {navigation.city.length > 0 && (
            <Entries entries={navigation.city} section={section} className={styles.ofCity} />
          )}
          <Entries entries={navigation.site} section={section} className={styles.ofSite} />
        </nav>
        <LanguageSwitch path={path} />
      </div>
    </header>
  );
}

function Entries({
  entries,
  section,
  className,
}: {
  entries: readonly NavigationEntry[];
  section: string | undefined;
  className: string | undefined;
}) {
  const t = useTranslations("site.sections");
  return (
    <ul className={className}>
      {entries.map((entry) => (
        <li key={entry.section}>
          <Link to={entry.to} aria-current={entry.section === section ? "page" : undefined}>
            {t(entry.section)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
