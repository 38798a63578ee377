import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { findImporter } from "#domain/importing/importers/registry.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./releases-sheet.module.css";

export type ShownImport = {
  batch: number;
  preset: string;
  fileName: string;
  sha256: string | null;
  commitment: string | null;
  created: number;
  updated: number;
  reading: { deed?: string; key?: string; reason?: string | null };
  isUndone: boolean;
};

/** Files brought in with a release, each known by its bytes, and records entered one by one. */
export function ReleaseImports({ imports }: { imports: readonly ShownImport[] }) {
  const t = useTranslations("releases.one");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("imports")}
      hidesCaption={true}
      columns={[
        {
          key: "batch",
          label: t("import"),
          isHeading: true,
          cell: ({ batch }) => t("importNumber", { number: String(batch) }),
        },
        { key: "what", label: t("what"), cell: (row) => <What row={row} /> },
        {
          key: "records",
          label: t("recordsCount"),
          isNumber: true,
          cell: ({ created, updated }) => wordNumber(locale, created + updated),
        },
        {
          key: "bytes",
          label: t("bytes"),
          cell: ({ sha256, commitment }) => (
            <>
              <code className={styles.hash} title={sha256 ?? commitment ?? undefined}>
                {(sha256 ?? commitment ?? "").slice(0, 12)}
              </code>
              {commitment !== null && <span className={text.caveat}>{t("commitment")}</span>}
            </>
          ),
        },
      ]}
      rows={imports}
      keyOf={({ batch }) => String(batch)}
    />
  );
}

function What({ row }: { row: ShownImport }) {
  const t = useTranslations("releases.one");
  const locale = useLocale();
  const { deed, key } = row.reading;
  const importer = findImporter(row.preset)?.label[locale === "en" ? "en" : "fr"];
  const label = importer ?? (row.preset === "generated" ? t("generated") : row.preset);
  return (
    <>
      {deed && t.has(`deeds.${deed}`) ? `${t(`deeds.${deed}`)} ${key ?? ""}` : row.fileName}
      <span className={text.caveat}>
        {deed ? row.reading.reason : label}
        {row.isUndone && ` · ${t("undoneSince")}`}
      </span>
    </>
  );
}
