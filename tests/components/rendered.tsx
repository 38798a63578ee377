import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };

/** A component as a page shows it, in French unless said. */
export function rendered(node: ReactNode, locale: "fr" | "en" = "fr") {
  const messages = locale === "fr" ? french : english;
  return render(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Europe/Paris">
      {node}
    </NextIntlClientProvider>,
  );
}
