import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { DataOverview } from "#components/data/data-overview.tsx";
import { datasets } from "#domain/dataset/declared/registry.ts";
import { listOpenCities } from "#use-cases/open-data/list-open-cities.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "openData" });
  return pageMetadata({ locale, title: t("title"), description: t("metaDescription") });
}

export default async function DataPage({ params }: Props) {
  pageLocale((await params).locale);
  return (
    <SiteFrame path="/data" section="data">
      <DataOverview cities={await listOpenCities()} datasets={datasets} />
    </SiteFrame>
  );
}
