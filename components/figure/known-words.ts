import { useLocale, useTranslations } from "next-intl";
import { setSpaces } from "#formats/wording/set-spaces.ts";

/** "footage review requests" → "footage-review-requests": the key under which a text of the data may have words. */
export function keyOfKnownText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/**
 * Words for texts that come with the data (a measure, a scope, a qualifier). Those of the documented vocabulary have a
 * wording in each language; any other is shown as its source wrote it.
 */
export function useKnownWords(group: "measures" | "scopes" | "definitions" | "qualifiers") {
  const locale = useLocale();
  const words = knownWordsOf(useTranslations(`publishedFigures.${group}`));
  return (text: string) => setSpaces(locale, words(text));
}

type Translator = ((key: string) => string) & { has(key: string): boolean };

/** The same from the translator of a group, for files that are made outside a component. */
export function knownWordsOf(t: Translator) {
  return (text: string): string => {
    const key = keyOfKnownText(text);
    return t.has(key) ? t(key) : text;
  };
}
