import { useTranslations } from "next-intl";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import type { Opinion } from "#domain/evaluation/evaluation-content.ts";

const marks: Readonly<Record<Opinion, MarkState>> = {
  favourable: "good",
  "favourable-with-reservations": "warning",
  unfavourable: "bad",
  "unable-to-conclude": "unknown",
};

/** The committee's opinion, with a shape beside its words. */
export function OpinionText({ opinion }: { opinion: Opinion | undefined }) {
  const t = useTranslations("evaluations.opinion");
  if (opinion === undefined) return null;
  return (
    <strong>
      <StatusMark state={marks[opinion]} /> {t(opinion)}
    </strong>
  );
}
