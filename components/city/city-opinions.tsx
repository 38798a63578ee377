import { useLocale, useTranslations } from "next-intl";
import { OpinionText } from "#components/evaluation/opinion-text.tsx";
import { ReplyDelayText } from "#components/evaluation/reply-delay-text.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./city-home.module.css";
import type { CityHomeProps } from "./city-home-props.ts";

/** What the oversight committee thinks, the latest first, and whether the city has answered. */
export function CityOpinions({ home: { city, opinions } }: CityHomeProps) {
  const t = useTranslations("home.opinions");
  const locale = useLocale();
  return (
    <section aria-labelledby="opinions" className={`${styles.part} ${styles.opinions}`}>
      <h2 id="opinions">{t("title")}</h2>
      <ol className={styles.timeline}>
        {opinions.map(({ slug, title, opinion, publishedOn, reply }) => (
          <li key={slug}>
            <span className={styles.when}>{wordDate(locale, publishedOn)}</span>
            <span>
              <strong>
                <Link to={`/${city.slug}/evaluations/${slug}`}>{title}</Link>
              </strong>
              <br />
              <OpinionText opinion={opinion} />
              <span className={styles.caveat}>
                <ReplyDelayText reply={reply} />
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>
        <Link to={`/${city.slug}/evaluations`}>{t("all")}</Link>
      </p>
    </section>
  );
}
