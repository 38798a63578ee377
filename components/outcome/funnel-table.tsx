import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { InLanguage } from "#components/ui/in-language.tsx";
import text from "#components/ui/text.module.css";
import type { Funnel, FunnelStep } from "#domain/indicator/outcome-funnel.ts";
import type { MeasureKind } from "#domain/measure/measure.ts";
import { languageOfCountry } from "#domain/territory/language-of-country.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import { StepBar } from "./step-bar.tsx";

type Props = {
  funnel: Funnel;
  order: readonly number[];
  /** In whose language the definitions are. */
  country: string;
};

/** One funnel as a table: what each stage counts, how many, what is left of the first, what was lost and why. */
export function FunnelTable({ funnel, order, country }: Props) {
  const t = useTranslations("outcomes.table");
  const scopes = useKnownWords("scopes");
  const columns = useColumns({ funnel, order, country });
  return (
    <DataTable
      caption={t("caption", { year: String(funnel.year), scope: scopes(funnel.scope) })}
      columns={columns}
      rows={funnel.steps}
      keyOf={(step) => step.count.definition}
    />
  );
}

function useColumns({ funnel, order, country }: Props): Column<FunnelStep>[] {
  const t = useTranslations("outcomes.table");
  const stages = useTranslations("outcomes.stages");
  const locale = useLocale();
  const most = Math.max(1, ...funnel.steps.map(({ count }) => count.value ?? 0));
  return [
    {
      key: "stage",
      label: t("stage"),
      isHeading: true,
      cell: ({ count }) => (
        <>
          {stages.has(count.stage) ? stages(count.stage) : count.stage}
          <SourceMark ids={count.sourceIds} order={order} />
          <span className={text.caveat}>
            <InLanguage language={languageOfCountry(country)}>{count.wording}</InLanguage>
          </span>
        </>
      ),
    },
    {
      key: "value",
      label: t("value"),
      isNumber: true,
      cell: ({ count }) => <CountText count={count} />,
    },
    {
      key: "bar",
      label: <span className="visually-hidden">{t("bar")}</span>,
      cell: ({ count }) => <StepBar value={count.value} most={most} />,
    },
    {
      key: "share",
      label: t("share"),
      isNumber: true,
      cell: ({ ofFirst }) =>
        ofFirst && ofFirst.share < 1 ? (
          <>
            {wordShare(locale, ofFirst.share)}
            <span className={text.caveat}>
              {t("interval", {
                low: wordShare(locale, ofFirst.interval.low),
                high: wordShare(locale, ofFirst.interval.high),
              })}
            </span>
          </>
        ) : null,
    },
    { key: "lost", label: t("lost"), cell: (step) => <Lost step={step} /> },
  ];
}

function CountText({ count }: { count: FunnelStep["count"] }) {
  const t = useTranslations("outcomes.table");
  const locale = useLocale();
  if (count.value === undefined || count.value === 0)
    return <SilenceText kind={count.state as Exclude<MeasureKind, "known">} />;
  return (
    <>
      <strong>{wordNumber(locale, count.value)}</strong>
      {count.months !== undefined && count.months < 12 && (
        <span className={text.caveat}>{t("months", { months: count.months })}</span>
      )}
      {count.unknownCells > 0 && <span className={text.caveat}>{t("atLeast")}</span>}
    </>
  );
}

function Lost({ step }: { step: FunnelStep }) {
  const t = useTranslations("outcomes.table");
  const reasons = useTranslations("outcomes.lossReasons");
  const locale = useLocale();
  if (step.lost === undefined || step.lost === 0) return null;
  return (
    <>
      {t("lostCount", { count: step.lost, number: wordNumber(locale, step.lost) })}
      <span className={text.caveat}>
        {step.reasons.length === 0
          ? t("noReason")
          : step.reasons
              .map(({ reason, count }) => `${reasons(reason)} ${wordNumber(locale, count)}`)
              .join(", ")}
      </span>
    </>
  );
}
