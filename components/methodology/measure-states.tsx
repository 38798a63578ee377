import { useTranslations } from "next-intl";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { type MeasureKind, measureKinds } from "#domain/measure/measure.ts";
import styles from "./methodology.module.css";

/** The seven kinds of measure as they are drawn everywhere, what each means, and one case of each. */
export function MeasureStates() {
  const t = useTranslations("methodology.rules.states");
  return (
    <>
      <DataTable<{ kind: MeasureKind }>
        caption={t("caption")}
        columns={[
          {
            key: "written",
            label: t("written"),
            isHeading: true,
            cell: ({ kind }) => (
              <span className={styles.state}>
                {kind === "known" ? "312" : <SilenceText kind={kind} />}
              </span>
            ),
          },
          { key: "means", label: t("means"), cell: ({ kind }) => t(`${kind}.means`) },
          { key: "example", label: t("example"), cell: ({ kind }) => t(`${kind}.example`) },
        ]}
        rows={measureKinds.map((kind) => ({ kind }))}
        keyOf={({ kind }) => kind}
      />
      <p>{t("drawn")}</p>
    </>
  );
}
