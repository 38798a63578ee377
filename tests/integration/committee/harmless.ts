import vm from "node:vm";
import { JSDOM } from "jsdom";
import { expect } from "vitest";
import { withLateScripts } from "#server/http/late-scripts.ts";

/** What every page is held to, however hostile the texts that it shows: nothing in it acts but the program's own. */

const ACTING =
  /^(?:src|href|action|formaction|data|poster|xlink:href|background|cite|ping|srcset)$/;
const SAFE_ADDRESS = /^(?:https?:|mailto:|[/?#.]|data:image\/|[a-z0-9_-]+(?:[/?#.]|$)|$)/i;
const FOREIGN = "object, embed, applet, base, meta[http-equiv=refresh], link[rel=import], portal";

/** What React writes in the place of an address that would act: it throws. */
const BLOCKED = /^javascript:throw new Error\('React has blocked a javascript: URL[^']*'\)$/;

/** Whether an attribute acts, or leads somewhere that acts. */
function isActing(name: string, value: string): boolean {
  if (/^on/i.test(name) || name === "srcdoc") return true;
  if (BLOCKED.test(value)) return false;
  // Browsers leave blanks and control characters out of a scheme.
  const address = [...value].filter((sign) => sign > " ").join("");
  return ACTING.test(name) && !SAFE_ADDRESS.test(address);
}

function addressesOf(document: Document): string[] {
  return [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => isActing(name, value))
      .map(({ name, value }) => `<${element.localName} ${name}="${value.slice(0, 80)}">`),
  );
}

/** Runs what a page would run at once: Next's data, and nothing that reaches the window. */
function runInline(text: string, window: Record<string, unknown>): void {
  const context = vm.createContext(window);
  try {
    vm.runInContext(text, context, { timeout: 2_000 });
  } catch (failure) {
    // What our own scripts ask of a real document is not here.
    if (failure instanceof SyntaxError) throw failure;
  }
}

const OURS_INLINE = [
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
  /^\$RC|^\$RB|^\$RS|^\$RT|^\$RX|^requestAnimationFrame\(function\(\)\{\$RT/,
];

const ONE_FILE = "/_next/static/a.js";
const [LOADER_BEGINS = "", LOADER_ENDS = ""] = (
  /<script>(.*)<\/script><\/body>/s.exec(
    withLateScripts(`<body><script src="${ONE_FILE}" async=""></script></body>`),
  )?.[1] ?? ""
).split(JSON.stringify([ONE_FILE]));

/** The lines at the end of a page that ask for its files, to the letter, and for files of the build alone. */
function asksForOurFiles(text: string): boolean {
  if (LOADER_BEGINS === "" || !text.startsWith(LOADER_BEGINS) || !text.endsWith(LOADER_ENDS)) {
    return false;
  }
  const files: unknown = JSON.parse(text.slice(LOADER_BEGINS.length, -LOADER_ENDS.length));
  return (
    Array.isArray(files) &&
    files.every((file) => /^\/_next\/static\/[\w./~-]+\.js$/.test(String(file)))
  );
}

/** What is wrong with one script; its text is run when it is ours. */
function wrongWith(
  script: Element,
  window: Record<string, unknown>,
  isOurs: (text: string) => boolean,
): string | undefined {
  const source = script.getAttribute("src");
  const text = script.textContent ?? "";
  if (source !== null) {
    return /^\/(?:_next\/static\/|embed\.js)/.test(source) ? undefined : `script src=${source}`;
  }
  if (/json/.test(script.getAttribute("type") ?? "")) JSON.parse(text);
  else if (asksForOurFiles(text)) return undefined;
  else if (OURS_INLINE.some((ours) => ours.test(text)) || isOurs(text)) runInline(text, window);
  else return `script ${text.slice(0, 100)}`;
  return undefined;
}

function scriptsOf(document: Document, isOurs: (text: string) => boolean): string[] {
  const window: Record<string, unknown> = { __next_f: [] };
  window.self = window;
  window.window = window;
  const bad = [...document.querySelectorAll("script")].map((script) =>
    wrongWith(script, window, isOurs),
  );
  if (window.pwned !== undefined) bad.push("a script of the page was made to act");
  return bad.filter((one) => one !== undefined);
}

/** Everything that acts in a page and is not the program's; [] for a page that is as it should be. */
export function whatActs(
  html: string,
  isOurs: (text: string) => boolean = () => false,
  allowedFrames = "",
): string[] {
  const { document } = new JSDOM(html).window;
  const foreign = [...document.querySelectorAll(FOREIGN)].map(({ outerHTML }) => outerHTML);
  const frames = [...document.querySelectorAll("iframe, frame")]
    .map((frame) => frame.getAttribute("src") ?? "")
    .filter((source) => allowedFrames === "" || !source.startsWith(allowedFrames));
  return [...scriptsOf(document, isOurs), ...addressesOf(document), ...foreign, ...frames];
}

function readXml(xml: string): Document | undefined {
  try {
    return new JSDOM(xml, { contentType: "application/xml" }).window.document;
  } catch {
    return undefined;
  }
}

/** The same of a feed or a picture, which must be well-formed; HTML within a feed is read as a feed reader reads it. */
export function whatActsInXml(xml: string): string[] {
  const document = readXml(xml);
  if (!document) return ["not well-formed"];
  const within = [...document.querySelectorAll('[type="html"]')].flatMap((element) =>
    whatActs(element.textContent ?? ""),
  );
  const scripts = [...document.querySelectorAll("script, foreignObject, handler")].map(
    ({ outerHTML }) => outerHTML,
  );
  return [...within, ...scripts, ...addressesOf(document)];
}

/** What every answer says to browsers, whatever it holds. */
export function expectGuarded(
  headers: Readonly<Record<string, unknown>>,
  where: string,
  isFramed: boolean,
): void {
  const policy = String(headers["content-security-policy"]);
  const type = String(headers["content-type"]);
  expect(headers["x-content-type-options"], where).toBe("nosniff");
  expect(policy, where).toContain("base-uri 'none'");
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(scripts, where).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
  if (!/script-src/.test(policy)) expect(policy, where).toContain("default-src 'none'");
  if (!isFramed) expect(policy, where).toContain("frame-ancestors 'none'");
  expect(type, where).toMatch(/^[a-z]+\/[a-z0-9.+-]+/);
  expect(headers["set-cookie"], where).toBeUndefined();
}
