import { useLocale, useTranslations } from "next-intl";
import { useTargetWords } from "#components/annotation/target-name.tsx";
import committee from "#components/committee/committee.module.css";
import { TextField } from "#components/committee/desk-fields.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Button } from "#components/ui/form.tsx";
import {
  type AnnotatedKind,
  type AnnotationTarget,
  annotatedKinds,
} from "#domain/annotation/annotation-content.ts";
import { addressOf } from "#formats/addresses/address-of.ts";

type Choice = AnnotationTarget & { name: string | undefined };
type Props = {
  city: { slug: string; name: string };
  choices: readonly Choice[];
  /** A kind that is asked for alone. */
  only?: AnnotatedKind | undefined;
};

/** What to annotate: one short form for each kind of thing, which leads to the form for annotations. */
export function ChooseTargetSheet({ city, choices, only }: Props) {
  const t = useTranslations("annotations.desk");
  const kinds = only ? [only] : annotatedKinds;
  return (
    <Article kicker={city.name} title={t("choose")} standfirst={<p>{t("chooseText")}</p>}>
      {kinds.map((kind) => (
        <ArticleSection key={kind} id={kind} title={t(`objects.${kind}`)}>
          <Choose
            citySlug={city.slug}
            kind={kind}
            choices={choices.filter((choice) => choice.kind === kind)}
          />
        </ArticleSection>
      ))}
    </Article>
  );
}

function Choose({
  citySlug,
  kind,
  choices,
}: {
  citySlug: string;
  kind: AnnotatedKind;
  choices: readonly Choice[];
}) {
  const t = useTranslations("annotations.desk");
  const locale = useLocale();
  const words = useTargetWords();
  if (kind !== "camera" && choices.length === 0) return <p>{t("nothingToChoose")}</p>;
  return (
    <form
      className={committee.form}
      action={addressOf(locale, `/${citySlug}/committee/annotations/new`)}
      method="get"
    >
      <input type="hidden" name="on" value={kind} />
      {kind === "camera" ? (
        <TextField name="reference" label={t("reference")} value="" required={true} />
      ) : (
        <div className={committee.field}>
          <label htmlFor={`reference-${kind}`}>{t("which")}</label>
          <select id={`reference-${kind}`} name="reference">
            {choices.map((choice) => (
              <option key={choice.reference} value={choice.reference}>
                {words(choice)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <Button kind="quiet">{t("go")}</Button>
      </div>
    </form>
  );
}
