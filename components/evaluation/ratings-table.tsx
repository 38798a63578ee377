import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import { type EvaluationContent, ratedAspects } from "#domain/evaluation/evaluation-content.ts";

const marks: Readonly<Record<string, MarkState>> = {
  good: "good",
  fair: "warning",
  poor: "bad",
  "cannot-judge": "unknown",
};

/** Usefulness, proportionality and cost, each with its reasons. Never added up. */
export function RatingsTable({ ratings }: { ratings: EvaluationContent["ratings"] }) {
  const t = useTranslations("evaluations.ratings");
  return (
    <DataTable
      caption={t("title")}
      hidesCaption={true}
      rows={ratedAspects.map((aspect) => ({ aspect, rating: ratings[aspect] }))}
      keyOf={({ aspect }) => aspect}
      columns={[
        {
          key: "aspect",
          label: t("aspect"),
          isHeading: true,
          cell: ({ aspect }) => t(`aspects.${aspect}`),
        },
        {
          key: "level",
          label: t("level"),
          cell: ({ rating }) =>
            rating ? (
              <>
                <StatusMark state={marks[rating.level] ?? "unknown"} />{" "}
                {t(`levels.${rating.level}`)}
              </>
            ) : (
              <span className={text.silence}>{t("notRated")}</span>
            ),
        },
        { key: "reasons", label: t("reasons"), cell: ({ rating }) => rating?.reasons },
      ]}
    />
  );
}
