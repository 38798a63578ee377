import type { ChartSpec, Drawing, DrawOptions } from "./chart-spec.ts";
import { drawFunnelPlot } from "./draw-funnel-plot.ts";
import { drawRangeDots } from "./draw-range-dots.ts";
import { drawStackedYears } from "./draw-stacked-years.ts";
import { drawSteps } from "./draw-steps.ts";
import { drawYearLines } from "./draw-year-lines.ts";
import type { FormBody } from "./form-body.ts";
import { element, type Pen, TEXT_SIZE, texturesOf } from "./svg-marks.ts";
import { escapeXml } from "./svg-text.ts";

const LEAST_WIDTH = 240;

/** The one hand that draws: the page, its print, the embed and the pictures all show this drawing. */
export function drawChart(spec: ChartSpec, options: DrawOptions): Drawing {
  const width = Math.max(Math.round(options.width) || 0, LEAST_WIDTH);
  const pen: Pen = { palette: options.palette, id: `${idOf(spec.id)}-${width}` };
  const form = drawForm(spec, pen, { ...options, width });
  const height = Math.ceil(form.height);
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${pen.id}-name`,
      "aria-describedby": `${pen.id}-description`,
      direction: "ltr",
      "font-size": TEXT_SIZE,
      "font-family": options.font,
      fill: options.palette.ink,
    },
    [
      element("title", { id: `${pen.id}-name` }, escapeXml(spec.name) || " "),
      element("desc", { id: `${pen.id}-description` }, escapeXml(spec.description) || " "),
      texturesOf(pen, form.body),
      form.body,
    ].join(""),
  );
  return { ...form, svg, width, height };
}

/** Letters, digits and hyphens only: an identifier that needs no escaping in `url(#…)`. */
function idOf(id: string): string {
  return `chart-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function drawForm(spec: ChartSpec, pen: Pen, options: DrawOptions): FormBody {
  switch (spec.form) {
    case "stacked-years":
      return drawStackedYears(spec, pen, options);
    case "range-dots":
      return drawRangeDots(spec, pen, options);
    case "year-lines":
      return drawYearLines(spec, pen, options);
    case "funnel-plot":
      return drawFunnelPlot(spec, pen, options);
    case "steps":
      return drawSteps(spec, pen, options);
  }
}
