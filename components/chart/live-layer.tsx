"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ComposedChart, Line, Tooltip, type TooltipContentProps, XAxis, YAxis } from "recharts";
import styles from "./chart-frame.module.css";
import type { LiveLayerProps, Reading } from "./live-places.ts";

type Shown = { which: "wide" | "narrow"; top: number; left: number; width: number; height: number };

/** Which of the two drawings is shown, and where, as the page is resized. */
function useShownDrawing(box: LiveLayerProps["box"]): Shown | undefined {
  const [shown, setShown] = useState<Shown>();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const frame = element.getBoundingClientRect();
      for (const which of ["wide", "narrow"] as const) {
        const drawn = element.querySelector(`[data-drawing="${which}"] > svg`);
        const place = drawn?.getBoundingClientRect();
        if (!place || place.width === 0) continue;
        const { width, height } = place;
        setShown({
          which,
          top: place.top - frame.top,
          left: place.left - frame.left,
          width,
          height,
        });
      }
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return shown;
}

/** In a chart of rows recharts goes back on the right arrow and knows no down arrow: rows are walked downwards here. */
const ROW_KEYS: Readonly<Record<string, string>> = {
  ArrowDown: "ArrowLeft",
  ArrowRight: "ArrowLeft",
  ArrowUp: "ArrowRight",
  ArrowLeft: "ArrowRight",
};

function useRowKeys(layer: RefObject<HTMLDivElement | null>, isActive: boolean) {
  useEffect(() => {
    const element = layer.current;
    if (!element || !isActive) return;
    const turn = (event: KeyboardEvent) => {
      const key = ROW_KEYS[event.key];
      if (!event.isTrusted || !key) return;
      event.stopPropagation();
      event.preventDefault();
      event.target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    };
    element.addEventListener("keydown", turn, true);
    return () => element.removeEventListener("keydown", turn, true);
  }, [layer, isActive]);
}

/** Points, tooltips and keys over the drawing; nothing of the drawing is drawn again. */
export function LiveLayer({ box, label, readings, places }: LiveLayerProps) {
  const shown = useShownDrawing(box);
  const layer = useRef<HTMLDivElement>(null);
  const isShown = shown !== undefined;
  useEffect(() => {
    // The frame had the focus until there was something to walk through.
    if (isShown && document.activeElement === box.current) {
      layer.current?.querySelector<SVGElement>("svg[tabindex]")?.focus();
    }
  }, [isShown, box]);
  useRowKeys(layer, shown !== undefined && places[shown.which].along === "y");
  if (!shown) return null;
  const { width, height, along, points } = places[shown.which];
  // Upwards, as recharts counts: a reversed axis would also turn the arrow keys round.
  const data = points.map(([x, y], index) => ({ x, y: height - y, reading: readings[index] }));
  const isAlongX = along === "x";
  const { top, left } = shown;
  return (
    <div
      ref={layer}
      className={styles.layer}
      style={{ insetBlockStart: top, insetInlineStart: left }}
    >
      <ComposedChart
        width={shown.width}
        height={shown.height}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        layout={isAlongX ? "horizontal" : "vertical"}
        data={data}
        accessibilityLayer={true}
        title={label}
      >
        <XAxis
          hide={true}
          type="number"
          dataKey="x"
          domain={[0, width]}
          allowDataOverflow={true}
          {...(isAlongX ? { ticks: points.map(([x]) => x), interval: 0 } : {})}
        />
        <YAxis
          hide={true}
          type="number"
          dataKey="y"
          domain={[0, height]}
          allowDataOverflow={true}
          {...(isAlongX ? {} : { ticks: points.map(([, y]) => height - y), interval: 0 })}
        />
        <Line
          dataKey={isAlongX ? "y" : "x"}
          stroke="none"
          dot={false}
          activeDot={{ r: 7, fill: "none", stroke: "var(--ink)", strokeWidth: 2 }}
          isAnimationActive={false}
        />
        <Tooltip
          content={ReadingBox}
          isAnimationActive={false}
          cursor={{ stroke: "var(--ink)", strokeOpacity: 0.35 }}
        />
      </ComposedChart>
    </div>
  );
}

function ReadingBox({ active, payload }: TooltipContentProps) {
  const reading: Reading | undefined = payload[0]?.payload?.reading;
  if (!active || !reading) return null;
  return (
    <div className={styles.reading} role="status">
      <strong>{reading.title}</strong>
      <dl>
        {reading.lines.map((line) => (
          <div key={`${line.label ?? ""} ${line.words}`}>
            {line.label && <dt>{line.label}</dt>}
            <dd>{line.words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
