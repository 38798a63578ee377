import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { moderationPath } from "#formats/addresses/annotated-path.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./annotation.module.css";
import type { ShownAnnotation, ShownCity, ShownHiding } from "./annotation-props.ts";

/** That something stood here, by which rule it is hidden, since when, why, in what quality it was decided; never by whom. */
export function HiddenNotice({ city, hiding }: { city: ShownCity; hiding: ShownHiding }) {
  const t = useTranslations("annotations.moderation");
  const locale = useLocale();
  const { rule, reason, at, by, entry, contestedAt, upheld } = hiding;
  const day = (instant: Date) => wordInstant(locale, instant, city.timezone);
  return (
    <>
      <p className={styles.standing}>
        <StatusMark state="unknown" /> {t("notice.hidden", { date: day(at), by: t(`by.${by}`) })}{" "}
        <Link to={`${moderationPath(city.slug)}#${rule}`}>{t(`rules.${rule}.name`)}</Link>.
      </p>
      <p>{t("notice.reason", { reason })}</p>
      {contestedAt && (
        <p className={styles.standing}>
          {t(upheld ? "notice.wasContested" : "notice.contested", { date: day(contestedAt) })}{" "}
          {upheld && t("notice.upheld", { date: day(upheld.at), by: t(`by.${upheld.by}`) })}
        </p>
      )}
      {upheld && <p>{t("notice.reason", { reason: upheld.reason })}</p>}
      <Entries entries={[entry, upheld?.entry]} />
    </>
  );
}

/** That moderation has read it and left it public, or made it public again, and why. */
export function Reviewed({
  city,
  reviewed,
}: {
  city: ShownCity;
  reviewed: NonNullable<ShownAnnotation["reviewed"]>;
}) {
  const t = useTranslations("annotations.moderation");
  const locale = useLocale();
  const { kind, at, by, reason } = reviewed;
  const date = wordInstant(locale, at, city.timezone);
  return (
    <p className={styles.meta}>
      {t(`notice.${kind}`, { date, by: t(`by.${by}`) })} {reason}
    </p>
  );
}

function Entries({ entries }: { entries: readonly (number | null | undefined)[] }) {
  const t = useTranslations("annotations.moderation");
  const known = entries.filter((entry) => entry !== null && entry !== undefined);
  if (known.length === 0) return null;
  return (
    <p className={styles.meta}>
      {known.map((entry, place) => (
        <span key={entry}>
          {place > 0 && " · "}
          <Link to={`/transparency-log/${entry}`}>{t("entry", { number: String(entry) })}</Link>
        </span>
      ))}
    </p>
  );
}
