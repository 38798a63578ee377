import type { Citation } from "./citation.ts";

const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text between the braces of a field: what TeX would read as its own is escaped, accents stay as they are (UTF-8). */
function field(text: string): string {
  return text
    .replace(/[\\{}~^#$%&_]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`)
    .replace(/\s+/g, " ")
    .trim();
}

/** An address is read as it is by the url package; braces, which would end the field, are encoded. */
function address(text: string): string {
  return text.replaceAll("{", "%7B").replaceAll("}", "%7D").replace(/\s+/g, "");
}

/** An entry for BibTeX and biblatex. */
export function bibtex(citation: Citation): string {
  const [year = "", month = "", day = ""] = citation.date.split("-");
  const fields = [
    ["author", `{${field(citation.author)}}`],
    ["title", `{${field(citation.title)}}`],
    ["howpublished", field(citation.container)],
    ["year", year],
    ["month", String(Number(month))],
    ["day", String(Number(day))],
    ["version", field(citation.version)],
    ["url", address(citation.address)],
    ["language", field(citation.language)],
    ...(citation.note ? [["note", field(citation.note)]] : []),
  ];
  const key = citation.key.replace(/[^A-Za-z0-9-]+/g, "-");
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}
