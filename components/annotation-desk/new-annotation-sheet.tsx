import { useTranslations } from "next-intl";
import { TargetLink } from "#components/annotation/target-name.tsx";
import { LongField } from "#components/committee/desk-fields.tsx";
import { Article } from "#components/layout/article.tsx";
import { Button, FormProblem, PostForm, RadioGroup } from "#components/ui/form.tsx";
import type { AnnotationKind, AnnotationTarget } from "#domain/annotation/annotation-content.ts";

type Props = {
  page: {
    city: { slug: string; name: string };
    target: AnnotationTarget & { name: string | undefined };
    kinds: readonly AnnotationKind[];
    hasText: boolean;
  };
  quoted: { quote: string; prefix: string; suffix: string };
  requestKey: string;
  problem?: string | undefined;
};

/** The form by which the committee and the city annotate something, in their name. */
export function NewAnnotationSheet({ page, quoted, requestKey, problem }: Props) {
  const t = useTranslations("annotations.desk");
  const kinds = useTranslations("annotations.kinds");
  const helps = useTranslations("annotations.kindHelps");
  const { city, target } = page;
  const { prefix, suffix } = quoted;
  return (
    <Article
      kicker={city.name}
      title={t("new")}
      standfirst={
        <p>
          <TargetLink citySlug={city.slug} target={target} />
        </p>
      }
    >
      {problem && t.has(`problems.${problem}` as never) && (
        <FormProblem>{t(`problems.${problem}` as never)}</FormProblem>
      )}
      <PostForm
        action={`/api/committee/${city.slug}/annotations`}
        hidden={{ requestKey, on: target.kind, reference: target.reference, prefix, suffix }}
      >
        {page.hasText && (
          <LongField name="quote" label={t("quote")} hint={t("quoteHint")} value={quoted.quote} />
        )}
        <RadioGroup
          name="kind"
          legend={t("kind")}
          options={page.kinds.map((kind) => ({
            value: kind,
            label: kinds(kind),
            help: helps(kind),
          }))}
        />
        <LongField name="body" label={t("body")} hint={t("bodyHint")} value="" required={true} />
        <p>{t("forEver")}</p>
        <Button>{t("publish")}</Button>
      </PostForm>
    </Article>
  );
}
