import type { TypedColumn } from "./column-types.ts";

/** COPY's text format: a backslash, a tab and line ends are written with a backslash. */
export function escapeText(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}

export const absentCell = "\\N";

/** Writes the values of a record into the cells of typed columns; `silent` is what a column holds that is not said. */
export function cellWriter(
  columns: readonly TypedColumn[],
  silent: Readonly<Record<string, unknown>>,
): (body: Readonly<Record<string, unknown>>) => string {
  const cells = columns.map(({ name, type }) => {
    const write = writerOf(type);
    return { name, write, absent: name in silent ? write(silent[name]) : absentCell };
  });
  return (body) => {
    let line = "";
    for (const { name, write, absent } of cells) {
      const value = body[name];
      line += `\t${value === undefined ? absent : write(value)}`;
    }
    return line;
  };
}

function writerOf(type: string): (value: unknown) => string {
  if (type === "jsonb") return (value) => escapeText(JSON.stringify(value));
  if (type.endsWith("[]")) return (value) => escapeText(writeArray(value as readonly string[]));
  return (value) => (typeof value === "string" ? escapeText(value) : String(value));
}

/** '{"a","b \"c\""}': PostgreSQL's way of writing a list. */
function writeArray(items: readonly string[]): string {
  const written = items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`);
  return `{${written.join(",")}}`;
}
