import { useTranslations } from "next-intl";
import styles from "./contents.module.css";
import { type RoomName, roomAddress } from "./room-address.ts";
import { ruleSections } from "./rule-sections.ts";

type Props = { rooms: readonly { room: string; definitions: readonly unknown[] }[] };

/** The table of contents: beside the text where there is room, before it elsewhere. */
export function Contents({ rooms }: Props) {
  const t = useTranslations("methodology");
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">{t("contents")}</h2>
      <ol>
        {ruleSections.map(({ address, rule }) => (
          <li key={address}>
            <a href={`#${address}`}>{t(`rules.${rule}.title`)}</a>
          </li>
        ))}
        <li>
          <a href="#definitions">{t("definitionsTitle")}</a>
          <ol>
            {rooms.map(({ room, definitions }) => (
              <li key={room}>
                <a href={`#${roomAddress(room)}`}>{t(`room.${room as RoomName}.title`)}</a>{" "}
                <span>{definitions.length}</span>
              </li>
            ))}
          </ol>
        </li>
      </ol>
    </nav>
  );
}
