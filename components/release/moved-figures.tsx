import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";

export type ShownMovingFigure = {
  id: string;
  of: string;
  unit: string;
  part?: "located" | "as-paid";
  before: number | null;
  after: number | null;
};

/** Headline figures, full costs, states under the law and indicators that a release moved: what they said before, and what they say now. */
export function MovedFigures({ figures }: { figures: readonly ShownMovingFigure[] }) {
  const t = useTranslations("releases.one");
  const indicator = useTranslations("indicators.items");
  const word = useFigureValue();
  const nameOf = (id: string) => {
    if (t.has(`figureNames.${id}`)) return t(`figureNames.${id}`);
    return indicator.has(`${id}.name`) ? indicator(`${id}.name`) : id;
  };
  return (
    <DataTable
      caption={t("figures")}
      hidesCaption={true}
      columns={[
        {
          key: "figure",
          label: t("figure"),
          isHeading: true,
          cell: ({ id, of, part }) => (
            <>
              {nameOf(id)}
              {of !== "" && <span className={text.caveat}>{of}</span>}
              {part && <span className={text.caveat}>{t(`figureParts.${part}`)}</span>}
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
      keyOf={({ id, of, part }) => `${id} ${of} ${part}`}
    />
  );
}

function useFigureValue() {
  const t = useTranslations("releases.one");
  const locale = useLocale();
  return (value: number | null, unit: string) => {
    if (value === null) return <span className={text.silence}>{t("noValue")}</span>;
    if (unit === "share") return wordShare(locale, value);
    const currency = /^cents ([A-Z]{3})/.exec(unit)?.[1];
    if (currency) return wordMoney(locale, value, currency, Math.abs(value) < 10_000 ? 2 : 0);
    return Number.isInteger(value) ? wordNumber(locale, value) : wordRatio(locale, value);
  };
}
