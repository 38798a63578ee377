import { useLocale, useTranslations } from "next-intl";
import text from "#components/ui/text.module.css";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** The nearest cameras in service, with how much they are asked for and watched. Distances need a point. */
export function NeighboursPart({ page, addresses }: Pick<VoteCardProps, "page" | "addresses">) {
  const t = useTranslations("voteCard.neighbours");
  const locale = useLocale();
  const { place, neighbours, neighboursWithin } = page;
  if (!place) return null;
  const within = wordNumber(locale, neighboursWithin);
  const isSilent = neighbours.every(
    ({ requests, alerts, watched }) => !requests && !alerts && !watched,
  );
  return (
    <section className={styles.part} aria-labelledby="neighbours">
      <h2 id="neighbours">{t("title")}</h2>
      {!place.position && <p className={text.silence}>{t("noPoint", { within })}</p>}
      {place.position && neighbours.length === 0 && (
        <p className={text.silence}>{t("none", { within })}</p>
      )}
      {neighbours.length > 0 && (
        <p className={text.note}>
          {t("nearest", { within, most: wordNumber(locale, neighbours.length) })}{" "}
          {isSilent && t("noUse")}
        </p>
      )}
      <ul className={text.note}>
        {neighbours.map((neighbour) => (
          <li key={neighbour.camera.reference}>
            <a href={addresses.camera(neighbour.camera.reference)}>{neighbour.camera.reference}</a>{" "}
            {neighbour.camera.label && `${neighbour.camera.label}, `}
            {t("metres", { metres: wordNumber(locale, Math.round(neighbour.metres / 10) * 10) })}
            {!isSilent && <Use neighbour={neighbour} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Requests afterwards and use live; what nobody publishes of one camera is said so. */
function Use({ neighbour }: { neighbour: VoteCardProps["page"]["neighbours"][number] }) {
  const t = useTranslations("voteCard.neighbours");
  const locale = useLocale();
  const { requests, alerts, watched } = neighbour;
  const banded = (key: "asked" | "seen", found: typeof requests) =>
    found &&
    t(key, {
      from: wordNumber(locale, found.band.from),
      to: found.band.to === undefined ? "more" : wordNumber(locale, found.band.to),
      year: String(found.year),
    });
  const said = [
    banded("asked", requests),
    banded("seen", alerts),
    watched &&
      t("watched", {
        none: watched.hours === 0 ? "yes" : "no",
        hours: wordNumber(locale, watched.hours),
        year: String(watched.year),
      }),
  ].filter((words) => words !== undefined);
  return `, ${said.length === 0 ? t("unknown") : said.join(", ")}`;
}
