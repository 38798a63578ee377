import { writeFile } from "node:fs/promises";
import { readDefinitions } from "./definitions/read-definitions.ts";

/** `npm run methodology`: prints the definitions of the domain for the methodology page. A test refuses a stale page. */
const definitions = await readDefinitions();
await writeFile("app/_methodology/definitions.json", `${JSON.stringify(definitions, null, 2)}\n`);
