import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { policyFor } from "#server/http/content-security-policy.ts";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const directive = (html: string, name: string) =>
  policyFor(html)
    .split("; ")
    .find((part) => part.startsWith(`${name} `));

/** Content Security Policy Level 3, §6.7.3: what a hash covers is the exact text of the element. */
describe("the policy of a page", () => {
  it("allows each inline script by its hash, and none without", () => {
    const html = `<script>a()</script><script src="/x.js"></script><script id="b">b(
)</script>`;
    expect(directive(html, "script-src")).toBe(`script-src 'self' ${hash("a()")} ${hash("b(\n)")}`);
  });

  it("hashes text outside ASCII as the browser does, in UTF-8", () => {
    expect(directive("<script>x='é—🎥'</script>", "script-src")).toContain(hash("x='é—🎥'"));
  });

  it("does not spend a hash on data", () => {
    const html = '<script type="application/ld+json">{"a":1}</script>';
    expect(directive(html, "script-src")).toBe("script-src 'self'");
  });

  it("allows style attributes by hash, and never scripts inline", () => {
    const html = '<p style="color:red">a</p><p style="font-family:&quot;A&quot;">b</p>';
    expect(directive(html, "style-src-attr")).toBe(
      `style-src-attr 'unsafe-hashes' ${hash("color:red")} ${hash('font-family:"A"')}`,
    );
    expect(directive(html, "script-src")).not.toContain("unsafe");
  });

  it("closes everything that pages do not use", () => {
    expect(policyFor("")).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
  });
});
