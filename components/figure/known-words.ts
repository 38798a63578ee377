import { useTranslations } from "next-intl";

/** "footage review requests" → "footage-review-requests": the key under which a text of the data may have words. */
function keyOf(text: string): string {
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
  const t = useTranslations(`publishedFigures.${group}`);
  return (text: string): string => {
    const key = keyOf(text);
    return t.has(key) ? t(key) : text;
  };
}
