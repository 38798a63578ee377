import { chartPicture } from "#formats/chart/chart-picture.ts";
import {
  type DrawInside,
  framePicture,
  PICTURE_HEADLINE,
  type Picture,
  type PictureLook,
  type PictureWords,
} from "#formats/chart/picture-frame.ts";
import { element, line, text } from "#formats/chart/svg-marks.ts";
import { fitText, textWidth, wrapText } from "#formats/chart/svg-text.ts";
import { drawPlan } from "#formats/svg/draw-plan.ts";
import type { Exhibit, ShownNumber, ShownPlace } from "./exhibit.ts";

/** An exhibit that stands alone in one picture, with its source, date and address inside. */
export function exhibitPicture(exhibit: Exhibit, words: PictureWords, look: PictureLook): Picture {
  const { shown } = exhibit;
  switch (shown.form) {
    case "chart":
      return chartPicture(shown.spec, words, look);
    case "number":
      return framePicture(words, look, drawNumber(shown));
    case "place":
      return framePicture(words, look, drawPlace(shown));
  }
}

/** What sites show for a shared link is 1.91 times as wide as high (1200 × 630 pixels, drawn at two for one). */
const CARD = { width: 600, height: 315 };
const CARD_WIDTHS = [600, 680, 780, 900, 1040, 1200];

/** The picture of a shared link, always of the same size: laid out as large as its content needs, then scaled. */
export function exhibitCard(exhibit: Exhibit, words: PictureWords): Picture {
  const shape = CARD.height / CARD.width;
  let picture: Picture | undefined;
  for (const width of CARD_WIDTHS) {
    const height = Math.floor(width * shape);
    picture = exhibitPicture(exhibit, words, { width, height, scheme: "light" });
    if (picture.height <= height + 1) break;
  }
  const { svg = "", width = 0, height = 0 } = picture ?? {};
  const boxHeight = Math.max(height, width * shape);
  const boxWidth = boxHeight / shape;
  const box = `${(width - boxWidth) / 2} 0 ${boxWidth} ${boxHeight}`;
  return {
    ...CARD,
    svg: svg.replace(
      /<svg ([^>]*?)width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
      `<svg $1width="${CARD.width}" height="${CARD.height}" viewBox="${box}"`,
    ),
  };
}

function drawNumber({ words, isSilent, isAlert, value, low, high }: ShownNumber): DrawInside {
  return ({ palette }, width, leastHeight) => {
    const largest = isSilent ? 34 : Math.max(Math.min(leastHeight * 0.62, 140), 56);
    const size = Math.min(largest, Math.max((largest * width) / textWidth(words, largest), 28));
    const shown = fitText(words, width, size);
    const baseline = Math.max(size + 10, leastHeight / 2 + size / 3);
    // Commas reach a quarter of the letters' height below the line.
    const descent = Math.max(26, size * 0.34);
    const fill = isAlert ? palette.signal : isSilent ? palette["ink-soft"] : palette.ink;
    const look = {
      "font-family": PICTURE_HEADLINE,
      "font-size": String(size),
      "font-weight": "600",
      "font-style": isSilent ? "italic" : undefined,
    };
    const drawn = element("g", look, text(0, baseline, shown, { fill }));
    const span = { value, low, high };
    return {
      drawn: drawn + spanOf(span, { width, y: baseline + descent, palette }),
      height: baseline + descent + 18,
    };
  };
}

type Span = Pick<ShownNumber, "value" | "low" | "high">;

/** The interval of a share, drawn between nothing and all. */
function spanOf(
  { value, low, high }: Span,
  { width, y, palette }: { width: number; y: number; palette: Readonly<Record<string, string>> },
): string {
  if (value === undefined || low === undefined || high === undefined) return "";
  if (low < 0 || high > 1) return "";
  const { rule = "", "data-1": mark = "" } = palette;
  return (
    line([0, y], [width, y], { stroke: rule, "stroke-width": "6" }) +
    line([low * width, y], [high * width, y], { stroke: mark, "stroke-width": "6" }) +
    element("circle", { cx: value * width, cy: y, r: "7", fill: mark })
  );
}

const FACT = 26;

function drawPlace({ plan, facts }: ShownPlace): DrawInside {
  return ({ palette }, width, leastHeight) => {
    const beside = plan !== undefined && width >= 520;
    const room = Math.max(leastHeight, 180);
    const planWidth = beside ? Math.min(width * 0.58, room / 0.68) : width;
    const drawing = plan && drawPlan(plan, { width: Math.round(planWidth), palette, id: "plan" });
    const left = drawing && beside ? drawing.width + 28 : 0;
    const top = drawing && !beside ? drawing.height + 8 : 0;
    const lines = facts.map(({ label, words }, row) => {
      const y = top + 18 + row * FACT;
      const value = fitText(words, (width - left) * 0.6);
      const [name = ""] = wrapText(label, width - left - textWidth(value) - 12, 1);
      return (
        text(left, y, name, { fill: palette["ink-soft"] }) +
        text(width, y, value, { anchor: "end", weight: 700 }) +
        line([left, y + 8], [width, y + 8], { stroke: palette.rule })
      );
    });
    return {
      drawn: (drawing?.svg ?? "") + lines.join(""),
      height: Math.max(top + facts.length * FACT + 8, drawing?.height ?? 0),
    };
  };
}
