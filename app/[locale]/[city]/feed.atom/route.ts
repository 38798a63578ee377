import { getTranslations } from "next-intl/server";
import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import { siteOrigin } from "#app/_exhibit/exhibit-addresses.ts";
import { annotationEntries } from "#app/_feed/annotation-entry.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import { ATOM_TYPE, type FeedEntry, writeAtom } from "#formats/feed/write-atom.ts";
import { type CityAct, getCityFeed } from "#use-cases/feed/get-city-feed.ts";
import { getLogHead } from "#use-cases/log/get-log-head.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string }> };
type OtherAct = Exclude<CityAct, { kind: "annotation" }>;

/** Everything public that happens in a city, with the latest checkpoint of the log: who follows it holds a witness. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, city: slug } = await params;
  const found = isLocale(locale) && (await getCityFeed(slug, new Date()));
  if (!found) return nothingThere();
  const { city, acts } = found;
  const t = await getTranslations({ locale, namespace: "annotations.feed" });
  const annotationEntry = await annotationEntries(locale, slug);
  const otherEntry = await otherEntries(locale, slug);
  const address = (path: string) => `${siteOrigin()}${addressOf(locale, path)}`;
  const head = await getLogHead();
  const feed = writeAtom({
    id: address(`/${slug}/feed.atom`),
    page: address(`/${slug}`),
    title: t("city", { city: city.name }),
    author: city.name,
    language: locale,
    since: city.publishedAt ?? new Date(0),
    checkpoint: head?.note,
    entries: acts.map((act) =>
      act.kind === "annotation" ? annotationEntry(act.annotation) : otherEntry(act),
    ),
  });
  return answerFile(feed, { type: ATOM_TYPE, filename: "feed.atom" });
}

async function otherEntries(locale: string, city: string) {
  const t = await getTranslations({ locale, namespace: "annotations.feed" });
  const address = (path: string) => `${siteOrigin()}${addressOf(locale, path)}`;
  return (act: OtherAct): FeedEntry => {
    const { kind, at, number } = act;
    const dated = { published: at, updated: at, category: kind };
    if (kind === "release") {
      const id = address(pathOf(city, "releases", String(number)));
      const title = t("release", { number: String(number) });
      return { ...dated, id, title, text: act.note };
    }
    const page = address(pathOf(city, "evaluations", act.slug));
    const { title } = act;
    if (kind === "reply") {
      const id = `${page}?version=${number}#reply-${at.getTime()}`;
      return { ...dated, id, title: t("reply", { title }), author: act.name, text: act.body };
    }
    if (kind === "evaluation-withdrawn") {
      return { ...dated, id: `${page}#withdrawn`, title: t("evaluationWithdrawn", { title }) };
    }
    const words = t(number === 1 ? "evaluation" : "evaluationRevised", { title });
    return { ...dated, id: `${page}?version=${number}`, title: words };
  };
}
