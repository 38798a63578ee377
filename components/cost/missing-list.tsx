import { useLocale, useTranslations } from "next-intl";
import text from "#components/ui/text.module.css";
import { costFamilies } from "#domain/cost/cost-line.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./costs.module.css";
import type { ShownCosts } from "./costs-page-props.ts";

/** Families that are no expense of their own, or only sometimes there. */
const notExpected: readonly string[] = ["grant", "other", "renewal", "removal", "services"];

/** What the year's cost lacks and what it assumes: each silence by its name, never as a zero. */
export function MissingList({ page }: { page: ShownCosts }) {
  const t = useTranslations("costs.missing");
  const spend = useTranslations("home.spend");
  const locale = useLocale();
  const { shown } = page;
  if (!shown) return null;
  const { cost, cameraYears } = shown.year;
  const family = (name: string) => spend(`family.${name}`);
  const absent = costFamilies.filter(
    (name) => !notExpected.includes(name) && !cost.families.some((found) => found.family === name),
  );
  const first = page.years[0]?.cost.year;
  const items = [
    ...cost.silences.map(({ family: name, kind, why, lines }) => ({
      key: `${name} ${kind} ${why}`,
      isSignal: true,
      words: t(`silence.${why}`, { family: family(name), kind: t(`kind.${kind}`), lines }),
    })),
    ...(absent.length > 0
      ? [
          {
            key: "absent",
            isSignal: true,
            words: t("absent", { families: absent.map(family).join(", ") }),
          },
        ]
      : []),
    ...cost.assumedLives.map(({ family: name, years, lines }) => ({
      key: `life ${name}`,
      isSignal: false,
      words: t("assumedLife", { family: family(name), years, lines }),
    })),
    ...(cost.undatedInvestments > 0
      ? [
          {
            key: "undated",
            isSignal: false,
            words: t("undated", { lines: cost.undatedInvestments }),
          },
        ]
      : []),
    ...(cameraYears.undated > 0
      ? [
          {
            key: "cameras",
            isSignal: false,
            words: t("undatedCameras", {
              cameras: cameraYears.undated,
              number: wordNumber(locale, cameraYears.undated),
            }),
          },
        ]
      : []),
    ...(page.otherCurrencyLines > 0
      ? [
          {
            key: "currency",
            isSignal: true,
            words: t("currency", { lines: page.otherCurrencyLines }),
          },
        ]
      : []),
    { key: "before", isSignal: false, words: t("before", { year: String(first) }) },
  ];
  return (
    <ul className={styles.missing}>
      {items.map(({ key, words, isSignal }) => (
        <li key={key} className={isSignal ? text.signal : undefined}>
          {words}
        </li>
      ))}
    </ul>
  );
}
