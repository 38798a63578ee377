import { readerText } from "./reader-text.ts";
import { escapeHtml, renderMarkdown } from "./render-markdown.ts";

type EvaluationText = {
  readonly body: string;
  readonly figures: readonly {
    readonly key: string;
    readonly value: string;
    readonly interval?: string | undefined;
  }[];
};

/**
 * The text of an evaluation, sanitised, with cited figures as they were said and cameras as links. `anchorOf` says where
 * the page shows a figure.
 */
export function evaluationHtml(
  content: EvaluationText,
  cameraAddress: (reference: string) => string,
  anchorOf: (key: string) => string = () => "figures",
): string {
  return renderMarkdown(content.body, (name, reference) => {
    if (name === "figure") {
      const figure = content.figures.find(({ key }) => key === reference);
      if (!figure) return undefined;
      const interval = figure.interval ? ` (${figure.interval})` : "";
      return `<a href="#${anchorOf(reference)}"><strong>${escapeHtml(figure.value + interval)}</strong></a>`;
    }
    if (name !== "camera") return undefined;
    return `<a href="${escapeHtml(cameraAddress(reference))}">${escapeHtml(reference)}</a>`;
  });
}

/** What the text says to who reads it, in whatever language the page around it is: passages are quoted from this. */
export function evaluationText(content: EvaluationText): string {
  return readerText(evaluationHtml(content, () => ""));
}
