import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { isLocale } from "#app/_i18n/locales.ts";
import { fontVariables } from "#app/fonts.ts";
import { DatabaseNotice } from "#components/layout/database-notice.tsx";
import { ErrorWords } from "#components/layout/error-words.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#12151a" },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "site" });
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }], apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false, email: false, address: false },
    referrer: "no-referrer",
  };
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "error" });
  const sentences = {
    title: t("title"),
    text: t("text"),
    retry: t("retry"),
    home: t("home"),
    homeAddress: addressOf(locale, "/"),
  };
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <SkipLink />
        <DatabaseNotice />
        <ErrorWords sentences={sentences}>{children}</ErrorWords>
      </body>
    </html>
  );
}
