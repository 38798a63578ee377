import { z } from "zod";

type SchemaField = { name: string; value: string };
type JsonSchema = z.core.JSONSchema.JSONSchema;
type Part = JsonSchema | boolean | undefined;

/** The fields that a schema takes, each with what it may hold, or its one value where it has no fields. */
export function fieldsOf(schema: z.ZodType): SchemaField[] {
  const whole = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const named = whole.$defs ?? {};
  const { properties, required = [], ...rest } = resolve(whole, named);
  if (!properties) return [{ name: "", value: kindOf(rest, named) }];
  return Object.entries(properties).map(([name, field]) => {
    const kind = kindOf(field, named);
    return { name, value: required.includes(name) ? kind : `${kind}; ${otherwise(field)}` };
  });
}

/** A schema that has a name of its own stands once in the document, and is referred to. */
function resolve(part: Part, named: Readonly<Record<string, JsonSchema>>): JsonSchema {
  if (typeof part !== "object") return {};
  const name = part.$ref?.replace("#/$defs/", "");
  return name === undefined ? part : { ...named[name], ...part };
}

function otherwise(field: Part): string {
  const fallback = typeof field === "object" ? field.default : undefined;
  if (fallback === undefined || Array.isArray(fallback)) return "optional";
  return `${typeof fallback === "boolean" ? (fallback ? "yes" : "no") : String(fallback)} when not given`;
}

const plain: Readonly<Record<string, string>> = {
  integer: "whole number",
  string: "text",
  boolean: "yes or no",
};

function kindOf(part: Part, named: Readonly<Record<string, JsonSchema>>): string {
  const { enum: values, type, format, items, anyOf } = resolve(part, named);
  if (values) return values.map(String).join(" · ");
  if (anyOf) return anyOf.map((one) => kindOf(one, named)).join(" or ");
  if (type === "array") return `list of ${Array.isArray(items) ? "parts" : kindOf(items, named)}`;
  return format ?? plain[String(type)] ?? String(type ?? "anything");
}
