import text from "#components/ui/text.module.css";
import type { InputStanding } from "#domain/indicator/input-standing.ts";
import { type IndicatorWords, useIndicatorWords } from "./indicator-words.ts";

/** Years in which an input is silent, and why: "secret statistique, 2021–2024". */
export function wordSilences({ t }: IndicatorWords, { silences }: InputStanding): string {
  return silences
    .map(({ kind, from, to }) =>
      t("standing.since", {
        kind: t(`silence.${kind}`),
        from: from === to ? "same" : String(from),
        to: String(to),
      }),
    )
    .join(t("standing.then"));
}

/** Which inputs of an indicator are missing, and since when; that all are known, where all are. */
export function StandingText({ standings }: { standings: readonly InputStanding[] }) {
  const words = useIndicatorWords();
  const { t } = words;
  const said = standings.flatMap((standing) => {
    const input = t(`inputs.${standing.input}`);
    if (standing.state === "absent") return [t("standing.absent", { input })];
    if (standing.silences.length === 0) return [];
    return [t("standing.silent", { input, silences: wordSilences(words, standing) })];
  });
  if (said.length === 0) return <span className={text.note}>{t("index.allKnown")}</span>;
  return (
    <>
      {said.map((sentence) => (
        <span key={sentence} className={text.caveat}>
          {sentence}
        </span>
      ))}
    </>
  );
}
