import type { Ground } from "./engine/ground-shape.ts";
import styles from "./ground-svg.module.css";

/**
 * The ground as it is read before the script comes, without it, and on paper: outlines, names, and the cameras as
 * dots when they are few. Same units and same look as the canvas.
 */
export function GroundSvg({
  ground,
  title,
  dots = "",
}: {
  ground: Ground;
  title: string;
  /** SVG path of zero-length segments, in ground units: one round dot each. */
  dots?: string;
}) {
  const margin = Math.max(ground.width, ground.height) * 0.04;
  const box = [-margin, -margin, ground.width + 2 * margin, ground.height + 2 * margin];
  const size = Math.max(ground.width, ground.height) / 46;
  return (
    <svg className={styles.ground} viewBox={box.map(Math.round).join(" ")} role="img">
      <title>{title}</title>
      {ground.shapes.map(({ kind, code, path }) => (
        <path key={`${kind}${code}`} className={styles[kind]} d={path} />
      ))}
      {dots !== "" && <path className={styles.dots} d={dots} />}
      {ground.shapes
        .filter(({ kind }) => kind === "district")
        .map(({ code, name, label }) => (
          <text key={code} x={label[0]} y={label[1]} fontSize={size} textAnchor="middle">
            {name}
          </text>
        ))}
    </svg>
  );
}
