import type { ChartPalette, SeriesRole } from "./chart-spec.ts";
import { escapeXml } from "./svg-text.ts";

/** What every form draws with: colours, and the prefix of its identifiers. */
export type Pen = { palette: ChartPalette; id: string };

export const TEXT_SIZE = 13;
/** From one line of text to the next. */
export const LINE = 17;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A coordinate in tenths of a pixel. Never NaN: a drawing with a hole is worse than a mark at the edge. */
export function px(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : "0";
}

export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === "number" ? px(value) : escapeXml(value ?? "")}"`,
    )
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** The words a mark shows to whoever points at it, without any script. */
export function hint(...parts: readonly (string | undefined)[]): string {
  return element("title", {}, escapeXml(parts.filter(Boolean).join(" · ")));
}

type TextLook = {
  anchor?: "start" | "middle" | "end";
  weight?: 400 | 700;
  fill?: string;
  /** Paper around the letters, where they may cross a line. */
  halo?: string;
  /** Degrees, about the text's own place. */
  turn?: number;
};

export function text(x: number, y: number, words: string, look: TextLook = {}): string {
  return element(
    "text",
    {
      x,
      y,
      fill: look.fill,
      "text-anchor": look.anchor === "start" ? undefined : look.anchor,
      "font-weight": look.weight === 700 ? "700" : undefined,
      stroke: look.halo,
      "stroke-width": look.halo && "4",
      "stroke-linejoin": look.halo && "round",
      "paint-order": look.halo && "stroke",
      transform: look.turn && `rotate(${px(look.turn)} ${px(x)} ${px(y)})`,
      "unicode-bidi": "isolate",
    },
    // Fonts cut for the web have no narrow no-break space: it would be drawn from another font, or as nothing.
    escapeXml(words.replaceAll("\u202f", "\u00a0")) || " ",
  );
}

/** A strip of paper behind words that stand across lines, so that none runs through them. */
export function paperBehind(
  pen: Pen,
  { x, y, width }: { x: number; y: number; width: number },
): string {
  return element("rect", { x, y: y - 13, width, height: LINE, fill: pen.palette.paper });
}

export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  look: Attributes,
): string {
  return element("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...look });
}

/** A box for what is missing: dashed, empty, in the colour of what is missing. */
export function silentBox(
  pen: Pen,
  box: { x: number; y: number; width: number; height: number },
  content: string,
): string {
  return element(
    "rect",
    {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: Math.max(box.width - 1, 1),
      height: Math.max(box.height - 1, 1),
      fill: pen.palette.paper,
      stroke: pen.palette.signal,
      "stroke-dasharray": "3 2.5",
    },
    content,
  );
}

const TEXTURES: Readonly<Record<SeriesRole, string>> = {
  "data-1": "",
  "data-2": `<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke-width="1.6"/>`,
  "data-3": `<path d="M2 2h.01M6 6h.01" stroke-width="2.4" stroke-linecap="round"/>`,
  "data-4": `<path d="M-2 6l4 4M0 0l8 8M6-2l4 4" stroke-width="1.6"/>`,
  "data-5": `<path d="M0 2h8M0 6h8" stroke-width="1.4"/>`,
};

function textureId(pen: Pen, role: SeriesRole): string {
  return `${pen.id}-${role}`;
}

/** Fill of a surface: its colour, and for all but the first role a texture, so that colour is never alone. */
export function fillOf(pen: Pen, role: SeriesRole): string {
  return role === "data-1" ? pen.palette[role] : `url(#${textureId(pen, role)})`;
}

/** Thin lines of the role's colour on paper: what is possible but not known. */
export function hatchOf(pen: Pen, role: SeriesRole): string {
  return `url(#${textureId(pen, role)}-hatch)`;
}

function pattern(id: string, ground: string, ink: string, opacity: string, path: string): string {
  return element(
    "pattern",
    { id, width: "8", height: "8", patternUnits: "userSpaceOnUse" },
    `${element("rect", { width: "8", height: "8", fill: ground })}${element("g", { stroke: ink, fill: "none", "stroke-opacity": opacity }, path)}`,
  );
}

/** The textures a drawing uses, and only those. */
export function texturesOf(pen: Pen, body: string): string {
  const roles = Object.keys(TEXTURES) as SeriesRole[];
  const { palette } = pen;
  const patterns = roles.flatMap((role) => {
    const id = textureId(pen, role);
    const drawn: string[] = [];
    if (body.includes(`url(#${id})`)) {
      drawn.push(pattern(id, palette[role], palette.paper, "0.3", TEXTURES[role]));
    }
    if (body.includes(`url(#${id}-hatch)`)) {
      drawn.push(pattern(`${id}-hatch`, palette.paper, palette[role], "0.85", TEXTURES["data-2"]));
    }
    return drawn;
  });
  return patterns.length > 0 ? element("defs", {}, patterns.join("")) : "";
}

const SHAPES: Readonly<Record<SeriesRole, (x: number, y: number, size: number) => string>> = {
  "data-1": (x, y, s) => circlePath(x, y, s),
  "data-2": (x, y, s) => `M${px(x - s)} ${px(y - s)}h${px(2 * s)}v${px(2 * s)}h${px(-2 * s)}Z`,
  "data-3": (x, y, s) =>
    `M${px(x)} ${px(y - 1.3 * s)}L${px(x + 1.25 * s)} ${px(y + s)}H${px(x - 1.25 * s)}Z`,
  "data-4": (x, y, s) =>
    `M${px(x)} ${px(y - 1.4 * s)}L${px(x + 1.4 * s)} ${px(y)}L${px(x)} ${px(y + 1.4 * s)}L${px(x - 1.4 * s)} ${px(y)}Z`,
  "data-5": (x, y, s) =>
    `M${px(x)} ${px(y + 1.3 * s)}L${px(x + 1.25 * s)} ${px(y - s)}H${px(x - 1.25 * s)}Z`,
};

function circlePath(x: number, y: number, size: number): string {
  const r = px(size * 1.1);
  return `M${px(x - size * 1.1)} ${px(y)}a${r} ${r} 0 1 0 ${px(size * 2.2)} 0a${r} ${r} 0 1 0 ${px(-size * 2.2)} 0Z`;
}

/** Outline of a point's mark: each role has a shape of its own. */
export function shapeOf(role: SeriesRole, x: number, y: number, size: number): string {
  return SHAPES[role](x, y, size);
}

const DASHES: Readonly<Record<SeriesRole, string | undefined>> = {
  "data-1": undefined,
  "data-2": "7 3",
  "data-3": "2.5 2.5",
  "data-4": "9 3 2.5 3",
  "data-5": "12 4",
};

/** Dashes of a line: each role has its own. */
export function dashOf(role: SeriesRole): string | undefined {
  return DASHES[role];
}
