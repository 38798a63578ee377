import { useLocale, useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { Callout } from "#components/ui/callout.tsx";
import text from "#components/ui/text.module.css";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import { ComparisonPart } from "./comparison-part.tsx";
import { CostPart } from "./cost-part.tsx";
import { FixedPart } from "./fixed-part.tsx";
import { NeighboursPart } from "./neighbours-part.tsx";
import { PlacePart } from "./place-part.tsx";
import { ProposalForm } from "./proposal-form.tsx";
import styles from "./vote-card.module.css";
import type { VoteCardProps } from "./vote-card-props.ts";

/** Before a camera is voted: what is known of the place, what it would cost, and what must be fixed first. One A4 page. */
export function VoteCardSheet(props: VoteCardProps) {
  const { page, addresses } = props;
  const t = useTranslations("voteCard");
  const locale = useLocale();
  const order = page.sources.map(({ id }) => id);
  const isAsked = Object.values(props.entered).some((value) => value !== "");
  return (
    <div className={styles.sheet}>
      <Article
        kicker={page.city.name}
        title={isAsked ? <Title page={page} /> : t("title")}
        standfirst={<p className={styles.standfirst}>{t("standfirst")}</p>}
      >
        <ProposalForm {...props} />
        {isAsked && (
          <div className={styles.card}>
            {page.open.length > 0 && (
              <Callout title={t("open", { count: page.open.length })}>
                <p>
                  {capitalise(
                    locale,
                    page.open
                      .map((field) => t(`form.${field}.label`).toLocaleLowerCase(locale))
                      .join(", "),
                  )}
                  .
                </p>
              </Callout>
            )}
            <div className={styles.parts}>
              <div>
                <FixedPart {...props} order={order} />
                <CostPart {...props} order={order} />
              </div>
              <div>
                <PlacePart {...props} order={order} />
                <NeighboursPart {...props} />
                <ComparisonPart {...props} order={order} />
              </div>
            </div>
            <p className={text.note}>
              {t("made", {
                day: wordDate(locale, page.today),
                release: wordNumber(locale, page.city.release),
              })}
              <span className={styles.address}>{addresses.whole}</span>
            </p>
            <p className={`${text.note} ${text.onScreen}`}>
              <a href={addresses.workbook} download={true}>
                {t("workbook")}
              </a>
            </p>
            <SourceList sources={page.sources} />
          </div>
        )}
      </Article>
    </div>
  );
}

function Title({ page }: Pick<VoteCardProps, "page">) {
  const t = useTranslations("voteCard");
  const { place, proposal } = page;
  return t("cardTitle", {
    count: proposal.cameras,
    place: place?.camera?.reference ?? place?.district?.name ?? page.city.name,
  });
}
