import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say, warn } from "#server/process/log.ts";
import type { OpenedCommitment } from "#use-cases/importing/open-commitment.ts";
import { runCommand, WrongUsage } from "./command-line/run-command.ts";

/** `npm run commitment`: exit code 0 when it opens, 1 when it does not, 2 for wrong usage. */
const usage = `npm run commitment -- open --city <slug> --digest <published digest> [--file <file>] [--json]
                          what the digest stands for, and whether it is that file
npm run commitment -- check --digest <published digest> --nonce <hexadecimal> --file <file>
                          for who was given both: needs no database`;

const hex = /^[0-9a-f]{64}$/;

type Given = {
  action: "open" | "check";
  city: string;
  digest: string;
  nonce: string;
  file: string | undefined;
  json: boolean;
};

function read(given: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        city: { type: "string", default: "" },
        digest: { type: "string", default: "" },
        nonce: { type: "string", default: "" },
        file: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const [action, ...more] = positionals;
    if ((action !== "open" && action !== "check") || more.length > 0)
      throw new WrongUsage("Which of open, check?");
    if (!hex.test(values.digest)) throw new WrongUsage("--digest is 64 hexadecimal digits.");
    if (action === "open" && values.city === "") throw new WrongUsage("--city says which city.");
    if (action === "check" && !(hex.test(values.nonce) && values.file))
      throw new WrongUsage("check needs --nonce, 64 hexadecimal digits, and --file.");
    return { ...values, action, file: values.file };
  } catch (failure) {
    throw new WrongUsage(failure instanceof Error ? failure.message : usage);
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function run(): Promise<number> {
  const given = read(process.argv.slice(2));
  return given.action === "open" ? open(given) : check(given);
}

type Opened = Extract<OpenedCommitment, { kind: "opened" }>;

async function open({ city, digest, file, json }: Given): Promise<number> {
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { openCommitment } = await import("#use-cases/importing/open-commitment.ts");
  const opened = await withDatabase(() => openCommitment(city, digest), "npm run commitment");
  if (opened.kind !== "opened") {
    warn(
      opened.kind === "no-such-city"
        ? `Refused: there is no city ${city}.`
        : `Refused: ${city} has made no commitment with this digest.`,
    );
    return 1;
  }
  const isFile = file === undefined ? undefined : (await sha256Of(file)) === opened.sha256;
  if (json) say(JSON.stringify({ ...opened, isFile }));
  else wordOpened(opened, file, isFile);
  return isFile === false ? 1 : 0;
}

function wordOpened(opened: Opened, file: string | undefined, isFile: boolean | undefined): void {
  const { digest, nonce, sha256, content } = opened;
  say(`Digest   ${digest}`);
  say(`Nonce    ${nonce}`);
  say(`SHA-256  ${sha256}`);
  if (content !== null) say(`Of       ${content}`);
  if (isFile !== undefined) say(isFile ? `It is ${file}.` : `It is not ${file}.`);
  warn("Who is given the nonce can try values against the digest: give it to who may see them.");
}

async function check({ digest, nonce, file = "" }: Given): Promise<number> {
  const { opensTo } = await import("#use-cases/importing/open-commitment.ts");
  if (opensTo(digest, nonce, await sha256Of(file))) {
    say(`The digest was made from ${file} and this nonce.`);
    return 0;
  }
  warn(`The digest was not made from ${file} and this nonce.`);
  return 1;
}

runCommand(run, usage, "Nothing was opened");
