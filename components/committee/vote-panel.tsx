import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { Button, PostForm, RadioGroup } from "#components/ui/form.tsx";
import { ballotChoices } from "#domain/evaluation/tally-ballots.ts";
import styles from "./committee.module.css";
import { type DeskProps, deedAddress } from "./committee-props.ts";
import { LongField } from "./desk-fields.tsx";

/** The vote of whoever reads, and for the chair its closing. How many have voted is said; how, only once it is closed. */
export function VotePanel({ page, newKey }: DeskProps) {
  const t = useTranslations("committee.vote");
  const choices = useTranslations("evaluations.vote.choices");
  const { vote, city, slug, deeds } = page;
  if (!vote) return null;
  const { tally, cast, mine } = vote;
  const hidden = () => ({ requestKey: newKey() });
  return (
    <ArticleSection id="vote" title={t("title")}>
      <p>{t("cast", { cast, entitled: tally.entitled, quorum: tally.quorum })}</p>
      {page.standing === "voted" && <Outcome tally={tally} />}
      {mine && (
        <p>
          {t("mine", {
            choice: choices(mine.choice),
            isOpen: deeds.includes("vote") ? "yes" : "no",
          })}
        </p>
      )}
      {deeds.includes("vote") && (
        <PostForm action={deedAddress(city.slug, slug, "ballot")} hidden={hidden()}>
          <RadioGroup
            name="choice"
            legend={t("choice")}
            options={ballotChoices.map((choice) => ({
              value: choice,
              label: choices(choice),
              help: t(`help.${choice}`),
            }))}
          />
          <LongField
            name="reasons"
            label={t("reasons")}
            hint={t("reasonsHint")}
            value={mine?.reasons ?? ""}
          />
          <Button>{t("submit")}</Button>
        </PostForm>
      )}
      <div className={styles.deeds}>
        {deeds.includes("close-vote") && (
          <PostForm action={deedAddress(city.slug, slug, "close")} hidden={hidden()} shape="inline">
            <Button kind="quiet">{t("close")}</Button>
          </PostForm>
        )}
        {deeds.includes("return-to-draft") && (
          <PostForm
            action={deedAddress(city.slug, slug, "return")}
            hidden={hidden()}
            shape="inline"
          >
            <Button kind="quiet">{t("return")}</Button>
          </PostForm>
        )}
        {deeds.includes("publish") && (
          <PostForm
            action={deedAddress(city.slug, slug, "publish")}
            hidden={hidden()}
            shape="inline"
          >
            <Button>{t("publish")}</Button>
          </PostForm>
        )}
      </div>
    </ArticleSection>
  );
}

function Outcome({ tally }: { tally: NonNullable<DeskProps["page"]["vote"]>["tally"] }) {
  const t = useTranslations("committee.vote");
  const counts = useTranslations("evaluations.vote");
  return (
    <p>
      <strong>{t(tally.adopted ? "adopted" : "rejected")}</strong>{" "}
      {counts("counts", {
        for: tally.for,
        against: tally.against,
        abstain: tally.abstain,
        recusal: tally.recusal,
      })}
    </p>
  );
}
