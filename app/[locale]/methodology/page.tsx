import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import definitions from "#app/_methodology/definitions.json" with { type: "json" };
import { Methodology } from "#components/methodology/methodology.tsx";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "methodology" });
  return pageMetadata({ locale, title: t("title"), description: t("standfirst") });
}

export default async function MethodologyPage({ params }: Props) {
  pageLocale((await params).locale);
  return (
    <SiteFrame path="/methodology" section="methodology">
      <Methodology rooms={definitions} />
    </SiteFrame>
  );
}
