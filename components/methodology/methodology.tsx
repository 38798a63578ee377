import { useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Contents } from "./contents.tsx";
import { DefinitionRoom, type DefinitionRoomProps } from "./definition-room.tsx";
import styles from "./methodology.module.css";
import { ReadingRules } from "./reading-rules.tsx";

/** How to read a figure, in the reader's language; then every definition, as the code says it. */
export function Methodology({ rooms }: { rooms: readonly DefinitionRoomProps[] }) {
  const t = useTranslations("methodology");
  return (
    <Article title={t("title")} standfirst={t("standfirst")}>
      <div className={styles.columns}>
        <Contents rooms={rooms} />
        <div className={styles.body}>
          <ReadingRules />
          <section className={styles.definitions} aria-labelledby="definitions">
            <h2 id="definitions">{t("definitionsTitle")}</h2>
            <p className={styles.lead}>{t("definitions")}</p>
            {rooms.map((room) => (
              <DefinitionRoom key={room.room} {...room} />
            ))}
          </section>
        </div>
      </div>
    </Article>
  );
}
