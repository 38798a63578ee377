import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readWebAnnotation } from "#domain/annotation/read-web-annotation.ts";
import { say, warn } from "#server/process/log.ts";
import { messageOf } from "#server/process/refusal.ts";

/**
 * `npm run annotations -- <file or folder>…`: whether each is a W3C Web Annotation, collection or page, and why not.
 * Exit code 0 when all are, 1 when one is not, 2 for wrong usage.
 */
async function filesOf(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const names = await readdir(place);
  return names
    .filter((name) => /\.(?:json|jsonld)$/.test(name))
    .sort()
    .map((name) => path.join(place, name));
}

async function check(places: readonly string[]): Promise<number> {
  const files = (await Promise.all(places.map(filesOf))).flat();
  let valid = 0;
  for (const file of files) {
    const read = readWebAnnotation(await readFile(file, "utf8"));
    if (read.kind === "valid") {
      valid += 1;
      say(`${file}: ${read.type}`);
    } else {
      const reasons = read.reasons.map(({ at, reason }) => (at ? `${at}: ${reason}` : reason));
      say(`${file}: refused. ${reasons.join("; ")}`);
    }
  }
  say(`${valid} of ${files.length} are valid.`);
  return valid === files.length ? 0 : 1;
}

const places = process.argv.slice(2);
if (places.length === 0) {
  warn("npm run annotations -- <file or folder of Web Annotations>…");
  process.exitCode = 2;
} else {
  process.exitCode = await check(places).catch((failure: unknown) => {
    warn(messageOf(failure));
    return 2;
  });
}
