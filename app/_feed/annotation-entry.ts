import { getTranslations } from "next-intl/server";
import { siteOrigin } from "#app/_exhibit/exhibit-addresses.ts";
import { wordTarget } from "#components/annotation/word-target.ts";
import { knownWordsOf } from "#components/figure/known-words.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { annotationPath } from "#formats/addresses/annotated-path.ts";
import type { FeedEntry } from "#formats/feed/write-atom.ts";
import { escapeHtml, renderMarkdown } from "#formats/markdown/render-markdown.ts";
import type { CityAct } from "#use-cases/feed/get-city-feed.ts";

type AnnotationView = Extract<CityAct, { kind: "annotation" }>["annotation"];

/** How annotations are told in a feed: also that one was withdrawn, with the reason. */
export async function annotationEntries(locale: string, city: string) {
  const t = await getTranslations({ locale, namespace: "annotations" });
  const indicators = await getTranslations({ locale, namespace: "indicators.items" });
  const measures = await getTranslations({ locale, namespace: "publishedFigures.measures" });
  const target = wordTarget({
    t: await getTranslations({ locale, namespace: "annotations.target" }),
    indicators,
    measures: knownWordsOf(measures),
  });
  const hidden = ({ rule, reason }: NonNullable<AnnotationView["hiding"]>) =>
    `${t(`moderation.rules.${rule}.name`)}. ${t("withdrawnBecause", { reason })}`;
  /** In place of the words: why they are not read. */
  const whyNot = ({ hiding, withdrawal }: AnnotationView) =>
    hiding ? hidden(hiding) : t("withdrawnBecause", { reason: withdrawal?.reason ?? "" });
  const titleOf = ({ hiding, withdrawal }: AnnotationView) =>
    hiding ? "feed.hidden" : withdrawal ? "feed.withdrawn" : "feed.entry";
  return (annotation: AnnotationView): FeedEntry => {
    const { number, kind, author, at, changedAt, said } = annotation;
    const words = {
      number: String(number),
      kind: t(`kinds.${kind}`),
      target: target(annotation.target),
    };
    const quoted = said?.passage
      ? `<blockquote>${escapeHtml(said.passage.exact)}</blockquote>`
      : "";
    return {
      id: `${siteOrigin()}${addressOf(locale, annotationPath(city, number))}`,
      title: t(titleOf(annotation), words),
      published: at,
      updated: changedAt,
      author: author && `${author.name}, ${author.quality}`,
      category: kind,
      ...(said ? { html: quoted + renderMarkdown(said.body) } : { text: whyNot(annotation) }),
    };
  };
}
