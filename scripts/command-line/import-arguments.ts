import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { WrongUsage } from "./run-command.ts";

const options = {
  city: { type: "string" },
  as: { type: "string" },
  list: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  undo: { type: "string" },
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  "skip-rejected": { type: "boolean" },
  mapping: { type: "string" },
  crossings: { type: "string" },
  option: { type: "string", multiple: true },
  encoding: { type: "string" },
  delimiter: { type: "string" },
  sheet: { type: "string" },
  "observed-on": { type: "string" },
  title: { type: "string" },
  publisher: { type: "string" },
  url: { type: "string" },
  licence: { type: "string" },
  "licence-url": { type: "string" },
  attribution: { type: "string" },
} as const;

export const importUsage = `npm run import -- <file> --city <slug> --as <preset> [options]
npm run import -- --city <slug> --undo <batch>|last
npm run import -- --list

  --dry-run             do everything, then take it back: what would happen
  --skip-rejected       import the other rows; refused ones are kept beside the import
  --json                print one JSON object
  --mapping map.json    { "header of the file": "column of the preset" }
  --crossings file      second file of paris-pvpp: street crossings with coordinates
  --option name=value   option of the preset (see --list), e.g. --option crs=EPSG:2154
  --observed-on day     the day on which the file states it (else a date in its name)
  --title, --publisher, --url, --licence, --licence-url, --attribution
                        what the document is, where the preset does not know
  --encoding, --delimiter, --sheet
                        where the file is not recognised`;

const mappingSchema = z.record(z.string(), z.string());

export type ImportArguments = Awaited<ReturnType<typeof readImportArguments>>;

export async function readImportArguments(given: readonly string[]) {
  const { values, positionals } = parse(given);
  if (positionals.length > 1) throw new WrongUsage("One file at a time.");
  const observedOn = values["observed-on"];
  if (observedOn !== undefined && !z.iso.date().safeParse(observedOn).success)
    throw new WrongUsage("--observed-on is a day such as 2026-05-14.");
  return {
    ...values,
    file: positionals[0],
    batch: values.undo === undefined ? undefined : batchNumber(values.undo),
    observedOn,
    mapping: values.mapping === undefined ? {} : await readMapping(values.mapping),
    options: namedValues(values.option ?? []),
    source: defined({
      title: values.title,
      publisher: values.publisher,
      url: webAddress(values.url, "--url"),
      licence: values.licence,
      licenceUrl: webAddress(values["licence-url"], "--licence-url"),
      attribution: values.attribution,
    }),
    table: defined({
      encoding: values.encoding,
      delimiter: values.delimiter === "\\t" ? "\t" : values.delimiter,
      sheet: values.sheet,
    }),
  };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (failure) {
    throw new WrongUsage(failure instanceof Error ? failure.message : String(failure));
  }
}

function batchNumber(text: string): number | "last" {
  if (text === "last") return text;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new WrongUsage("--undo takes the number of an import.");
  return Number(text);
}

function webAddress(text: string | undefined, option: string): string | undefined {
  if (text !== undefined && !/^https?:\/\/[^\s]+$/.test(text))
    throw new WrongUsage(`${option} is a web address.`);
  return text;
}

function namedValues(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new WrongUsage(`--option is written name=value, not ${pair}.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

async function readMapping(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new WrongUsage(`There is no mapping file ${file}.`);
  });
  try {
    return mappingSchema.parse(JSON.parse(text));
  } catch {
    throw new WrongUsage(
      `${file} is not a mapping: one JSON object, { "header of the file": "column of the preset" }.`,
    );
  }
}

/** Without the entries that were not given. */
function defined<Values extends Record<string, string | undefined>>(values: Values) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
}
