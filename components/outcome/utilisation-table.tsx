import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { Utilisation } from "#domain/indicator/utilisation.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";

/** Requests, detections and days in order per camera in service all year. */
export function UtilisationTable({
  rows,
  order,
}: {
  rows: readonly Utilisation[];
  order: readonly number[];
}) {
  const t = useTranslations("outcomes.utilisation");
  const locale = useLocale();
  const rate = (value: number | undefined) =>
    value === undefined ? (
      <span className={text.silence}>{t("unknown")}</span>
    ) : (
      wordNumber(locale, value, 2)
    );
  const columns: Column<Utilisation>[] = [
    {
      key: "year",
      label: t("year"),
      isHeading: true,
      cell: ({ year, sourceIds }) => (
        <>
          {year}
          <SourceMark ids={sourceIds} order={order} />
        </>
      ),
    },
    {
      key: "cameras",
      label: t("cameraYears"),
      isNumber: true,
      cell: ({ cameraYears }) => wordNumber(locale, cameraYears),
    },
    {
      key: "requests",
      label: t("requests"),
      isNumber: true,
      cell: ({ requestsPerCameraYear }) => rate(requestsPerCameraYear),
    },
    {
      key: "detections",
      label: t("detections"),
      isNumber: true,
      cell: ({ detectionsPerCameraYear }) => rate(detectionsPerCameraYear),
    },
    {
      key: "availability",
      label: t("availability"),
      isNumber: true,
      cell: ({ availability }) =>
        availability === undefined ? rate(undefined) : wordShare(locale, availability),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      keyOf={({ year }) => String(year)}
    />
  );
}
