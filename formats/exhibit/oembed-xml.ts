import { escapeXml } from "#formats/chart/svg-text.ts";

/** An oEmbed answer in its other form. */
export function oembedXml(answer: Readonly<Record<string, string | number>>): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join("")}</oembed>\n`;
}
