import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { z } from "zod";
import { type Docstring, readDocstring } from "./read-docstring.ts";
import { fieldsOf } from "./schema-fields.ts";

/** Rooms of the domain whose definitions a reader may ask for, in the order of the page. */
const rooms = [
  "indicator",
  "measure",
  "outcome",
  "cost",
  "money",
  "statistics",
  "effect",
  "disclosure",
  "compliance",
  "camera",
  "period",
  "dataset",
] as const;

/** A line of a constant: its entry where it is a table, and what stands there. */
type Printed = { name: string; value: string };

type Definition = Docstring & {
  name: string;
  /** Address on the page: spendPerCameraYear → spend-per-camera-year. */
  anchor: string;
  /** Empty for a constant, whose values are printed instead. */
  signature: string;
  values: readonly Printed[];
  file: string;
};

/** Every documented function and constant that those rooms export, as the code says it now. */
export async function readDefinitions(): Promise<{ room: string; definitions: Definition[] }[]> {
  return Promise.all(
    rooms.map(async (room) => {
      const folder = `domain/${room}`;
      const files = (await readdir(folder)).filter((name) => /(?<!\.d)\.ts$/.test(name)).sort();
      const found = await Promise.all(files.map((name) => definitionsOf(`${folder}/${name}`)));
      return { room, definitions: found.flat() };
    }),
  );
}

async function definitionsOf(file: string): Promise<Definition[]> {
  const text = await readFile(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const definitions: Definition[] = [];
  for (const statement of source.statements) {
    const comment = docstringOf(statement);
    if (comment === undefined || !isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      const name = statement.name.text;
      const signature = signatureOf(statement, source);
      definitions.push(define({ file, name, comment, signature, values: [] }));
    } else if (ts.isVariableStatement(statement)) {
      const name = statement.declarationList.declarations[0]?.name.getText(source) ?? "";
      const values = valuesOf(await exportedValue(file, name));
      definitions.push(define({ file, name, comment, signature: "", values }));
    }
  }
  return definitions;
}

function define(known: Omit<Definition, keyof Docstring | "anchor"> & { comment: string }) {
  const { comment, ...definition } = known;
  return { ...definition, anchor: anchorOf(known.name), ...readDocstring(comment) };
}

const anchorOf = (name: string) =>
  name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function docstringOf(statement: ts.Statement): string | undefined {
  const last = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1);
  return last && ts.getTextOfJSDocComment(last.comment);
}

/** As written: parameters with their types and defaults, and what comes back. */
function signatureOf(declaration: ts.FunctionDeclaration, source: ts.SourceFile): string {
  const list = (nodes: ts.NodeArray<ts.Node> | undefined) =>
    nodes?.map((node) => node.getText(source)).join(", ") ?? "";
  const generics = declaration.typeParameters ? `<${list(declaration.typeParameters)}>` : "";
  const result = declaration.type ? `: ${declaration.type.getText(source)}` : "";
  const signature = `${declaration.name?.text}${generics}(${list(declaration.parameters)})${result}`;
  return signature
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/,? \)/g, ")");
}

async function exportedValue(file: string, name: string): Promise<unknown> {
  const module: Record<string, unknown> = await import(path.resolve(file));
  return module[name];
}

/** A constant as rows to print: one for a number or a list of words, one per entry of a table or field of a schema. */
function valuesOf(value: unknown): Printed[] {
  if (value instanceof z.ZodType) return fieldsOf(value);
  const isTable = value !== null && typeof value === "object" && !Array.isArray(value);
  if (!isTable) return [{ name: "", value: word(value) }];
  return Object.entries(value).map(([name, entry]) => ({ name, value: word(entry) }));
}

/** Functions inside a table of rules are code, not values: they are left out. */
function word(value: unknown): string {
  if (Array.isArray(value)) return value.map(word).filter(Boolean).join(" · ");
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, entry]) => typeof entry !== "function");
    return entries.map(([name, entry]) => `${name}: ${word(entry)}`).join(", ");
  }
  return typeof value === "function" ? "" : String(value);
}
