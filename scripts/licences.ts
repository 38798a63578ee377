import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

/** `npm run licences`: writes the licences of the direct dependencies, for the credits page and docs/licences.md. */
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) });
const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  /** The spelling before SPDX expressions. */
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

type Licensed = { name: string; version: string; licence: string };

export async function readLicences(): Promise<Licensed[]> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile("package.json", "utf8")));
  const names = Object.keys(manifest.dependencies).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = await readFile(`node_modules/${name}/package.json`, "utf8");
      const { version, license, licenses } = packageSchema.parse(JSON.parse(file));
      return { name, version, licence: license ?? licenses?.[0]?.type ?? "unknown" };
    }),
  );
}

export function wordLicences(licences: readonly Licensed[]): string {
  const rows = licences.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`,
  );
  return `# Licences of the dependencies

Contrechamp itself is under the EUPL 1.2. It depends directly on the packages below; \`npm run licences\` writes this page
from their own manifests, and a test refuses a page that is out of date.

| package | version | licence |
|---|---|---|
${rows.join("\n")}

**react-leaflet** is under the Hippocratic Licence 2.1, which restricts who may use it and so is not a free-software
licence. It is imported in \`components/map\` only, by rule, and stays replaceable: the drawing is our own canvas layer, and
what is taken from it is the mounting of a Leaflet map in React. Leaflet itself is under BSD-2-Clause.
`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const licences = await readLicences();
  await writeFile("app/_credits/packages.json", `${JSON.stringify(licences, null, 2)}\n`);
  await writeFile("docs/licences.md", wordLicences(licences));
}
