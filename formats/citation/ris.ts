import type { Citation } from "./citation.ts";

/** One line per tag; a value cannot begin another. */
function lineOf(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, " ").trim()}\r\n`;
}

/** A record for reference managers (RIS, 2011): an electronic document with its day, version and address. */
export function ris(citation: Citation): string {
  return [
    lineOf("TY", "ELEC"),
    lineOf("ID", citation.key),
    lineOf("AU", citation.author),
    lineOf("TI", citation.title),
    lineOf("T2", citation.container),
    lineOf("PY", citation.date.slice(0, 4)),
    lineOf("DA", citation.date.replaceAll("-", "/")),
    lineOf("ET", citation.version),
    lineOf("LA", citation.language),
    lineOf("UR", citation.address),
    citation.note ? lineOf("N1", citation.note) : "",
    "ER  - \r\n",
  ].join("");
}
