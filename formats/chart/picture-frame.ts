import { picturePalettes } from "./palettes.ts";
import { element, line, type Pen, text as write } from "./svg-marks.ts";
import { textWidth, wrapText } from "./svg-text.ts";

export type PictureWords = {
  title: string;
  /** Unit · period. */
  subtitle: string;
  /** Limits of the figures, said under the chart. */
  note?: string | undefined;
  source: string;
  /** Date and release. */
  date: string;
  /** Where the chart is read, with its definitions. */
  address: string;
};

export type PictureLook = {
  width: number;
  /** The least height; a chart that needs more is given more. */
  height: number;
  scheme: "light" | "dark";
};

export type Picture = { svg: string; width: number; height: number };

/** Families of the font files the pictures are drawn with; a reader's program may put its own in their place. */
export const PICTURE_TEXT = "Atkinson Hyperlegible Next, Verdana, DejaVu Sans, sans-serif";
export const PICTURE_HEADLINE = "Source Serif 4 SemiBold, Source Serif 4, Georgia, serif";
const MARGIN = 24;
const TITLE = { size: 22, line: 27 };
const SMALL = { size: 13, line: 18 };

export type Block = { drawn: string; height: number };

/** Draws what the picture shows, from its own upper left corner; asked for a least height, it may need more. */
export type DrawInside = (pen: Pen, width: number, leastHeight: number) => Block;

/** What stands alone: title and unit above, source, date and address below, in one picture. */
export function framePicture(words: PictureWords, look: PictureLook, inside: DrawInside): Picture {
  const palette = picturePalettes[look.scheme];
  const width = Math.max(look.width, 300);
  const pen: Pen = { palette, id: "picture" };
  const inner = width - 2 * MARGIN;
  const head = headOf(pen, words, inner);
  const foot = footOf(pen, words, inner);
  const above = MARGIN + head.height;
  const around = above + 14 + foot.height + MARGIN;
  const shown = inside(pen, inner, look.height - around);
  const height = Math.max(Math.ceil(around + shown.height), look.height);
  const body = [
    element("rect", { width, height, fill: palette.paper }),
    move(MARGIN, head.drawn),
    move(above, shown.drawn),
    move(height - MARGIN - foot.height, foot.drawn),
  ].join("");
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": PICTURE_TEXT,
      "font-size": SMALL.size,
      fill: palette.ink,
      direction: "ltr",
    },
    body,
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height };
}

function move(y: number, drawn: string): string {
  return drawn === "" ? "" : element("g", { transform: `translate(${MARGIN} ${y})` }, drawn);
}

function headOf(pen: Pen, words: PictureWords, width: number): Block {
  const titles = wrapText(words.title, width, 3, TITLE.size * 1.06);
  const subtitles = wrapText(words.subtitle, width, 2, SMALL.size);
  const title = titles
    .map((part, row) => write(0, TITLE.size - 3 + row * TITLE.line, part))
    .join("");
  const top = titles.length * TITLE.line;
  const subtitle = subtitles.map((part, row) =>
    write(0, top + 14 + row * SMALL.line, part, { fill: pen.palette["ink-soft"] }),
  );
  const look = {
    "font-family": PICTURE_HEADLINE,
    "font-size": String(TITLE.size),
    "font-weight": "600",
  };
  return {
    drawn: element("g", look, title) + subtitle.join(""),
    height: top + subtitles.length * SMALL.line + 4,
  };
}

function footOf(pen: Pen, words: PictureWords, width: number): Block {
  const soft = pen.palette["ink-soft"];
  const lines = [
    ...(words.note ? wrapText(words.note, width, 3) : []),
    ...wrapText(words.source, width, 2),
  ];
  const besides = textWidth(words.date) + textWidth(words.address) + 16 <= width;
  const [date = ""] = wrapText(words.date, width, 1);
  const [address = ""] = wrapText(words.address, width, 1);
  const first = 10 + SMALL.line;
  const last = first + lines.length * SMALL.line;
  const drawn = [
    line([0, 6], [width, 6], { stroke: pen.palette["rule-strong"] }),
    ...lines.map((part, row) => write(0, first + row * SMALL.line, part, { fill: soft })),
    write(0, last, date, { fill: soft }),
    besides
      ? write(width, last, address, { fill: pen.palette.ink, anchor: "end", weight: 700 })
      : write(0, last + SMALL.line, address, { fill: pen.palette.ink, weight: 700 }),
  ];
  return { drawn: drawn.join(""), height: last + (besides ? 0 : SMALL.line) - 4 };
}
