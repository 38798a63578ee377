import { useLocale, useTranslations } from "next-intl";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";
import styles from "./effect.module.css";
import type { City, EffectsPageProps, ShownStudy } from "./effect-props.ts";
import { headlineOf, periodsOf, wordChangeSize } from "./word-effect.ts";

/** The verdict in words that claim no more than the design allows. */
export function Verdict({ shown }: { shown: ShownStudy }) {
  const t = useTranslations("effects.verdicts");
  const locale = useLocale();
  const percent = wordChangeSize(locale, headlineOf(shown)?.percentage.point ?? 0);
  return t(shown.verdict, { percent });
}

type QuestionProps = { shown: ShownStudy; page: EffectsPageProps["page"] };

/** What the study asks, the aim it was declared with, and when it was. */
export function StudyQuestion({ shown, page }: QuestionProps) {
  const t = useTranslations("effects");
  const locale = useLocale();
  const { study } = shown;
  const counted =
    study.category === undefined ? t("allCategories") : t("category", { category: study.category });
  return (
    <dl className={styles.facts}>
      <dt>{t("questionLabel")}</dt>
      <dd>
        {t("question", {
          treated: namesOf(study.treated, page, locale),
          counted,
          ...periodsOf(locale, study),
        })}
      </dd>
      <dt>{t("objective")}</dt>
      <dd>{study.objective ?? t("noObjective")}</dd>
      <dt>{t("declared")}</dt>
      <dd>
        <Declared shown={shown} city={page.city} />
      </dd>
    </dl>
  );
}

/** A question asked once its answer is known is told as such. */
function Declared({ shown, city }: { shown: ShownStudy; city: City }) {
  const t = useTranslations("effects");
  const locale = useLocale();
  if (shown.declaredAt === null) return t("declaredUnknown");
  const date = wordInstant(locale, shown.declaredAt, city.timezone);
  const isAfter = shown.declaredAt.toISOString().slice(0, 10) > shown.study.afterTo;
  return t(isAfter ? "declaredAfter" : "declaredBefore", { date });
}

/** Names of districts, joined as the language joins them; a code that the registry does not know stays a code. */
export function namesOf(
  codes: readonly string[],
  { districts }: Pick<EffectsPageProps["page"], "districts">,
  locale: string,
): string {
  const names = codes.map((code) => districts.find((one) => one.code === code)?.name ?? code);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** "le 1er janvier 2020, date de mise en service déclarée". */
export function StudyStart({ shown }: { shown: ShownStudy }) {
  const t = useTranslations("effects.design");
  const locale = useLocale();
  const { startedOn, startKind } = shown.study;
  if (startedOn === undefined) return t("startUnknown");
  return t(`startKinds.${startKind}`, { date: wordDate(locale, startedOn) });
}
