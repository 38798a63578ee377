import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { hintsWithout, readInlineStyles, withInlineStyles } from "#server/http/inline-styles.ts";
import { withLateScripts } from "#server/http/late-scripts.ts";

const page = `<html><head><link rel="stylesheet" href="/_next/a.css" data-precedence="next"/><link rel="stylesheet" href="/_next/b.css" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/x.js"/><script src="/_next/static/y.js" async=""></script><script src="/_next/static/old.js" noModule=""></script></head><body><p>text</p><script>self.__next_f=[1]</script><script src="/_next/static/x.js" async=""></script></body></html>`;

interface Stage {
  readonly asked: { src: string; async: boolean }[];
  readonly listeners: Map<string, () => void>;
  readonly timers: (() => void)[];
  readonly paint: (() => void)[];
}

/** Runs the loader that the page carries, in a window that tells what it asked for. */
function run(html: string, visibilityState: "visible" | "hidden" = "visible"): Stage {
  const stage: Stage = { asked: [], listeners: new Map(), timers: [], paint: [] };
  const loader = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].at(-1)?.[1] ?? "";
  class PerformanceObserver {
    constructor(callback: () => void) {
      stage.paint.push(callback);
    }
    observe() {}
  }
  vm.runInNewContext(loader, {
    document: {
      visibilityState,
      createElement: () => ({}),
      head: { appendChild: (script: Stage["asked"][number]) => stage.asked.push(script) },
    },
    PerformanceObserver,
    addEventListener: (type: string, listener: () => void) => stage.listeners.set(type, listener),
    removeEventListener: (type: string) => stage.listeners.delete(type),
    setTimeout: (callback: () => void) => stage.timers.push(callback),
  });
  return stage;
}

describe("the scripts of a page", () => {
  const late = withLateScripts(page);

  it("are asked for once it is painted, in their order, and once", () => {
    const stage = run(late);
    expect(stage.asked).toEqual([]);
    for (const painted of [...stage.paint, ...stage.paint, ...stage.timers]) painted();
    expect(stage.asked).toEqual([
      { src: "/_next/static/y.js", async: true },
      { src: "/_next/static/x.js", async: true },
    ]);
    expect(stage.listeners.size).toBe(0);
  });

  it.each(["pointerdown", "keydown"])("come at the first %s, painted or not", (type) => {
    const stage = run(late);
    stage.listeners.get(type)?.();
    expect(stage.asked).toHaveLength(2);
  });

  it("come in a tab that nobody looks at, and where painting is not told", () => {
    expect(run(late, "hidden").asked).toHaveLength(2);
    const unpainted = run(late);
    for (const late of unpainted.timers) late();
    expect(unpainted.asked).toHaveLength(2);
  });

  it("leave the page otherwise as it is: its own words, and what an old browser is given", () => {
    expect(late).toContain("<p>text</p><script>self.__next_f=[1]</script>");
    expect(late).toContain('<script src="/_next/static/old.js" noModule=""></script>');
    expect(late).not.toContain('async=""');
    expect(late).not.toContain("preload");
    expect(late).toMatch(/<\/script><\/body><\/html>$/);
  });

  it("are not waited for by a page that has none", () => {
    expect(withLateScripts("<body>a</body>")).toBe("<body>a</body>");
  });
});

describe("a sheet of style", () => {
  const styles = new Map([["/_next/b.css", "p{content:'$&'}"]]);

  it("is written into the page where it was asked for, letter by letter", () => {
    expect(withInlineStyles(page, styles)).toContain(
      `href="/_next/a.css" data-precedence="next"/><style>p{content:'$&'}</style><link rel="preload"`,
    );
  });

  it("is no longer hinted at; the others are", () => {
    const hints = `</f.woff2>; rel=preload; as="font", </_next/b.css>; rel=preload; as="style"`;
    expect(hintsWithout(hints, styles)).toBe(`</f.woff2>; rel=preload; as="font"`);
    expect(hintsWithout("</_next/b.css>; rel=preload", styles)).toBeUndefined();
  });

  it("names its files from the root; one that asks for another or could leave its element stays a file", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-styles-"));
    await mkdir(path.join(folder, "chunks"));
    const sheets = {
      "chunks/a.css": `@font-face{src:url(../media/a.woff2)}p{background:url("b.svg")}`,
      "b.css": "p{background:url(/b.svg),url(data:image/svg+xml,a),url(#c)}",
      "more.css": '@import "b.css";',
      "out.css": "p{}</style><script>1</script>",
      "script.js": "1",
    };
    for (const [name, text] of Object.entries(sheets))
      await writeFile(path.join(folder, name), text);
    expect(Object.fromEntries(await readInlineStyles(folder, "/_next/static"))).toEqual({
      "/_next/static/chunks/a.css": `@font-face{src:url(/_next/static/chunks/../media/a.woff2)}p{background:url("/_next/static/chunks/b.svg")}`,
      "/_next/static/b.css": sheets["b.css"],
    });
    await rm(folder, { recursive: true });
    expect((await readInlineStyles(folder, "")).size).toBe(0);
  });
});
