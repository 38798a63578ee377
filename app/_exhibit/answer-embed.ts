import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import { absentDocument, exhibitDocument } from "#formats/exhibit/exhibit-document.ts";
import type { Theme } from "#formats/exhibit/exhibit-style.ts";
import { getLogHead } from "#use-cases/log/get-log-head.ts";
import {
  descriptionAddress,
  embedPath,
  figurePath,
  filePath,
  siteOrigin,
} from "./exhibit-addresses.ts";
import { type ExhibitAddress, type Shown, showExhibit } from "./show-exhibit.ts";
import {
  exhibitWords,
  permanentAddress,
  sinceWords,
  sourceSentence,
  stampOf,
} from "./word-exhibit.ts";

/** The page for a frame in another site; a few words in the same frame when there is no such exhibit. */
export async function answerEmbed(
  locale: string,
  address: ExhibitAddress | undefined,
  theme: Theme,
): Promise<Response> {
  const words = await exhibitWords(locale);
  const shown = address && (await showExhibit(address, words));
  // Read from a file: the log's head is known though the database may be away.
  const head = shown && (await getLogHead());
  const html = shown ? shownDocument(shown, theme, words, head) : nothing(theme, words);
  return new Response(html, {
    status: shown ? 200 : 404,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}

function shownDocument(
  shown: Shown,
  theme: Theme,
  words: ExhibitWords,
  head: Awaited<ReturnType<typeof getLogHead>>,
): string {
  const { locale, t } = words;
  const { address, since, exhibit } = shown;
  const live = { ...address, release: undefined };
  return exhibitDocument(exhibit, {
    locale,
    theme,
    stamp: stampOf(shown, words),
    source: sourceSentence(shown, words),
    proof:
      head &&
      t("embed.proof.words", {
        ...{ origin: head.checkpoint.origin, size: head.checkpoint.size, root: head.root },
      }),
    links: [
      { label: t("embed.read"), href: figurePath(locale, address) },
      { label: t("embed.cite"), href: `${figurePath(locale, address)}#cite` },
      { label: t("embed.data"), href: filePath(locale, address, "csv") },
      { label: t("embed.picture"), href: filePath(locale, address, "png") },
      ...(head
        ? [{ label: t("embed.proof.link"), href: addressOf(locale, "/transparency-log") }]
        : []),
    ],
    table: t("embed.table"),
    superseded: since && {
      ...sinceWords(shown, since, words),
      link: {
        label: t("embed.superseded.read"),
        href: since.isGone
          ? addressOf(locale, pathOf(address.city, ...shown.page))
          : figurePath(locale, live),
      },
    },
    databaseNotice: t("site.databaseNotice"),
    canonical: permanentAddress(shown, locale),
    description: descriptionAddress(embedPath(locale, address)),
  });
}

function nothing(theme: Theme, { locale, t }: ExhibitWords): string {
  const home = addressOf(locale, "/");
  return absentDocument(
    {
      locale,
      theme,
      canonical: `${siteOrigin()}${home}`,
      databaseNotice: t("site.databaseNotice"),
    },
    {
      title: t("embed.absent.title"),
      text: t("embed.absent.text"),
      link: { label: t("embed.absent.link"), href: home },
    },
  );
}
