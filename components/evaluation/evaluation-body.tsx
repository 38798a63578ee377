import { useLocale } from "next-intl";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import { escapeHtml, renderMarkdown } from "#formats/markdown/render-markdown.ts";
import styles from "./evaluation.module.css";

type CitedInText = Pick<EvaluationContent["figures"][number], "key" | "value" | "interval">;
type Props = {
  content: { body: string; figures: readonly CitedInText[] };
  citySlug: string;
  /** Where the page shows a figure. */
  anchorOf?: (key: string) => string;
};

/** The text, sanitised, with cited figures as they were said and cameras as links. */
export function EvaluationBody({ content, citySlug, anchorOf = () => "figures" }: Props) {
  const locale = useLocale();
  const html = renderMarkdown(content.body, (name, reference) => {
    if (name === "figure") {
      const figure = content.figures.find(({ key }) => key === reference);
      if (!figure) return undefined;
      const interval = figure.interval ? ` (${figure.interval})` : "";
      return `<a href="#${anchorOf(reference)}"><strong>${escapeHtml(figure.value + interval)}</strong></a>`;
    }
    if (name !== "camera") return undefined;
    const address = addressOf(locale, pathOf(citySlug, "cameras", reference));
    return `<a href="${escapeHtml(address)}">${escapeHtml(reference)}</a>`;
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing pass that could act.
  return <div className={styles.body} dangerouslySetInnerHTML={{ __html: html }} />;
}
