import { getTranslations } from "next-intl/server";
import type { AnnotationTarget } from "#domain/annotation/annotation-content.ts";
import { formatAnnotationsQuestion } from "#domain/annotation/annotations-question.ts";
import { addressOf } from "#formats/addresses/address-of.ts";

type City = { slug: string; name: string };
const type = "application/atom+xml";

/** The feed of annotations, of everything or of one thing. */
export async function annotationFeed(locale: string, city: City, target?: AnnotationTarget) {
  const t = await getTranslations({ locale, namespace: "annotations.feed" });
  const query = formatAnnotationsQuestion({
    on: target?.kind,
    reference: target?.reference,
    page: 1,
  });
  const path = addressOf(locale, `/${city.slug}/annotations.atom`);
  const address = query.size > 0 ? `${path}?${query}` : path;
  return { type, title: t("title", { city: city.name }), address };
}

/** The feed of everything that is public of a city. */
export async function cityFeed(locale: string, city: City) {
  const t = await getTranslations({ locale, namespace: "annotations.feed" });
  const address = addressOf(locale, `/${city.slug}/feed.atom`);
  return { type, title: t("city", { city: city.name }), address };
}
