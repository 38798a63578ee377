import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./effect.module.css";
import type { EffectsPageProps, ShownStudy } from "./effect-props.ts";
import { namesOf } from "./study-verdict.tsx";
import { wordShareChange } from "./word-effect.ts";

type Props = { shown: ShownStudy; page: EffectsPageProps["page"] };
type Row = {
  key: string;
  area: string;
  rate: number;
  trend: number;
  cameras: number | undefined;
  reading: string;
};

/** Each declared control against the equipped districts before the start, and what the outlines say of rings and controls. */
export function ControlsPart({ shown, page }: Props) {
  const t = useTranslations("effects.comparable");
  const rows = useRows({ shown, page });
  const columns = useColumns();
  const [first] = shown.comparability.controls;
  return (
    <>
      {first && (
        <DataTable
          caption={t("caption", { years: `${first.years.from}–${first.years.to}` })}
          columns={columns}
          rows={rows}
          keyOf={({ key }) => key}
        />
      )}
      {useRemarks({ shown, page }).map((said) => (
        <p key={said} className={styles.prose}>
          {said}
        </p>
      ))}
    </>
  );
}

function useRows({ shown, page }: Props): Row[] {
  const t = useTranslations("effects.comparable");
  const locale = useLocale();
  const { controls } = shown.comparability;
  const [first] = controls;
  if (!first) return [];
  return [
    {
      key: "",
      area: t("treated"),
      rate: first.rates.place,
      trend: first.trends.place,
      cameras: first.camerasPerThousand.place,
      reading: t("reference"),
    },
    ...controls.map(({ code, rates, trends, camerasPerThousand, differs }) => ({
      key: code,
      area: namesOf([code], page, locale),
      rate: rates.area,
      trend: trends.area,
      cameras: camerasPerThousand.area,
      reading:
        differs.length === 0 ? t("alike") : differs.map((what) => t(`differs.${what}`)).join(" ; "),
    })),
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("effects.comparable");
  const locale = useLocale();
  return [
    { key: "area", label: t("area"), isHeading: true, cell: ({ area }) => area },
    {
      key: "rate",
      label: t("rate"),
      isNumber: true,
      cell: ({ rate }) => wordNumber(locale, rate, 1),
    },
    {
      key: "trend",
      label: t("trend"),
      isNumber: true,
      cell: ({ trend }) => wordShareChange(locale, trend),
    },
    {
      key: "cameras",
      label: t("cameras"),
      isNumber: true,
      cell: ({ cameras }) =>
        cameras === undefined ? (
          <span className={text.silence}>–</span>
        ) : (
          wordNumber(locale, cameras, 1)
        ),
    },
    { key: "reading", label: t("reading"), cell: ({ reading }) => reading },
  ];
}

function useRemarks({ shown, page }: Props): string[] {
  const t = useTranslations("effects.comparable");
  const locale = useLocale();
  const { comparability, geometry, study } = shown;
  const { suggested } = comparability;
  const names = (codes: readonly string[]) => ({ names: namesOf(codes, page, locale) });
  const told = [
    ["unknown", comparability.unknown],
    ["near", geometry.near],
    ["apart", geometry.apart],
    ["outlines", geometry.unknown],
  ] as const;
  return [
    ...told.flatMap(([key, codes]) => (codes.length > 0 ? [t(key, names(codes))] : [])),
    ...(suggested
      ? [
          t("suggested", {
            name: namesOf([suggested.code], page, locale),
            declared: study.control.includes(suggested.code) ? "yes" : "no",
          }),
        ]
      : []),
  ];
}
