import { getRequestConfig } from "next-intl/server";
import en from "#messages/en.json";
import fr from "#messages/fr.json";
import { defaultLocale, isLocale } from "./locales.ts";

const messages = { fr, en };

/** Sentences and conventions of the language that the address asks for. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asked && isLocale(asked) ? asked : defaultLocale;
  return { locale, messages: messages[locale], timeZone: "UTC" };
});
