import { getTranslations } from "next-intl/server";
import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import { siteOrigin } from "#app/_exhibit/exhibit-addresses.ts";
import { annotationEntries } from "#app/_feed/annotation-entry.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import {
  formatAnnotationsQuestion,
  parseAnnotationsQuestion,
} from "#domain/annotation/annotations-question.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { ATOM_TYPE, writeAtom } from "#formats/feed/write-atom.ts";
import { getAnnotationsPage } from "#use-cases/annotation/get-annotations-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string }> };

/** The latest annotations of a city: of all, of one type, or on one thing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city: slug } = await params;
  const question = { ...parseAnnotationsQuestion(new URL(request.url).searchParams), page: 1 };
  const found = isLocale(locale) && (await getAnnotationsPage(slug, question, new Date()));
  if (!found) return nothingThere();
  const { city, annotations } = found;
  const t = await getTranslations({ locale, namespace: "annotations.feed" });
  const entryOf = await annotationEntries(locale, slug);
  const query = formatAnnotationsQuestion(question);
  const address = (path: string) => {
    const whole = `${siteOrigin()}${addressOf(locale, `/${slug}/${path}`)}`;
    return query.size > 0 ? `${whole}?${query}` : whole;
  };
  const feed = writeAtom({
    id: address("annotations.atom"),
    page: address("annotations"),
    title: t("title", { city: city.name }),
    author: city.name,
    language: locale,
    since: city.publishedAt ?? new Date(0),
    entries: annotations.map(entryOf),
  });
  return answerFile(feed, { type: ATOM_TYPE, filename: "annotations.atom" });
}
