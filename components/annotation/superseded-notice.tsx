import { useTranslations } from "next-intl";
import { Callout } from "#components/ui/callout.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { annotatedPath, judgedPath } from "#formats/addresses/annotated-path.ts";
import styles from "./annotation.module.css";
import type { ChangedFact, ShownAnnotation } from "./annotation-props.ts";
import { isShownFact, useFactWords } from "./fact-words.ts";

type Props = { citySlug: string; annotation: ShownAnnotation };

/** What an annotation judged and what is published today, side by side, when they differ. */
export function SupersededNotice({ citySlug, annotation }: Props) {
  const t = useTranslations("annotations.standing");
  const { standing, target, judged } = annotation;
  if (standing.kind === "same") return null;
  const then = judgedPath(citySlug, target, judged);
  if (standing.kind !== "superseded") return <p className={styles.standing}>{t("gone")}</p>;
  const both = (
    <p className={styles.standing}>
      <Link to={then}>{t("then")}</Link> ·{" "}
      <Link to={annotatedPath(citySlug, target)}>{t("today")}</Link>
    </p>
  );
  const title = t(target.kind === "evaluation" ? "revised" : "superseded");
  const shown = standing.facts.filter(({ name }) => isShownFact(target, name));
  return shown.length === 0 ? (
    <>
      <p className={styles.standing}>{title}</p>
      {both}
    </>
  ) : (
    <Callout title={title}>
      <Changed annotation={annotation} facts={standing.facts} shown={shown} />
      {both}
    </Callout>
  );
}

function Changed({
  annotation,
  facts,
  shown,
}: Pick<Props, "annotation"> & {
  facts: readonly ChangedFact[];
  shown: readonly ChangedFact[];
}) {
  const t = useTranslations("annotations.standing");
  const names = useTranslations("annotations.facts");
  const { target, judged } = annotation;
  const word = useFactWords(target);
  const today = Object.fromEntries(
    facts.flatMap(({ name, now }) => (now === undefined ? [] : [[name, now]])),
  );
  const cell = (name: string, value: string | undefined, all: typeof judged.facts) =>
    value === undefined ? (
      <span className={text.silence}>{t("notSaid")}</span>
    ) : (
      word(name, value, all)
    );
  return (
    <DataTable
      caption={t("caption")}
      hidesCaption={true}
      rows={shown}
      keyOf={({ name }) => name}
      columns={[
        {
          key: "name",
          label: t("what"),
          isHeading: true,
          cell: ({ name }) => names(name as never),
        },
        {
          key: "judged",
          label: t("judged"),
          cell: ({ name, judged: was }) => cell(name, was, judged.facts),
        },
        {
          key: "now",
          label: t("now"),
          cell: ({ name, now }) => cell(name, now, { ...judged.facts, ...today }),
        },
      ]}
    />
  );
}
