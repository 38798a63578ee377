import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AskedParameters, buildExhibit, readChoices } from "#app/_exhibit/build-exhibit.ts";
import { exhibits } from "#app/_exhibit/exhibits.ts";
import { exhibitWords } from "#app/_exhibit/word-exhibit.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import { publishedName } from "#components/exhibit/published-exhibit.ts";
import { Article } from "#components/layout/article.tsx";
import { PressSheet } from "#components/press/press-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { getPressPage, type PressPage } from "#use-cases/press/get-press-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<AskedParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "press" });
  return pageMetadata({ locale, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function Press({ params, searchParams }: Props) {
  const locale = pageLocale((await params).locale);
  const asked = await searchParams;
  const page = await getPressPage(typeof asked.city === "string" ? asked.city : undefined);
  const words = await exhibitWords(locale);
  const { city } = page;
  const action = addressOf(locale, "/press");
  if (!city)
    return (
      <SiteFrame path="/press" section="press">
        <Article title={words.t("press.title")} standfirst={<p>{words.t("press.nothing")}</p>} />
      </SiteFrame>
    );
  const listed = await figuresOf(page, words);
  const releases = releasesOf(page, words);
  const choices = readChoices(asked, {
    locale,
    city: city.slug,
    figures: listed.flatMap(({ options }) => options.map(({ value }) => value)),
    releases: releases.map(({ value }) => value),
  });
  const built = await buildExhibit(choices);
  const figures = withChosen(listed, choices.figure, built?.title ?? choices.figure);
  return (
    <SiteFrame path="/press" section="press" city={city}>
      <PressSheet
        cities={page.cities.map(({ slug, name }) => ({
          key: slug,
          label: name,
          to: `${action}?city=${slug}`,
          isChosen: slug === city.slug,
        }))}
        form={{ action, choices, figures, releases }}
        built={built}
      />
    </SiteFrame>
  );
}

type Group = { group: string; options: { value: string; label: string }[] };

/** What can be chosen, by group; cameras are too many to list and are asked for by their reference. */
async function figuresOf(page: PressPage, words: ExhibitWords): Promise<Group[]> {
  const { city, districts, figures } = page;
  const groups = new Map<string, Group["options"]>();
  const add = (group: string, value: string, label: string) =>
    groups.set(group, [...(groups.get(group) ?? []), { value, label }]);
  const place = { city: city?.slug ?? "", release: undefined, now: new Date() };
  for (const { name, group, list } of exhibits) {
    if (!name.includes("*")) add(group, name, words.t(`exhibit.name.${name}`));
    for (const listed of (await list?.(place, words)) ?? []) add(group, listed.name, listed.label);
  }
  for (const { code, name } of districts) add("places", `districts/${code}`, name);
  for (const figure of figures)
    add("published", `published-figures/${figure.reference}`, publishedName(figure, words));
  return [...groups].map(([group, options]) => ({ group, options }));
}

/** A figure that is reached by its address alone is in the list as well once it is chosen. */
function withChosen(listed: readonly Group[], value: string, label: string): Group[] {
  const isListed = listed.some(({ options }) => options.some((option) => option.value === value));
  return listed.map(({ group, options }) =>
    group === "charts" && !isListed
      ? { group, options: [...options, { value, label }] }
      : { group, options },
  );
}

function releasesOf({ releases, city }: PressPage, { t, locale }: ExhibitWords) {
  return releases.map(({ number, publishedAt }) => ({
    value: String(number),
    label: t("press.frozenAt", {
      release: String(number),
      date: wordInstant(locale, publishedAt, city?.timezone ?? "UTC"),
    }),
  }));
}
