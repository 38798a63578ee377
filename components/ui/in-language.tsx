import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { setSpaces } from "#formats/wording/set-spaces.ts";

type Props = { language: string | undefined; children: ReactNode };

/** Words of another language than the page's are marked as such: a screen reader then reads them with their own sounds. */
export function InLanguage({ language, children }: Props) {
  const locale = useLocale();
  const words =
    language !== undefined && typeof children === "string"
      ? setSpaces(language, children)
      : children;
  return language === undefined || language === locale ? (
    words
  ) : (
    <span lang={language}>{words}</span>
  );
}
