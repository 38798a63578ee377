import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { isLocale, type Locale } from "./locales.ts";

/** Checks the language of an address and makes it the request's, so that components can word themselves. */
export function pageLocale(text: string): Locale {
  if (!isLocale(text)) notFound();
  setRequestLocale(text);
  return text;
}
