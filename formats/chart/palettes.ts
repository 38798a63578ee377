import type { ChartPalette } from "./chart-spec.ts";

/** In a page: the page's own colours, which follow the reader's scheme. */
export const pagePalette: ChartPalette = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  "ink-soft": "var(--ink-soft)",
  rule: "var(--rule)",
  "rule-strong": "var(--rule-strong)",
  signal: "var(--signal)",
  "data-1": "var(--data-1)",
  "data-2": "var(--data-2)",
  "data-3": "var(--data-3)",
  "data-4": "var(--data-4)",
  "data-5": "var(--data-5)",
};

/** In a picture: the same colours, written out (app/tokens.css). */
export const picturePalettes: Readonly<Record<"light" | "dark", ChartPalette>> = {
  light: {
    paper: "#fbfaf6",
    ink: "#16181d",
    "ink-soft": "#4b5160",
    rule: "#d9d5ca",
    "rule-strong": "#a8a294",
    signal: "#b8321a",
    "data-1": "#0b5fa5",
    "data-2": "#d17a00",
    "data-3": "#0a7d62",
    "data-4": "#a3417e",
    "data-5": "#6a6f7a",
  },
  dark: {
    paper: "#12151a",
    ink: "#ece9e1",
    "ink-soft": "#b4b8c2",
    rule: "#2d333d",
    "rule-strong": "#596170",
    signal: "#ff8a6b",
    "data-1": "#6db1ee",
    "data-2": "#f0a63f",
    "data-3": "#4cc7a4",
    "data-4": "#dd8fc0",
    "data-5": "#9aa0ac",
  },
};
