import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./city-home.module.css";
import type { PartProps, ShownOrder } from "./city-home-props.ts";

const marks: Readonly<Record<ShownOrder["reading"]["state"], MarkState>> = {
  valid: "good",
  expiring: "warning",
  expired: "bad",
  unknown: "unknown",
  "not-yet": "bad",
};

/** The prefect's orders, the soonest to expire first, each read against today. */
export function CityAuthorisations({ home, order }: PartProps) {
  const t = useTranslations("home.authorisations");
  const columns = useColumns(order);
  return (
    <ArticleSection id="authorisations" title={t("title")} intro={t("intro")}>
      <DataTable
        caption={t("title")}
        hidesCaption={true}
        columns={columns}
        rows={home.authorisations}
        keyOf={(row) => row.orderNumber}
      />
      <p className={styles.note}>{t("rule")}</p>
    </ArticleSection>
  );
}

function useColumns(order: readonly number[]): Column<ShownOrder>[] {
  const t = useTranslations("home.authorisations");
  const locale = useLocale();
  const silence = <span className={styles.silence}>{t("notRead")}</span>;
  return [
    {
      key: "number",
      label: t("number"),
      isHeading: true,
      cell: (row) => (
        <span className={text.whole}>
          {row.gazetteUrl ? <a href={row.gazetteUrl}>{row.orderNumber}</a> : row.orderNumber}
          <SourceMark ids={[row.sourceId]} order={order} />
        </span>
      ),
    },
    { key: "perimeter", label: t("perimeter"), cell: (row) => row.perimeterName ?? silence },
    { key: "kind", label: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: "cameras",
      label: t("cameras"),
      isNumber: true,
      cell: (row) =>
        row.camerasAuthorised === null ? silence : wordNumber(locale, row.camerasAuthorised),
    },
    {
      key: "granted",
      label: t("granted"),
      isWhole: true,
      cell: (row) => wordDate(locale, row.grantedOn),
    },
    {
      key: "expires",
      label: t("expires"),
      isWhole: true,
      cell: (row) => (row.expiresOn ? wordDate(locale, row.expiresOn) : silence),
    },
    { key: "state", label: t("state"), cell: (row) => <OrderState row={row} /> },
  ];
}

function OrderState({ row }: { row: ShownOrder }) {
  const t = useTranslations("home.authorisations.states");
  const { state, daysLeft } = row.reading;
  const days = Math.abs(daysLeft ?? 0);
  return (
    <span
      className={
        state === "expired" || state === "not-yet"
          ? `${styles.state} ${styles.signal}`
          : styles.state
      }
    >
      <StatusMark state={marks[state]} />
      <span>
        {t(state, { days, months: Math.floor(days / 30.44), years: Math.floor(days / 365.25) })}
      </span>
    </span>
  );
}
