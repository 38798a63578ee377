import { SourceMark } from "#components/source/footnotes.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { ReportFigure } from "#domain/annual-report/report-content.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import styles from "./report.module.css";
import { useReportWords, wordFigure } from "./report-words.ts";

type Props = {
  citySlug: string;
  latestRelease: number;
  caption: string;
  figures: readonly ReportFigure[];
  /** Numbering of the report's sources. */
  order: readonly number[];
  since: ReadonlyMap<string, ReportFigure | null>;
  /** Whoever writes needs the name by which a text puts the figure in. */
  showsKeys?: boolean;
};

/** The figures of a part as they were pinned, with what a later release says otherwise beside them. */
export function ReportFigures(props: Props) {
  const { figures, caption, order, showsKeys } = props;
  const words = useReportWords();
  const { t } = words;
  return (
    <DataTable
      caption={caption}
      hidesCaption={true}
      rows={figures.map((figure) => ({ figure, worded: wordFigure(words, figure) }))}
      keyOf={({ figure }) => figure.key}
      columns={[
        {
          key: "label",
          label: t("annualReport.table.figure"),
          isHeading: true,
          cell: ({ figure, worded }) => (
            <span id={showsKeys ? undefined : `figure-${figure.key}`}>
              {worded.label}
              {worded.definition && <span className={text.caveat}>{worded.definition}</span>}
              {showsKeys && (
                <span className={text.caveat}>
                  <code>{`{{figure:${figure.key}}}`}</code>
                </span>
              )}
            </span>
          ),
        },
        {
          key: "value",
          label: t("annualReport.table.value"),
          isNumber: true,
          cell: ({ figure, worded }) => (
            <>
              {worded.isSilent ? (
                <span className={text.silence}>{worded.value}</span>
              ) : (
                <strong>{worded.value}</strong>
              )}
              {!showsKeys && <SourceMark ids={figure.sources} order={order} />}
              {[worded.interval, ...worded.caveats].filter(Boolean).map((caveat) => (
                <span key={caveat} className={text.caveat}>
                  {caveat}
                </span>
              ))}
              <Since {...props} figure={figure} />
            </>
          ),
        },
        {
          key: "period",
          label: t("annualReport.table.period"),
          cell: ({ worded }) => <span className={styles.whole}>{worded.period}</span>,
        },
        {
          key: "page",
          label: t("annualReport.table.page"),
          cell: ({ figure }) => <ReadAt {...props} figure={figure} />,
        },
      ]}
    />
  );
}

type OneFigure = Props & { figure: ReportFigure };

/** What today's release says of the same, where it says otherwise. */
function Since({ figure, since, latestRelease }: OneFigure) {
  const words = useReportWords();
  const latest = since.get(figure.key);
  if (latest === undefined) return null;
  const release = String(latestRelease);
  return (
    <span className={styles.since}>
      {latest === null
        ? words.t("annualReport.since.gone", { release })
        : words.t("annualReport.since.now", { release, value: wordFigure(words, latest).value })}
    </span>
  );
}

function ReadAt({ citySlug, latestRelease, figure }: OneFigure) {
  const { locale, t } = useReportWords();
  const { page, release } = figure;
  const at = (path: string) => addressOf(locale, `/${citySlug}/${path}`);
  const joint = page.includes("?") ? "&" : "?";
  // The map shows what is in service now; the page of a release is what stays.
  const pinned = page === "map" ? `releases/${release}` : `${page}${joint}release=${release}`;
  return (
    <>
      <a className={styles.whole} href={at(pinned)}>
        {t("annualReport.table.asSaid", { release: String(release) })}
      </a>
      {release < latestRelease && (
        <span className={text.caveat}>
          <a href={at(page)}>{t("annualReport.table.today", { release: String(latestRelease) })}</a>
        </span>
      )}
    </>
  );
}
