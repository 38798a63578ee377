import { readFile } from "node:fs/promises";
import { z } from "zod";
import {
  type EnteredKind,
  enteredKinds,
  isEnteredKind,
  type RecordDeed,
  recordDeeds,
} from "#domain/importing/entered-kinds.ts";
import { WrongUsage } from "./run-command.ts";

export const recordUsage = `npm run record -- add      --city <slug> --kind <kind> --source <document> --<field> <value> …
npm run record -- correct  --city <slug> --kind <kind> --reason <why> --source <document> --<field> <value> …
npm run record -- withdraw --city <slug> --kind <kind> --reason <why> --source <document> --<field> <value>
npm run record -- fields   --kind <kind>

  --kind         ${Object.keys(enteredKinds).join(", ")}; outcome for outcome-statistic
  --<field>      a column of the kind's preset, as in a file: --amount "1 234,50" --status nc
                 an empty value takes back what was said; fields that are not named stay as they are
  --from file    the fields as one JSON object: { "amount": "1234.50" }
  --reason       why it is corrected or withdrawn; public: nothing about persons
  --source       the document that says so; public
  --source-url   its address
  --dry-run      do everything, then take it back: what would happen
  --json         print one JSON object

A record is written as an import of its own: npm run import -- --city <slug> --undo <number> takes it back.`;

export type RecordArguments =
  | { kind: "help" }
  | { kind: "fields"; of: EnteredKind }
  | {
      kind: "change";
      deed: RecordDeed;
      of: EnteredKind;
      city: string;
      cells: Record<string, string | null>;
      reason: string | undefined;
      source: { title: string; url: string | null } | undefined;
      dryRun: boolean;
      json: boolean;
    };

const flags = ["--dry-run", "--json", "--help"] as const;
const own = ["city", "kind", "reason", "source", "source-url", "from"] as const;
type Own = Partial<Record<(typeof own)[number], string>>;

export async function readRecordArguments(given: readonly string[]): Promise<RecordArguments> {
  const [action, ...rest] = given;
  if (action === undefined || action === "--help" || rest.includes("--help"))
    return { kind: "help" };
  const { said, cells } = namedValues(rest.filter((word) => !isFlag(word)));
  const of = said.kind === "outcome" ? "outcome-statistic" : (said.kind ?? "");
  if (!isEnteredKind(of)) throw new WrongUsage("--kind says which kind of record.");
  if (action === "fields") return { kind: "fields", of };
  if (!isDeed(action)) throw new WrongUsage("Which of add, correct, withdraw, fields?");
  if (said.city === undefined) throw new WrongUsage("--city says which city.");
  const fromFile = said.from === undefined ? {} : await readCells(said.from);
  return {
    kind: "change",
    deed: action,
    of,
    city: said.city,
    cells: { ...fromFile, ...cells },
    reason: said.reason,
    source: sourceOf(said),
    dryRun: rest.includes("--dry-run"),
    json: rest.includes("--json"),
  };
}

const isFlag = (word: string) => (flags as readonly string[]).includes(word);
const isDeed = (word: string): word is RecordDeed =>
  (recordDeeds as readonly string[]).includes(word);

function sourceOf(said: Own): { title: string; url: string | null } | undefined {
  const url = said["source-url"] ?? null;
  if (url !== null && !/^https?:\/\/[^\s]+$/.test(url))
    throw new WrongUsage("--source-url is a web address.");
  if (said.source === undefined || said.source.trim() === "") {
    if (url !== null) throw new WrongUsage("--source-url goes with --source.");
    return undefined;
  }
  return { title: said.source.trim(), url };
}

/** Pairs "--name value" or "--name=value"; what is no option of the command is a field. */
function namedValues(words: readonly string[]): { said: Own; cells: Record<string, string> } {
  const said: Own = {};
  const cells: Record<string, string> = {};
  for (const [name, value] of pairs(words)) {
    const into: Record<string, string> = isOwn(name) ? said : cells;
    if (name in into) throw new WrongUsage(`--${name} stands twice.`);
    into[name] = value;
  }
  return { said, cells };
}

const isOwn = (name: string) => (own as readonly string[]).includes(name);

function* pairs(words: readonly string[]): Generator<[name: string, value: string]> {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const [, name, joined] = /^--([\p{L}][\p{L}\p{N}_-]*)(?:=([\s\S]*))?$/u.exec(word) ?? [];
    if (name === undefined) throw new WrongUsage(`"${word}" belongs to no option.`);
    if (joined === undefined) at += 1;
    const value = joined ?? words[at];
    if (value === undefined) throw new WrongUsage(`--${name} says nothing.`);
    yield [name, value];
  }
}

const cellsSchema = z.record(
  z.string().max(100),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(z.union([z.string(), z.number()])),
  ]),
);

async function readCells(file: string): Promise<Record<string, string | null>> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new WrongUsage(`There is no file ${file}.`);
  });
  const parsed = cellsSchema.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new WrongUsage(`${file} is not one JSON object of fields: { "amount": "1234.50" }.`);
  return Object.fromEntries(
    Object.entries(parsed.data).map(([name, value]) => [
      name,
      value === null ? null : Array.isArray(value) ? value.join("; ") : String(value),
    ]),
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
