import { useLocale, useTranslations } from "next-intl";
import styles from "#components/annotation/annotation.module.css";
import type { ShownAnnotation, ShownCity } from "#components/annotation/annotation-props.ts";
import { TargetLink } from "#components/annotation/target-name.tsx";
import { Link } from "#components/ui/link.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import type {
  ModerationAct,
  ModerationRule,
  ModerationState,
} from "#domain/annotation/moderation.ts";
import { annotationPath } from "#formats/addresses/annotated-path.ts";
import { renderMarkdown } from "#formats/markdown/render-markdown.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import room from "./moderation.module.css";

/** Something said in public, as whoever moderates reads it: also once it is hidden. */
export type ModeratedProps = {
  annotation: ShownAnnotation;
  state: ModerationState;
  author: { name: string; quality: string };
  words: readonly { number: number; body: string; reason: string | null; at: Date }[];
  acts: readonly {
    id: number;
    kind: ModerationAct;
    rule: ModerationRule | null;
    by: "moderator" | "committee-chair" | "committee-member" | "city-respondent";
    reason: string;
    at: Date;
    entry: number | null;
    answers: number | null;
  }[];
  steps: readonly ("hide" | "keep" | "restore" | "uphold" | "contest")[];
};

const marks: Readonly<Record<ModerationState, MarkState>> = {
  unread: "unknown",
  kept: "good",
  restored: "good",
  hidden: "bad",
  contested: "warning",
  upheld: "bad",
};

/** What it is, where it stands, what it is about, what it says now, and who says so. */
export function ModeratedWords({
  city,
  moderated,
}: {
  city: ShownCity;
  moderated: ModeratedProps;
}) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const { annotation, state, author, words } = moderated;
  const { number, kind, target, at, withdrawal } = annotation;
  const [current] = words;
  return (
    <article>
      <p className={styles.head}>
        <Link to={annotationPath(city.slug, number)}>
          {t("number", { number: String(number) })}
        </Link>
        <strong>{t(`kinds.${kind}`)}</strong>
        <span className={room.state}>
          <StatusMark state={marks[state]} /> {t(`moderation.states.${state}`)}
        </span>
      </p>
      <p className={styles.target}>
        <TargetLink citySlug={city.slug} target={target} />
      </p>
      <div
        className={styles.body}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing pass that could act.
        dangerouslySetInnerHTML={{ __html: renderMarkdown(current?.body ?? "") }}
      />
      <p className={styles.meta}>
        {author.name}, {author.quality} · {wordInstant(locale, at, city.timezone)}
        {words.length > 1 && ` · ${t("moderation.desk.versions", { count: words.length })}`}
        {withdrawal && ` · ${t("moderation.desk.withdrawn")}`}
      </p>
    </article>
  );
}
