import { localeOf } from "#formats/wording/word-date.ts";
import { currencySymbol } from "#formats/wording/word-number.ts";
import type { ChartAxis } from "./chart-spec.ts";
import { drawable, type Scale } from "./scales.ts";
import { line, type Pen, TEXT_SIZE, text } from "./svg-marks.ts";
import { fitText, textWidth } from "./svg-text.ts";

export type Plot = { left: number; right: number; top: number; bottom: number };

/** Pixels; a longer unit belongs in the subtitle. */
const LONGEST_UNIT = 84;
const NARROW_NO_BREAK_SPACE = "\u202f";

/** Ticks in words; the last one carries the unit. Ten millions and more are shortened. */
export function tickWords(axis: ChartAxis, ticks: readonly number[]): string[] {
  const per = drawable(axis.per) || 1;
  const unit = fitText(axis.unit, LONGEST_UNIT);
  const most = Math.max(...ticks.map((tick) => Math.abs(tick / per)));
  const format = new Intl.NumberFormat(localeOf(axis.locale), {
    maximumSignificantDigits: 6,
    notation: most >= 1e7 ? "compact" : "standard",
  });
  return ticks.map((tick, index) => {
    const words = format
      .format(drawable(tick / per) ?? 0)
      .replaceAll("\u00a0", NARROW_NO_BREAK_SPACE)
      .replace("-", "−");
    return index === ticks.length - 1 ? withUnit(words, { ...axis, unit }) : words;
  });
}

/** "2 000 k€", "€2,000k", "35 %", "35%": an English sign touches its number, a word and any French unit do not. */
function withUnit(words: string, { locale, unit, unitBefore = "" }: ChartAxis): string {
  const before = words.replace(/^−?/, (minus) => `${minus}${unitBefore}`);
  if (unit === "") return before;
  const touches = locale === "en" && unit.length === 1;
  return `${before}${touches ? "" : NARROW_NO_BREAK_SPACE}${unit}`;
}

/** An axis of money: "2 000 k€", "12 500 €" in French; "€2,000k", "€12,500" in English. */
export function moneyAxis(locale: string, currency: string, per: 1 | 1_000): ChartAxis {
  const symbol = currencySymbol(locale, currency);
  const thousand = per === 1_000 ? "k" : "";
  if (locale !== "en") return { locale, unit: `${thousand}${symbol}`, per };
  const isCode = /[A-Za-z]$/.test(symbol);
  return { locale, unitBefore: isCode ? `${symbol}\u00a0` : symbol, unit: thousand, per };
}

/** Room the words of a vertical axis need at its left. */
export function widthOfTicks(words: readonly string[]): number {
  return Math.max(...words.map((word) => textWidth(word)), 0) + 8;
}

/** Light horizontal lines with their words at the left; zero is stronger. */
export function horizontalGrid(
  pen: Pen,
  plot: Plot,
  scale: Scale,
  words: readonly string[],
): string {
  const { palette } = pen;
  return scale.ticks
    .map((tick, index) => {
      const y = scale.at(tick);
      const stroke = tick === 0 ? palette["rule-strong"] : palette.rule;
      return (
        line([plot.left, y], [plot.right, y], { stroke, "stroke-width": "1" }) +
        text(plot.left - 8, y + TEXT_SIZE * 0.34, words[index] ?? "", {
          anchor: "end",
          fill: palette["ink-soft"],
        })
      );
    })
    .join("");
}

/** Light vertical lines with their words below; words that would touch are left out. */
export function verticalGrid(pen: Pen, plot: Plot, scale: Scale, words: readonly string[]): string {
  const { palette } = pen;
  let taken = Number.NEGATIVE_INFINITY;
  const last = scale.ticks.length - 1;
  const lastStart = plot.right - textWidth(words[last] ?? "");
  return scale.ticks
    .map((tick, index) => {
      const x = scale.at(tick);
      const word = words[index] ?? "";
      const half = textWidth(word) / 2;
      const centre = Math.min(Math.max(x, half), plot.right + 4 - half);
      const drawn = line([x, plot.top], [x, plot.bottom], {
        stroke: tick === 0 ? palette["rule-strong"] : palette.rule,
      });
      if (centre - half < taken || (index < last && centre + half > lastStart - 10)) return drawn;
      taken = centre + half + 10;
      return (
        drawn +
        text(centre, plot.bottom + TEXT_SIZE + 6, word, {
          anchor: "middle",
          fill: palette["ink-soft"],
        })
      );
    })
    .join("");
}

/** Words under evenly spaced places; every second, third… where they would touch. The last is always kept. */
export function wordsBelow(
  pen: Pen,
  y: number,
  places: readonly { x: number; word: string }[],
  most: number,
): string {
  const first = places[0];
  const second = places[1];
  const spacing = first && second ? second.x - first.x : most;
  const widest = Math.max(...places.map((place) => textWidth(place.word)), 0);
  const every = Math.max(Math.ceil((Math.min(widest, most) + 6) / Math.max(spacing, 1)), 1);
  return places
    .map(({ x, word }, index) => {
      if ((places.length - 1 - index) % every !== 0) return "";
      return text(x, y, word, { anchor: "middle", fill: pen.palette["ink-soft"] });
    })
    .join("");
}
