import { useLocale, useTranslations } from "next-intl";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { IndicatorCell } from "#components/indicator/indicator-value.tsx";
import { useIndicatorWords } from "#components/indicator/indicator-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { wordNumber, wordRatio } from "#formats/wording/word-number.ts";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

type Props = VoteCardProps & { order: readonly number[] };

/** What is recorded around the place, how its district is equipped, and how much the neighbouring cameras are asked for. */
export function PlacePart(props: Props) {
  const { page, addresses, order } = props;
  const t = useTranslations("voteCard.place");
  const { t: indicator } = useIndicatorWords();
  const { place, use } = page;
  return (
    <section className={styles.part} aria-labelledby="place">
      <h2 id="place">
        {t("title", { place: place?.district?.name ?? place?.camera?.reference ?? page.city.name })}
      </h2>
      {place ? <Recorded {...props} /> : <p className={text.silence}>{t("noPlace")}</p>}
      <SeenLive {...props} />
      <dl className={styles.facts}>
        {use.map(({ indicator: one, district, city }) => (
          <div key={one.id}>
            <dt>
              <a href={addresses.indicator(one.id)}>{indicator(`items.${one.id}.name`)}</a>
            </dt>
            <dd>
              {place?.district && (
                <p className={styles.value}>
                  {t("here")} <IndicatorCell indicator={one} point={district} order={order} />
                </p>
              )}
              <p className={styles.value}>
                {t("inCity")} <IndicatorCell indicator={one} point={city} order={order} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Recorded({ page, order }: Props) {
  const t = useTranslations("voteCard.place");
  const locale = useLocale();
  const { total, categories, year } = page.recorded;
  const latest = total.find((count) => count.year === year);
  if (latest?.value === undefined) return <p className={text.silence}>{t("nothingRecorded")}</p>;
  const earlier = total.filter(
    (count) => count.year < latest.year && count.year >= latest.year - 2,
  );
  return (
    <>
      <p>
        <strong>
          {t("recorded", { count: wordNumber(locale, latest.value), year: String(latest.year) })}
        </strong>
        <SourceMark ids={latest.sourceIds} order={order} />
        <span className={text.caveat}>
          {areaOf(page, locale, t)}{" "}
          {page.inhabitants !== undefined &&
            t("perThousand", {
              rate: wordRatio(locale, (latest.value * 1000) / page.inhabitants),
            })}{" "}
          {earlier.map((count) =>
            count.value === undefined
              ? null
              : t("earlier", { count: wordNumber(locale, count.value), year: String(count.year) }),
          )}{" "}
          {latest.wording}
        </span>
      </p>
      {categories.length > 0 && (
        <p className={text.note}>
          {categories
            .filter(({ category }) => category !== "*")
            .map(({ category, state, value }, index) => (
              <span key={category}>
                {index > 0 && " · "}
                {category} {state === "withheld" ? <SilenceText kind="withheld" /> : null}
                {state === "zero" ? wordNumber(locale, 0) : null}
                {state === "published" && value !== null ? wordNumber(locale, value) : null}
              </span>
            ))}
        </p>
      )}
    </>
  );
}

/** The whole district and how large it is: the facts are not those of the street. */
function areaOf(
  { place }: Props["page"],
  locale: string,
  t: (key: "wholeDistrict" | "wholeDistrictOf", values: { name: string; area: string }) => string,
): string {
  const name = place?.district?.name ?? "";
  const area = place?.district?.areaM2;
  return area === null || area === undefined
    ? t("wholeDistrict", { name, area: "" })
    : t("wholeDistrictOf", { name, area: wordNumber(locale, area / 1e6, 2) });
}

/** What operators saw live in the district, where it is counted there. */
function SeenLive({ page, order }: Props) {
  const t = useTranslations("voteCard.place");
  const stages = useTranslations("outcomes.stages");
  const locale = useLocale();
  const { seenLive } = page;
  if (seenLive?.value === undefined) return null;
  return (
    <p>
      <strong>
        {t("seenLive", {
          stage: stages.has(seenLive.stage) ? stages(seenLive.stage) : seenLive.stage,
          count: wordNumber(locale, seenLive.value),
          year: String(seenLive.year),
        })}
      </strong>
      <SourceMark ids={seenLive.sourceIds} order={order} />
      <span className={text.caveat}>
        {areaOf(page, locale, t)} {seenLive.wording}
      </span>
    </p>
  );
}
