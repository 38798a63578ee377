import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { wordNumber } from "#formats/wording/word-number.ts";

export type ShownKindChange = {
  kind: string;
  added: number;
  changed: number;
  ended: number;
  examples: readonly { key: string; what: "added" | "changed" | "ended" }[];
};

type Props = {
  kinds: readonly ShownKindChange[];
  cameras: {
    added: number;
    removed: number;
    moved: number;
    renumbered: number;
    statusChanged: number;
  };
};

/** Records by kind: added, changed, ended; and of the cameras those that came, went, moved or changed number or state. */
export function RecordChanges({ kinds, cameras }: Props) {
  const t = useTranslations("releases.one");
  const kindWords = useTranslations("home.releases");
  const locale = useLocale();
  if (kinds.length === 0) return <p className={text.silence}>{t("nothing")}</p>;
  const number = (count: number) => wordNumber(locale, count);
  return (
    <>
      <DataTable
        caption={t("records")}
        hidesCaption={true}
        columns={[
          {
            key: "kind",
            label: t("kind"),
            isHeading: true,
            cell: ({ kind }) =>
              kindWords.has(`records.${kind}`) ? kindWords(`records.${kind}`) : kind,
          },
          { key: "added", label: t("added"), isNumber: true, cell: ({ added }) => number(added) },
          {
            key: "changed",
            label: t("changed"),
            isNumber: true,
            cell: ({ changed }) => number(changed),
          },
          { key: "ended", label: t("ended"), isNumber: true, cell: ({ ended }) => number(ended) },
          {
            key: "examples",
            label: t("examples"),
            cell: ({ examples }) =>
              examples
                .slice(0, 3)
                .map(({ key }) => key)
                .join(" · ") || "–",
          },
        ]}
        rows={kinds}
        keyOf={({ kind }) => kind}
      />
      {kinds.some(({ kind }) => kind === "camera") && <p>{t("cameras", cameras)}</p>}
    </>
  );
}
