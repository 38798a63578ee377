import { drawChart } from "#formats/chart/draw-chart.ts";
import { pagePalette } from "#formats/chart/palettes.ts";
import { wrapText } from "#formats/chart/svg-text.ts";
import { drawPlan } from "#formats/svg/draw-plan.ts";
import type { Exhibit } from "./exhibit.ts";
import { PLAN_WIDTH } from "./exhibit-document.ts";
import { drawnWidths } from "./exhibit-style.ts";

const MARGINS = 24;
const SMALL = { size: 13, line: 19 };
const TITLE = { size: 21, line: 24 };
/** Stamp, links and the line above them. */
const FOOT = 84;
const WIDEST_PLAN = 640;

/** About how high an embed is at a width, in pixels: what a frame is given before its script has told, or without it. */
export function frameHeight(exhibit: Exhibit, width: number): number {
  const inner = Math.max(width - MARGINS, 200);
  const lines = (words: string, { size, line }: typeof SMALL) =>
    wrapText(words, inner, 40, size).length * line;
  const small = [exhibit.place, exhibit.subtitle, ...exhibit.notes, ...exhibit.sources].filter(
    (words) => words !== "",
  );
  const head = lines(exhibit.title, TITLE) + (exhibit.warning ? 40 : 0);
  const words = small.reduce((sum, said) => sum + lines(said, SMALL) + 6, 0);
  return Math.ceil(MARGINS + head + words + shownHeight(exhibit, width) + FOOT);
}

function shownHeight({ shown }: Exhibit, width: number): number {
  const drawn = drawnWidths.findLast(({ from }) => width >= from) ?? drawnWidths[0];
  const scale = Math.min((width - MARGINS) / drawn.width, 1.3);
  switch (shown.form) {
    case "number":
      return 60;
    case "chart": {
      const { height, namesSeries } = drawChart(shown.spec, {
        width: drawn.width,
        palette: pagePalette,
      });
      return height * scale + (namesSeries ? 0 : 48) + 34;
    }
    case "place": {
      const plan =
        shown.plan && drawPlan(shown.plan, { width: PLAN_WIDTH, palette: pagePalette, id: "plan" });
      const planScale = Math.min(width - MARGINS, WIDEST_PLAN) / PLAN_WIDTH;
      return (plan?.height ?? 0) * planScale + shown.facts.length * 31 + 16;
    }
  }
}
