import { useLocale, useTranslations } from "next-intl";
import text from "#components/ui/text.module.css";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** The nearest cameras in service, with the band of the requests for their footage. Only where a point is known. */
export function NeighboursPart({ page, addresses }: Pick<VoteCardProps, "page" | "addresses">) {
  const t = useTranslations("voteCard.neighbours");
  const locale = useLocale();
  const { place, neighbours, neighboursWithin } = page;
  if (!place?.position) return null;
  const within = wordNumber(locale, neighboursWithin);
  const isSilent = neighbours.every(({ requests }) => requests === undefined);
  return (
    <section className={styles.part} aria-labelledby="neighbours">
      <h2 id="neighbours">{t("title")}</h2>
      {neighbours.length === 0 ? (
        <p className={text.silence}>{t("none", { within })}</p>
      ) : (
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
            {!isSilent && <Use requests={neighbour.requests} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Use({ requests }: Pick<VoteCardProps["page"]["neighbours"][number], "requests">) {
  const t = useTranslations("voteCard.neighbours");
  const locale = useLocale();
  if (!requests) return `, ${t("unknown")}`;
  const { band, year } = requests;
  const words = t("asked", {
    from: wordNumber(locale, band.from),
    to: band.to === undefined ? "more" : wordNumber(locale, band.to),
    year: String(year),
  });
  return `, ${words}`;
}
