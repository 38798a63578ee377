import { type ReactNode, useId } from "react";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { drawLegendMark, legendOf } from "#formats/chart/chart-legend.ts";
import type { ChartSpec, Drawing } from "#formats/chart/chart-spec.ts";
import { type ChartTable, chartTable, type TableWords } from "#formats/chart/chart-table.ts";
import { drawChart } from "#formats/chart/draw-chart.ts";
import { pagePalette } from "#formats/chart/palettes.ts";
import styles from "./chart-frame.module.css";
import { LiveChart } from "./live-chart.tsx";

/** Text of 13 px in a drawing this wide is shown no smaller than 11 px in the containers the style sheet gives it. */
const WIDE = 720;
const NARROW = 340;

type Props = {
  spec: ChartSpec;
  /** The finding, in words. */
  title: ReactNode;
  /** Unit · period. */
  subtitle: ReactNode;
  /** What limits the figures. */
  notes?: ReactNode;
  /** Source, completeness, release. */
  source: ReactNode;
  /** Definition, CSV, SVG, PNG, embed… with their words. */
  links: readonly { label: string; href: string; isDownload?: boolean | undefined }[];
  tableWords: TableWords;
  labels: {
    /** The gesture that opens the table. */
    table: string;
    /** Name of the layer whose values are read with the arrow keys. */
    live: string;
  };
  /** The table is opened, and printed with the chart. */
  showsTable?: boolean | undefined;
  headingLevel?: 2 | 3 | undefined;
};

/** A chart never travels alone: finding, unit, drawing, legend, limits, source, table and files. */
export function ChartFrame(props: Props) {
  const { spec, title, subtitle, notes, source, tableWords, labels, headingLevel } = props;
  const id = useId();
  const Heading = headingLevel === 3 ? "h3" : "h2";
  const wide = drawChart(spec, { width: WIDE, palette: pagePalette });
  const narrow = drawChart(spec, { width: NARROW, palette: pagePalette });
  return (
    <figure className={styles.frame} aria-labelledby={id}>
      <figcaption>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        <p className={styles.subtitle}>{subtitle}</p>
      </figcaption>
      <Legend spec={spec} wide={wide} narrow={narrow} />
      <LiveChart
        label={labels.live}
        readings={wide.anchors.map((anchor) => ({ title: anchor.title, lines: anchor.lines }))}
        places={{ wide: placesOf(wide), narrow: placesOf(narrow) }}
      >
        <Drawn which="wide" drawing={wide} />
        <Drawn which="narrow" drawing={narrow} />
      </LiveChart>
      {notes && <div className={styles.notes}>{notes}</div>}
      <p className={styles.source}>{source}</p>
      <div className={styles.links}>
        <details className={styles.twin} open={props.showsTable}>
          <summary>{labels.table}</summary>
          <Twin table={chartTable(spec, tableWords)} caption={title} />
        </details>
        {props.links.map(({ label, href, isDownload }) => (
          <a key={href} href={href} download={isDownload}>
            {label}
          </a>
        ))}
      </div>
    </figure>
  );
}

function placesOf({ width, height, along, anchors }: Drawing) {
  return { width, height, along, points: anchors.map(({ x, y }) => [x, y] as const) };
}

function Drawn({ which, drawing }: { which: "wide" | "narrow"; drawing: Drawing }) {
  return (
    <div
      className={styles[which]}
      data-drawing={which}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawChart escapes every word it is given
      dangerouslySetInnerHTML={{ __html: drawing.svg }}
    />
  );
}

/** Names of the series, unless the drawing that is shown has them. */
function Legend({ spec, wide, narrow }: { spec: ChartSpec; wide: Drawing; narrow: Drawing }) {
  const entries = legendOf(spec);
  const id = useId();
  if (entries.length === 0 || (wide.namesSeries && narrow.namesSeries)) return null;
  const look = wide.namesSeries ? `${styles.legend} ${styles.narrowOnly}` : styles.legend;
  return (
    <ul className={look}>
      {entries.map((entry) => {
        const { label, role } = entry;
        const mark = drawLegendMark(spec, entry, { palette: pagePalette, id: `${spec.id}${id}` });
        return (
          <li key={role + label}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a mark has no word in it */}
            <span className={styles.mark} dangerouslySetInnerHTML={{ __html: mark }} />
            {label}
          </li>
        );
      })}
    </ul>
  );
}

type TwinRow = ChartTable["rows"][number];

function Twin({ table, caption }: { table: ChartTable; caption: ReactNode }) {
  const [item, ...series] = table.headings;
  const columns: Column<TwinRow>[] = [
    { key: "item", label: item, isHeading: true, cell: (row) => row.label },
    ...series.map((label, index) => ({
      key: `${index} ${label}`,
      label,
      isNumber: true,
      cell: (row: TwinRow) => row.cells[index]?.words,
    })),
  ];
  return (
    <DataTable
      caption={caption}
      hidesCaption={true}
      columns={columns}
      rows={table.rows}
      keyOf={(row) => row.label}
    />
  );
}
