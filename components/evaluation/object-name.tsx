import { useTranslations } from "next-intl";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";

/** What an evaluation is about, in words: "the system as a whole", "camera VT-0003". */
export function ObjectName({ object }: { object: EvaluationContent["object"] }) {
  const t = useTranslations("evaluations.object");
  return t(object.kind, { reference: object.reference ?? "" });
}
