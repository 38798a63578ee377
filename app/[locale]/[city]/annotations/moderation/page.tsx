import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import type { SearchParams } from "#app/_release/asked-release.ts";
import { ModerationSheet } from "#components/moderation/moderation-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { moderationPath } from "#formats/addresses/annotated-path.ts";
import { getModerationPage } from "#use-cases/moderation/get-moderation-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

async function pageAsked(searchParams: SearchParams): Promise<number> {
  const { page } = await searchParams;
  return typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

const load = cache((city: string, page: number) => getModerationPage(city, page));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city, await pageAsked(searchParams));
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "annotations.moderation" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function ModerationPage({ params, searchParams }: Props) {
  const { locale, city } = await params;
  const number = await pageAsked(searchParams);
  const page = await load(city, number);
  if (!page || (number > 1 && page.acts.length === 0)) notFound();
  const path = moderationPath(city);
  const address = addressOf(locale, path);
  const newer = number === 2 ? address : `${address}?page=${number - 1}`;
  return (
    <SiteFrame path={path} section="evaluations" city={page.city}>
      <ModerationSheet
        page={page}
        newer={number > 1 ? newer : undefined}
        older={page.hasMore ? `${address}?page=${number + 1}` : undefined}
      />
    </SiteFrame>
  );
}
