import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { Use, Utilisation } from "#domain/indicator/utilisation.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import { wordUse } from "./utilisation-words.ts";

/** One use of the cameras per camera in service all year: every year and scope, each with its interval. */
export function UtilisationTable({
  use,
  rows,
  order,
}: {
  use: Use;
  rows: readonly Utilisation[];
  order: readonly number[];
}) {
  const t = useTranslations("outcomes.utilisation");
  const scopes = useKnownWords("scopes");
  const locale = useLocale();
  const columns: Column<Utilisation>[] = [
    {
      key: "year",
      label: t("year"),
      isHeading: true,
      cell: ({ period, months, sourceIds }) => (
        <>
          {wordPeriod(locale, period)}
          <SourceMark ids={sourceIds} order={order} />
          {months !== undefined && months < 12 && (
            <span className={text.caveat}>{t("months", { months })}</span>
          )}
        </>
      ),
    },
    { key: "scope", label: t("scope"), cell: ({ scope }) => scopes(scope) },
    {
      key: "count",
      label: t(`counts.${use}`),
      isNumber: true,
      cell: ({ count }) => wordNumber(locale, count),
    },
    {
      key: "cameras",
      label: t("cameraYears"),
      isNumber: true,
      cell: ({ cameraYears }) => wordNumber(locale, cameraYears, 1),
    },
    {
      key: "rate",
      label: t(use),
      isNumber: true,
      cell: (row) => <Rate row={row} />,
    },
  ];
  return (
    <DataTable
      caption={t("caption", { use })}
      columns={columns}
      rows={rows}
      keyOf={({ definition, scope, year }) => `${definition} ${scope} ${year}`}
    />
  );
}

function Rate({ row }: { row: Utilisation }) {
  const t = useTranslations("outcomes.utilisation");
  const { value, interval } = wordUse(row, useLocale());
  const { use, isPartlyKnown } = row;
  return (
    <>
      <strong>{value}</strong>
      {interval && <span className={text.caveat}>{interval}</span>}
      {isPartlyKnown && <span className={text.caveat}>{t("partlyKnown", { use })}</span>}
    </>
  );
}
