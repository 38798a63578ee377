import { useTranslations } from "next-intl";

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
  return knownWordsOf(useTranslations(`publishedFigures.${group}`));
}

type Translator = ((key: string) => string) & { has(key: string): boolean };

/** The same from the translator of a group, for files that are made outside a component. */
export function knownWordsOf(t: Translator) {
  return (text: string): string => {
    const key = keyOfKnownText(text);
    return t.has(key) ? t(key) : text;
  };
}
