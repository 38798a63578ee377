import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import packages from "#app/_credits/packages.json" with { type: "json" };
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { Credits } from "#components/credits/credits.tsx";
import { listCredits } from "#use-cases/city/list-credits.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "credits" });
  return pageMetadata({ locale, title: t("title"), description: t("standfirst") });
}

export default async function CreditsPage({ params }: Props) {
  pageLocale((await params).locale);
  return (
    <SiteFrame path="/credits" section="credits">
      <Credits cities={await listCredits()} packages={packages} />
    </SiteFrame>
  );
}
