import { parseArgs } from "node:util";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say, warn } from "#server/process/log.ts";
import { wordReason } from "./command-line/import-reasons.ts";
import { runCommand, WrongUsage } from "./command-line/run-command.ts";
import { wordDifferences, wordPublished } from "./command-line/word-release.ts";

/** `npm run release`: exit code 0 when done or nothing to do, 1 when refused, 2 for wrong usage. */
const usage = `npm run release -- prepare --city <slug>    from now on imports wait, unseen by the public
npm run release -- diff --city <slug>       what publishing would change, figures included
npm run release -- publish --city <slug> [--note <what changed and why>]
npm run release -- discard --city <slug>    drop what was prepared
                   [--json]`;

const actor = "command-line";

type Given = { action: string; city: string; note: string | undefined; json: boolean };

function read(given: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        city: { type: "string" },
        note: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const [action, ...more] = positionals;
    if (action === undefined || !(action in actions) || more.length > 0)
      throw new WrongUsage("Which of prepare, diff, publish, discard?");
    if (!values.city) throw new WrongUsage("--city says which city.");
    if (values.note !== undefined && (action !== "publish" || values.note.trim() === ""))
      throw new WrongUsage("--note goes with publish and says something.");
    return { action, city: values.city, note: values.note?.trim(), json: values.json };
  } catch (failure) {
    throw new WrongUsage(failure instanceof Error ? failure.message : usage);
  }
}

/** What happened, for machines and for people. */
type Answer = { result: { kind: string }; words: string; refused: boolean };

const actions: Readonly<Record<string, (given: Given) => Promise<Answer>>> = {
  prepare: async ({ city }) => {
    const { prepareRelease } = await import("#use-cases/release/prepare-release.ts");
    const result = await prepareRelease(city, actor);
    if (result.kind === "no-such-city") return refusal(result, city);
    const words =
      result.kind === "opened"
        ? `A draft of ${city} is open: imports wait in it until it is published.`
        : `${city} has a draft already, with ${result.draft.imports.length} imports.`;
    return { result, words, refused: false };
  },
  diff: async ({ city }) => {
    const { compareDraft } = await import("#use-cases/release/compare-draft.ts");
    const result = await compareDraft(city);
    if (result.kind !== "compared") return refusal(result, city);
    return {
      result,
      words: [`Draft of ${city}:`, ...wordDifferences(result)].join("\n"),
      refused: false,
    };
  },
  publish: async ({ city, note }) => {
    const { publishRelease } = await import("#use-cases/release/publish-release.ts");
    const result = await publishRelease(city, note, actor);
    if (result.kind === "nothing-to-publish")
      return { result, words: `Nothing was written to the draft of ${city}.`, refused: false };
    if (result.kind === "unreadable-note")
      return { result, words: `Refused: the note ${wordReason(result.reason)}.`, refused: true };
    if (result.kind !== "published") return refusal(result, city);
    return { result, words: wordPublished(city, result), refused: false };
  },
  discard: async ({ city }) => {
    const { discardRelease } = await import("#use-cases/release/discard-release.ts");
    const result = await discardRelease(city, actor);
    if (result.kind !== "discarded") return refusal(result, city);
    const words = `The draft of ${city} is dropped with its ${result.imports} imports; release ${result.base} is still what is read.`;
    return { result, words, refused: false };
  },
};

function refusal(result: { kind: "no-draft" | "no-such-city" }, city: string): Answer {
  const words =
    result.kind === "no-draft"
      ? `Refused: ${city} prepares no release. Open a draft with prepare.`
      : `Refused: there is no city ${city}.`;
  return { result, words, refused: true };
}

async function run(): Promise<number> {
  const given = read(process.argv.slice(2));
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const act = actions[given.action];
  if (!act) throw new WrongUsage(usage);
  const { result, words, refused } = await withDatabase(() => act(given), "npm run release");
  if (given.json) say(JSON.stringify(result));
  else if (refused) warn(words);
  else say(words);
  return refused ? 1 : 0;
}

runCommand(run, usage, "The release was left as it was");
