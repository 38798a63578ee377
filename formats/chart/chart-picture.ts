import { legendMark, legendMarkWidth, legendOf } from "./chart-legend.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { drawChart } from "./draw-chart.ts";
import {
  type Block,
  framePicture,
  PICTURE_TEXT,
  type Picture,
  type PictureLook,
  type PictureWords,
} from "./picture-frame.ts";
import { element, type Pen, texturesOf, text as write } from "./svg-marks.ts";
import { textWidth, wrapText } from "./svg-text.ts";

/** A chart that stands alone: title, unit, legend, drawing, source, date and address in one picture. */
export function chartPicture(spec: ChartSpec, words: PictureWords, look: PictureLook): Picture {
  return framePicture(words, look, (pen, width, leastHeight) => {
    const asked = { width, palette: pen.palette, font: PICTURE_TEXT };
    const { namesSeries } = drawChart(spec, asked);
    const legend = namesSeries ? { drawn: "", height: 0 } : legendBlock(spec, pen, width);
    const top = legend.height + 12;
    const drawing = drawChart(spec, { ...asked, height: leastHeight - top });
    return {
      drawn:
        texturesOf(pen, legend.drawn) +
        legend.drawn +
        drawing.svg.replace("<svg ", `<svg x="0" y="${top}" `),
      height: top + drawing.height,
    };
  });
}

function legendBlock(spec: ChartSpec, pen: Pen, width: number): Block {
  const mark = legendMarkWidth(spec);
  let [x, row] = [0, 0];
  const drawn = legendOf(spec).map((item) => {
    const [shown = ""] = wrapText(item.label, width - mark - 8, 1);
    const needed = mark + 7 + textWidth(shown) + 18;
    if (x > 0 && x + needed - 18 > width) [x, row] = [0, row + 1];
    const entry =
      element("g", { transform: `translate(0 2)` }, legendMark(spec, item, pen)) +
      write(mark + 7, 13.5, shown);
    const moved = element("g", { transform: `translate(${Math.round(x)} ${8 + row * 21})` }, entry);
    x += needed;
    return moved;
  });
  return { drawn: drawn.join(""), height: drawn.length > 0 ? 8 + (row + 1) * 21 : 0 };
}
