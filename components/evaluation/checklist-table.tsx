import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import { type ChecklistAnswer, checklistItems } from "#domain/evaluation/statutory-checklist.ts";

const marks: Readonly<Record<ChecklistAnswer, MarkState>> = {
  yes: "good",
  partly: "warning",
  no: "bad",
  "not-known": "unknown",
  "not-applicable": "unknown",
};

/** Every item of the checklist, answered or not: what the committee did not look at is said too. */
export function ChecklistTable({ answers }: { answers: EvaluationContent["checklist"] }) {
  const t = useTranslations("evaluations.checklist");
  const rows = checklistItems.map((item) => ({
    ...item,
    answer: answers.find((answer) => answer.item === item.code),
  }));
  return (
    <DataTable
      caption={t("title")}
      hidesCaption={true}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        {
          key: "item",
          label: t("item"),
          isHeading: true,
          cell: ({ code, reference }) => (
            <>
              {t(`items.${code}`)}
              <span className={text.caveat}>{reference}</span>
            </>
          ),
        },
        {
          key: "answer",
          label: t("answer"),
          cell: ({ answer }) =>
            answer ? (
              <>
                <StatusMark state={marks[answer.answer]} /> {t(`answers.${answer.answer}`)}
              </>
            ) : (
              <span className={text.silence}>{t("unanswered")}</span>
            ),
        },
        { key: "note", label: t("note"), cell: ({ answer }) => answer?.note },
      ]}
    />
  );
}
