import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { figurePath } from "#app/_exhibit/exhibit-addresses.ts";
import { citeParts, fileParts } from "#app/_exhibit/exhibit-parts.ts";
import { builderPath } from "#app/_exhibit/press-addresses.ts";
import { readParts } from "#app/_exhibit/read-parts.ts";
import { type Shown, showExhibit } from "#app/_exhibit/show-exhibit.ts";
import { exhibitWords, sinceWords, sourceSentence, stampOf } from "#app/_exhibit/word-exhibit.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { isLocale } from "#app/_i18n/locales.ts";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { ExhibitSheet } from "#components/exhibit/exhibit-sheet.tsx";
import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; name: string[] }>;
  searchParams: SearchParams;
};

const load = cache(async (locale: string, path: string, release: number | undefined) => {
  const [city = "", ...name] = readParts(path.split("/")) ?? [];
  const words = await exhibitWords(locale);
  const shown = await showExhibit({ city, name, release }, words);
  return shown && { shown, words };
});

async function figureOf({ params, searchParams }: Props) {
  const { locale, city, name } = await params;
  if (!isLocale(locale)) return undefined;
  return load(locale, [city, ...name].join("/"), await askedRelease(searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const found = await figureOf(props);
  if (!found) return {};
  const { shown, words } = found;
  const said = { title: shown.exhibit.title, city: shown.exhibit.place };
  return pageMetadata({
    locale,
    title: words.t("figure.metaTitle", said),
    description: words.t("figure.metaDescription", said),
  });
}

export default async function FigurePage(props: Props) {
  const locale = pageLocale((await props.params).locale);
  const found = await figureOf(props);
  if (!found) notFound();
  const { shown, words } = found;
  const { address, city } = shown;
  return (
    <SiteFrame path={pathOf(address.city, "figures", ...address.name)} city={city}>
      <ExhibitSheet
        exhibit={shown.exhibit}
        stamp={stampOf(shown, words)}
        source={sourceSentence(shown, words)}
        since={sinceOf(shown, words)}
        cite={citeParts(shown, words)}
        take={{ files: fileParts(shown, words), build: builderPath(locale, address) }}
        page={addressOf(locale, pathOf(address.city, ...shown.page))}
      />
    </SiteFrame>
  );
}

function sinceOf(shown: Shown, words: ExhibitWords) {
  const { since, address } = shown;
  if (!since) return undefined;
  return {
    ...sinceWords(shown, since, words),
    link: {
      label: words.t("embed.superseded.read"),
      href: since.isGone
        ? addressOf(words.locale, pathOf(address.city, ...shown.page))
        : figurePath(words.locale, { ...address, release: undefined }),
    },
  };
}
