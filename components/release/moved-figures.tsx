import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { wordMoney, wordNumber, wordShare } from "#formats/wording/word-number.ts";

export type ShownMovingFigure = {
  id: string;
  of: string;
  unit: string;
  before: number | null;
  after: number | null;
};

/** Headline figures that a release moved: what they said before, and what they say now. */
export function MovedFigures({ figures }: { figures: readonly ShownMovingFigure[] }) {
  const t = useTranslations("releases.one");
  const word = useFigureValue();
  return (
    <DataTable
      caption={t("figures")}
      hidesCaption={true}
      columns={[
        {
          key: "figure",
          label: t("figure"),
          isHeading: true,
          cell: ({ id, of }) => (
            <>
              {t.has(`figureNames.${id}`) ? t(`figureNames.${id}`) : id}
              {of !== "" && <span className={text.caveat}>{of}</span>}
            </>
          ),
        },
        {
          key: "before",
          label: t("before"),
          isNumber: true,
          cell: ({ before, unit }) => word(before, unit),
        },
        {
          key: "after",
          label: t("after"),
          isNumber: true,
          cell: ({ after, unit }) => word(after, unit),
        },
      ]}
      rows={figures}
      keyOf={({ id, of }) => `${id} ${of}`}
    />
  );
}

function useFigureValue() {
  const t = useTranslations("releases.one");
  const locale = useLocale();
  return (value: number | null, unit: string) => {
    if (value === null) return <span className={text.silence}>{t("noValue")}</span>;
    if (unit === "share") return wordShare(locale, value);
    const currency = /^cents ([A-Z]{3})$/.exec(unit)?.[1];
    return currency ? wordMoney(locale, value, currency) : wordNumber(locale, value);
  };
}
