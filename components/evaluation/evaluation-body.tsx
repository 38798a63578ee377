import { useLocale, useTranslations } from "next-intl";
import annotation from "#components/annotation/annotation.module.css";
import type { ShownAnnotation } from "#components/annotation/annotation-props.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import { evaluationHtml } from "#formats/markdown/evaluation-html.ts";
import { markPassages, type TextMark } from "#formats/markdown/reader-text.ts";
import { escapeHtml } from "#formats/markdown/render-markdown.ts";
import styles from "./evaluation.module.css";

type CitedInText = Pick<EvaluationContent["figures"][number], "key" | "value" | "interval">;
type Props = {
  content: { body: string; figures: readonly CitedInText[] };
  citySlug: string;
  /** Where the page shows a figure. */
  anchorOf?: (key: string) => string;
  /** Those whose passages are marked in the text. */
  annotations?: readonly ShownAnnotation[] | undefined;
};

/** The text, sanitised, with cited figures as they were said, cameras as links, and the passages that are annotated. */
export function EvaluationBody({ content, citySlug, anchorOf, annotations = [] }: Props) {
  const locale = useLocale();
  const t = useTranslations("annotations");
  const html = evaluationHtml(
    content,
    (reference) => addressOf(locale, pathOf(citySlug, "cameras", reference)),
    anchorOf,
  );
  const marks = annotations.flatMap(({ number, said }): TextMark[] => {
    const place = said?.anchoring;
    if (!place || place.kind === "lost") return [];
    const label = escapeHtml(t("mark", { number: String(number) }));
    const after = `<a class="${annotation.mark}" href="#annotation-${number}" data-number="${number}" aria-label="${label}"></a>`;
    return [{ start: place.start, end: place.end, after }];
  });
  return (
    <div
      className={styles.body}
      data-annotated=""
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing pass that could act.
      dangerouslySetInnerHTML={{ __html: markPassages(html, marks) }}
    />
  );
}
