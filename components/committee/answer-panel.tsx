import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { Button, PostForm, RadioGroup } from "#components/ui/form.tsx";
import type { FollowUpKind } from "#domain/evaluation/recommendation-follow-up.ts";
import { type DeskProps, deedAddress } from "./committee-props.ts";
import { LongField } from "./desk-fields.tsx";

const ofTheCommittee: readonly FollowUpKind[] = ["verified", "reopened"];

/** What the city answers, and what the committee says of what was done. */
export function AnswerPanel({ page, newKey }: DeskProps) {
  const t = useTranslations("committee.answer");
  const states = useTranslations("evaluations.recommendations.states");
  const { city, slug, deeds } = page;
  const mine = (kind: FollowUpKind) =>
    deeds.includes(ofTheCommittee.includes(kind) ? "verify" : "answer");
  const open = page.recommendations
    .map(({ next, ...recommendation }) => ({ ...recommendation, next: next.filter(mine) }))
    .filter(({ next }) => next.length > 0);
  return (
    <>
      {deeds.includes("reply") && (
        <ArticleSection id="reply" title={t("title")} intro={t("intro")}>
          <PostForm
            action={deedAddress(city.slug, slug, "reply")}
            hidden={{ requestKey: newKey() }}
          >
            <LongField name="body" label={t("body")} value="" required={true} />
            <Button>{t("submit")}</Button>
          </PostForm>
        </ArticleSection>
      )}
      {open.length > 0 && (
        <ArticleSection id="follow-up" title={t("followUp")}>
          {open.map(({ key, text, next }) => (
            <PostForm
              key={key}
              action={deedAddress(city.slug, slug, "follow-up")}
              hidden={{ requestKey: newKey(), key }}
            >
              <p>
                <strong>{key.toUpperCase()}</strong> {text}
              </p>
              <RadioGroup
                name={`kind`}
                legend={t("kind")}
                options={next.map((kind) => ({ value: kind, label: states(kind) }))}
              />
              <LongField name="note" label={t("note")} hint={t("noteHint")} value="" />
              <Button kind="quiet">{t("say")}</Button>
            </PostForm>
          ))}
        </ArticleSection>
      )}
    </>
  );
}
