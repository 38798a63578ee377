import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import { bibtex } from "#formats/citation/bibtex.ts";
import { filePath } from "./exhibit-addresses.ts";
import type { Shown } from "./show-exhibit.ts";
import { citationOf, citationWords, permanentAddress } from "./word-exhibit.ts";

/** The release that a citation and its files are frozen at: the one that is read. */
function frozen({ address, city }: Shown) {
  return { ...address, release: city.release === 0 ? undefined : city.release };
}

export function citeParts(shown: Shown, words: ExhibitWords) {
  const { locale, t } = words;
  return {
    text: citationWords(shown, words),
    bibtex: bibtex(citationOf(shown, words)),
    permanent: permanentAddress(shown, locale),
    files: (["bib", "ris"] as const).map((kind) => ({
      label: t(`figure.cite.${kind === "bib" ? "bibtex" : "ris"}`),
      href: filePath(locale, frozen(shown), kind),
    })),
  };
}

export function fileParts(shown: Shown, { locale, t }: ExhibitWords) {
  return (["png", "svg", "csv"] as const).map((kind) => ({
    label: t(`figure.take.${kind}`),
    href: filePath(locale, frozen(shown), kind),
  }));
}
