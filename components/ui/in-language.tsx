import { useLocale } from "next-intl";
import type { ReactNode } from "react";

type Props = { language: string | undefined; children: ReactNode };

/** Words of another language than the page's are marked as such: a screen reader then reads them with their own sounds. */
export function InLanguage({ language, children }: Props) {
  const locale = useLocale();
  return language === undefined || language === locale ? (
    children
  ) : (
    <span lang={language}>{children}</span>
  );
}
