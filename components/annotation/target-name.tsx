import { useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { Link } from "#components/ui/link.tsx";
import { annotatedPath } from "#formats/addresses/annotated-path.ts";
import { type NamedTarget, wordTarget } from "./word-target.ts";

export function useTargetWords(): (target: NamedTarget) => string {
  const t = useTranslations("annotations.target");
  const indicators = useTranslations("indicators.items");
  return wordTarget({ t, indicators, measures: useKnownWords("measures") });
}

export function TargetLink({ citySlug, target }: { citySlug: string; target: NamedTarget }) {
  const words = useTargetWords();
  return <Link to={annotatedPath(citySlug, target)}>{words(target)}</Link>;
}
