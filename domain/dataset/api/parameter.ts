import { z } from "zod";
import { present } from "#domain/presence/present.ts";
import type { Words } from "../dataset.ts";

/**
 * A parameter of a query. `once`: one value; `repeated`: `status=planned&status=removed`; `listed`: several values in one,
 * after commas. The schema reads the value, and describes it in the OpenAPI document.
 */
export type ApiParameter = {
  readonly name: string;
  readonly style: "once" | "repeated" | "listed";
  readonly schema: z.ZodType;
  readonly description: Words;
  readonly example?: unknown;
};

export type QueryReading =
  | { kind: "read"; values: Readonly<Record<string, unknown>> }
  | { kind: "invalid"; parameter: string; reason: string }
  | { kind: "unknown"; parameter: string; known: readonly string[] };

/** Reads a query strictly: a name or a value that is not understood is refused, since leaving it out would answer something else. */
export function readQuery(
  parameters: readonly ApiParameter[],
  query: URLSearchParams,
): QueryReading {
  const known = parameters.map(({ name }) => name);
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) return { kind: "unknown", parameter: unknown.slice(0, 100), known };
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const { name, schema, style } = parameter;
    const given = query.getAll(name);
    if (given.length > 1 && style !== "repeated")
      return { kind: "invalid", parameter: name, reason: "given more than once" };
    const read = schema.safeParse(given.length === 0 ? undefined : givenValue(parameter, given));
    if (!read.success) {
      const reason = present(read.error.issues[0]).message;
      return { kind: "invalid", parameter: name, reason };
    }
    values[name] = read.data;
  }
  return { kind: "read", values };
}

function givenValue({ style, schema }: ApiParameter, given: readonly string[]): unknown {
  const item = itemType(schema);
  if (style === "once") return typed(present(given[0]), item);
  const parts = style === "repeated" ? given : present(given[0]).split(",");
  return parts.map((part) => typed(part, item));
}

/** "12" is 12 where a number is expected, and stays as it is written where it is not one: the schema then refuses it. */
function typed(text: string, type: string | undefined): unknown {
  const isNumber = type === "integer" || type === "number";
  return isNumber && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

const itemTypes = new WeakMap<z.ZodType, string | undefined>();

function itemType(schema: z.ZodType): string | undefined {
  if (!itemTypes.has(schema)) {
    const written = jsonSchemaOf(schema) as { type?: string; items?: { type?: string } };
    itemTypes.set(schema, written.type === "array" ? written.items?.type : written.type);
  }
  return itemTypes.get(schema);
}

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...written } = z.toJSONSchema(schema, { io: "input" });
  return written;
}
