import { ImportRefusal } from "./import-refusal.ts";
import {
  LONGEST_TITLE,
  readTyped,
  readTypedAddress,
  type TypedText,
  typedTextReasons,
} from "./typed-text.ts";

/** What whoever imports says of a file, with its name: all of it is published beside the import. */
type Description<Source extends object> = {
  name: string;
  source: Source;
  options: Readonly<Record<string, string>>;
};

const addresses: ReadonlySet<string> = new Set(["url", "licenceUrl"]);

/** The same without what is not seen; an ImportRefusal where a text does not read as it is written. */
export function honestDescription<Source extends object>({
  name,
  source,
  options,
}: Description<Source>): Description<Source> {
  const said = Object.entries(source).map(([of, value]: [string, unknown]) => {
    if (typeof value !== "string") return [of, value];
    const judge = addresses.has(of) ? readTypedAddress : readTyped;
    return [of, textOf(`The document's ${of}`, judge(value, LONGEST_TITLE))];
  });
  const chosen = Object.entries(options).map(([of, value]) => [
    of,
    textOf(`The option ${of}`, readTyped(value, LONGEST_TITLE)),
  ]);
  return {
    name: textOf("The name of the file", readTyped(name, LONGEST_TITLE)),
    source: Object.fromEntries(said),
    options: Object.fromEntries(chosen),
  };
}

function textOf(what: string, typed: TypedText): string {
  if (typed.ok) return typed.text;
  throw new ImportRefusal(typed.reason, `${what} ${typedTextReasons[typed.reason]}.`);
}
