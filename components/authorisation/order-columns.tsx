import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import type { Column } from "#components/ui/data-table.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import {
  type ExpiryReading,
  exceedsRetentionLimit,
} from "#domain/compliance/authorisation-state.ts";
import { type OrderFault, orderFaults } from "#domain/compliance/order-faults.ts";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./authorisations-sheet.module.css";

export type ShownOrder = {
  orderNumber: string;
  kind: string;
  perimeterName: string | null;
  authority: string | null;
  holder: string | null;
  grantedOn: string;
  expiresOn: string | null;
  gazetteAct: string | null;
  gazette: string | null;
  gazetteOn: string | null;
  gazetteUrl: string | null;
  camerasAuthorised: number | null;
  retentionDays: number | null;
  note: string | null;
  sourceId: number;
  reading: ExpiryReading;
  cameras: number;
  faults: readonly OrderFault[];
};

const marks: Readonly<Record<ExpiryReading["state"], MarkState>> = {
  valid: "good",
  expiring: "warning",
  expired: "bad",
  unknown: "unknown",
  "not-yet": "bad",
};

/** Number and gazette, perimeter, dates, cameras authorised and in service, retention, state on the day. */
export function useOrderColumns(order: readonly number[]): Column<ShownOrder>[] {
  const t = useTranslations("authorisations.orders");
  const locale = useLocale();
  const silence = <span className={text.silence}>{t("notRead")}</span>;
  return [
    {
      key: "number",
      label: t("number"),
      isHeading: true,
      cell: (row) => <OrderNumber row={row} order={order} />,
    },
    {
      key: "perimeter",
      label: t("perimeter"),
      cell: (row) => (
        <>
          {row.perimeterName ?? silence}
          {row.note && <span className={text.caveat}>{setSpaces(locale, row.note)}</span>}
        </>
      ),
    },
    { key: "kind", label: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
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
    {
      key: "authorised",
      label: t("authorised"),
      isNumber: true,
      cell: (row) =>
        row.camerasAuthorised === null ? silence : wordNumber(locale, row.camerasAuthorised),
    },
    {
      key: "cameras",
      label: t("cameras"),
      isNumber: true,
      cell: (row) => wordNumber(locale, row.cameras),
    },
    {
      key: "retention",
      label: t("retention"),
      isWhole: true,
      cell: (row) => <Retention row={row} />,
    },
    { key: "state", label: t("state"), cell: (row) => <OrderState row={row} /> },
  ];
}

function OrderNumber({ row, order }: { row: ShownOrder; order: readonly number[] }) {
  const t = useTranslations("authorisations.orders");
  const locale = useLocale();
  const gazette = [
    row.gazetteAct && t("act", { act: row.gazetteAct }),
    row.gazette,
    row.gazetteOn && wordDate(locale, row.gazetteOn),
  ].filter(Boolean);
  return (
    <>
      <span className={text.whole}>
        {row.gazetteUrl ? <a href={row.gazetteUrl}>{row.orderNumber}</a> : row.orderNumber}
        <SourceMark ids={[row.sourceId]} order={order} />
      </span>
      {gazette.length > 0 && <span className={text.caveat}>{gazette.join(" · ")}</span>}
    </>
  );
}

function Retention({ row }: { row: ShownOrder }) {
  const t = useTranslations("authorisations.orders");
  if (row.retentionDays === null) return <span className={text.silence}>{t("notRead")}</span>;
  const words = t("days", { days: row.retentionDays });
  return exceedsRetentionLimit(row.retentionDays) ? (
    <strong className={text.signal}>{words}</strong>
  ) : (
    words
  );
}

function isWrong(state: ExpiryReading["state"]): boolean {
  return state === "expired" || state === "not-yet";
}

function OrderState({ row }: { row: ShownOrder }) {
  const t = useTranslations("home.authorisations.states");
  const faults = useTranslations("authorisations.faults");
  const { state, daysLeft } = row.reading;
  const days = Math.abs(daysLeft ?? 0);
  return (
    <>
      <span className={isWrong(state) ? `${styles.state} ${text.signal}` : styles.state}>
        <StatusMark state={marks[state]} />
        {t(state, { days, months: Math.floor(days / 30.44), years: Math.floor(days / 365.25) })}
      </span>
      {row.faults.map((fault) => (
        <span key={fault} className={`${text.caveat} ${text.signal}`}>
          {faults(`items.${fault}`)} ({orderFaults[fault]})
        </span>
      ))}
    </>
  );
}
