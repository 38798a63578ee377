import { notFound } from "next/navigation";
import { pageLocale } from "#app/_i18n/page-locale.ts";

export const dynamic = "force-dynamic";

/** Any address that no page answers: our own page says so, in the language of the address. */
export default async function UnknownPage({ params }: { params: Promise<{ locale: string }> }) {
  pageLocale((await params).locale);
  notFound();
}
