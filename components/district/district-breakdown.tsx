import { useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import text from "#components/ui/text.module.css";
import type { DistrictCharts } from "./district-charts.ts";
import styles from "./district-sheet.module.css";

/** Requests for footage of the district by quarter and by category, as far as they are published. */
export function DistrictBreakdown({
  charts,
  hasQuarters,
  files,
}: {
  charts: Pick<DistrictCharts, "quarters" | "categories">;
  /** True where quarters are counted, read or not. */
  hasQuarters: boolean;
  files: { path: string; query: string };
}) {
  const t = useTranslations("district");
  if (!hasQuarters && !charts.categories) return null;
  return (
    <div className={styles.drawn}>
      {charts.quarters && (
        <OfferedChartFrame chart={charts.quarters} page={files} headingLevel={3} />
      )}
      {hasQuarters && !charts.quarters && <p className={text.silence}>{t("quartersProtected")}</p>}
      {charts.categories && (
        <OfferedChartFrame chart={charts.categories} page={files} headingLevel={3} />
      )}
    </div>
  );
}
