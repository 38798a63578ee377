import { useTranslations } from "next-intl";
import { type Definition, DefinitionEntry, headingOf, isOneSentence } from "./definition-entry.tsx";
import styles from "./definition-room.module.css";
import { type RoomName, roomAddress } from "./room-address.ts";

export type DefinitionRoomProps = { room: string; definitions: readonly Definition[] };

/** The definitions of one part of the code, after an index of their names; those of one sentence come last. */
export function DefinitionRoom({ room, definitions }: DefinitionRoomProps) {
  const t = useTranslations("methodology");
  const name = room as RoomName;
  const address = roomAddress(room);
  const ordered = [...definitions].sort(
    (a, b) => Number(isOneSentence(a)) - Number(isOneSentence(b)),
  );
  return (
    <section className={styles.room} aria-labelledby={address}>
      <h3 id={address}>{t(`room.${name}.title`)}</h3>
      <p className={styles.intro}>{t(`room.${name}.intro`)}</p>
      <nav aria-label={t("inRoom", { room: t(`room.${name}.title`) })}>
        <ul className={styles.index} lang="en">
          {ordered.map(({ anchor }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{headingOf(anchor)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div lang="en">
        {ordered.map((definition) => (
          <DefinitionEntry key={definition.anchor} definition={definition} />
        ))}
      </div>
    </section>
  );
}
