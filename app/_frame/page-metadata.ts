import type { Metadata } from "next";

/** Title, description and what a shared link shows. Canonical and language links are written by the frame. */
export function pageMetadata(page: {
  locale: string;
  title: string;
  description: string;
}): Metadata {
  const { locale, title, description } = page;
  return {
    title,
    description,
    openGraph: {
      title,
      description,
      siteName: "Contrechamp",
      type: "website",
      locale: locale === "fr" ? "fr_FR" : "en_GB",
    },
    twitter: { card: "summary_large_image", title, description },
  };
}
