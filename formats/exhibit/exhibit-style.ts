import type { ChartPalette } from "#formats/chart/chart-spec.ts";
import { picturePalettes } from "#formats/chart/palettes.ts";

export type Theme = "light" | "dark" | "auto";

const LINKS = { light: "#174f8c", dark: "#8cbcf2" } as const;

function colours(scheme: "light" | "dark"): string {
  const palette: ChartPalette = picturePalettes[scheme];
  const roles = Object.entries(palette).map(([role, colour]) => `--${role}:${colour}`);
  return [`color-scheme:${scheme}`, ...roles, `--link:${LINKS[scheme]}`].join(";");
}

/** Widths in pixels that a drawing is made for, and from which width of the frame each is shown. */
export const drawnWidths = [
  { name: "s", width: 272, from: 0 },
  { name: "m", width: 440, from: 432 },
  { name: "l", width: 640, from: 680 },
] as const;

const switching = drawnWidths
  .map(({ name, from }, index) =>
    index === 0
      ? ""
      : `@media(min-width:${from}px){.${drawnWidths[index - 1]?.name}{display:none}.${name}{display:block}}`,
  )
  .join("");

const body = `*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.45 "Atkinson Hyperlegible Next",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;padding:12px 12px 10px;overflow-wrap:anywhere}
figure,h1,p,dl,dd,table{margin:0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.w{border:1px solid var(--signal);color:var(--signal);font-size:13px;font-weight:700;padding:3px 8px;margin-bottom:10px}
.k{color:var(--ink-soft);font-size:13px}
h1{font:600 19px/1.25 "Source Serif 4",Georgia,"Times New Roman",serif;text-wrap:balance}
.u,.n,footer{color:var(--ink-soft);font-size:13px}
.u{margin:2px 0 8px}
.v{font:600 40px/1.1 "Source Serif 4",Georgia,"Times New Roman",serif;font-variant-numeric:lining-nums tabular-nums;margin:6px 0}
.v.q{font:italic 19px/1.3 "Source Serif 4",Georgia,serif;color:var(--ink-soft)}
.v.a{color:var(--signal)}
.d>svg{display:block;width:100%;height:auto;overflow:visible}
.m,.l{display:none}.s{max-width:340px}.m{max-width:560px}.l{max-width:768px}.p{max-width:640px}
.g{display:flex;flex-wrap:wrap;font-size:13px;gap:2px 18px;list-style:none;margin:0 0 6px;padding:0}
.g li{align-items:center;display:flex;gap:7px}
dl{display:grid;gap:0;grid-template-columns:1fr;margin:8px 0}
dl div{border-top:1px solid var(--rule);display:flex;flex-wrap:wrap;gap:0 16px;justify-content:space-between;padding:4px 0}
dt{color:var(--ink-soft);font-size:14px}
dd{font-variant-numeric:lining-nums tabular-nums;font-weight:700}
.n{margin-top:6px}
.x{border-left:4px solid var(--signal);font-size:14px;margin:10px 0 0;padding:2px 0 2px 10px}
.x ul{margin:2px 0 0;padding-left:18px}
footer{border-top:1px solid var(--rule-strong);margin-top:10px;padding-top:6px}
footer p{margin-bottom:2px}
.r{overflow-wrap:anywhere}
.f{display:flex;flex-wrap:wrap;gap:0 16px}
.f a{display:inline-block;min-height:24px;padding:2px 0}
.f a:first-child{font-weight:700}
details{font-size:13px;margin-top:6px}
summary{color:var(--link);cursor:pointer;min-height:24px;padding:2px 0;text-decoration:underline;width:fit-content}
.t{overflow-x:auto}
table{border-collapse:collapse;min-width:100%}
th,td{border-top:1px solid var(--rule);font-variant-numeric:tabular-nums;padding:3px 12px 3px 0;text-align:right;vertical-align:top}
th:first-child{text-align:left}
td.q{color:var(--ink-soft);font-style:italic}
[hidden]{display:none}
@media print{html{font-size:12pt}body{padding:0}details,.f a:not(:first-child){display:none}figure{break-inside:avoid}}`.replaceAll(
  "\n",
  "",
);

/** The whole style of an embed: colours of the theme asked, fonts of the reader's machine, one column from 280 pixels. */
export function exhibitStyle(theme: Theme): string {
  const first = `:root{${colours(theme === "dark" ? "dark" : "light")}}`;
  const dark =
    theme === "auto" ? `@media(prefers-color-scheme:dark){:root{${colours("dark")}}}` : "";
  const paper = `@media print{:root{${colours("light")};--paper:#fff}}`;
  return first + dark + paper + body + switching;
}
