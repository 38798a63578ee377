import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, renderMarkdown } from "#formats/markdown/render-markdown.ts";

describe("a text that somebody wrote", () => {
  it("has its emphasis, lists, tables and links, and headings below those of the page", () => {
    const html = renderMarkdown(
      "# Title\n\nA *word*, [a link](https://example.org).\n\n- one\n- two",
    );
    expect(html).toContain("<h3>Title</h3>");
    expect(html).toContain("<em>word</em>");
    expect(html).toContain('<a href="https://example.org">a link</a>');
    expect(html).toContain("<li>one</li>");
    expect(renderMarkdown("|a|b|\n|-|-|\n|1|2|")).toContain("<td>1</td>");
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://spy.example/pixel.png)",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<a href='java&#x0a;script:alert(1)'>x</a>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=https://spy.example><input name=a></form>",
    "<p style='position:fixed' id=content onclick=alert(1)>x</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<base href=https://spy.example>",
  ])("loses what could act: %s", (hostile) => {
    const html = renderMarkdown(hostile);
    expect(html).not.toMatch(/<(?:script|img|svg|math|iframe|form|input|style|base|noscript)/i);
    expect(html).not.toMatch(/<[^>]+\s(?:on\w+|style|id|src|srcdoc)=/i);
    expect(html).not.toMatch(/href="(?:java|data|vbs)/i);
  });

  it("never holds a tag that is not allowed, whatever was written", () => {
    const part = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        "<script>",
        "</p>",
        "<img src=x onerror=y>",
        "[a](",
        "javascript:",
        "```",
        "<!--",
        "&#x3c;",
      ),
    );
    const known =
      /^<\/?(?:p|br|hr|em|strong|del|code|pre|blockquote|ul|ol|li|a|h[3-6]|table|thead|tbody|tr|th|td)\b/;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        for (const [tag] of renderMarkdown(parts.join("")).matchAll(/<[^>]*>?/g)) {
          expect(tag).toMatch(known);
        }
      }),
    );
  });

  it("embeds what is known, and leaves what is not as it was written", () => {
    const embed = (name: string, reference: string) =>
      name === "figure" && reference === "a-1" ? "<b>65.7 %</b>" : undefined;
    expect(renderMarkdown("See {{figure:a-1}} and {{figure:b}}.", embed)).toBe(
      "<p>See <b>65.7 %</b> and {{figure:b}}.</p>\n",
    );
  });

  it("reads in the direction in which it is written", () => {
    expect(renderMarkdown("safe\u202eevil\u2066")).toBe("<p>safeevil</p>\n");
  });
});

it("text between quotes stays text", () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;",
  );
});
