import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { VoteCardSheet } from "#components/vote-card/vote-card-sheet.tsx";
import { proposalFields } from "#domain/indicator/vote-proposal.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getVoteCard } from "#use-cases/indicator/get-vote-card.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache(async (slug: string, searchParams: SearchParams) =>
  getVoteCard(slug, await searchParams, new Date(), await askedRelease(searchParams)),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city, searchParams);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "voteCard" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function BeforeYouVotePage({ params, searchParams }: Props) {
  const { locale: language, city } = await params;
  const locale = pageLocale(language);
  const page = await load(city, searchParams);
  if (!page) notFound();
  const entered = await enteredIn(searchParams);
  const path = `/${city}/before-you-vote`;
  const { release, isNamed } = page.city;
  const asOf = isNamed ? `?release=${release}` : "";
  const query = new URLSearchParams(Object.entries(entered).filter(([, value]) => value !== ""));
  if (asOf !== "") query.set("release", String(release));
  const card = addressOf(locale, path);
  return (
    <SiteFrame path={path} section="indicators" city={page.city}>
      <VoteCardSheet
        page={page}
        entered={entered}
        addresses={{
          card,
          workbook: `${addressOf(locale, `/${city}/before-you-vote.xlsx`)}?${query}`,
          whole: `${readEnvironment().publicOrigin ?? ""}${card}?${query}`,
          indicator: (id) => addressOf(locale, `/${city}/indicators/${id}${asOf}`),
          camera: (reference) =>
            addressOf(locale, `/${city}/cameras/${encodeURIComponent(reference)}${asOf}`),
          costs: addressOf(locale, `/${city}/costs${asOf}`),
        }}
      />
    </SiteFrame>
  );
}

/** What was typed in the fields of the card, once each; nothing else of the address is shown again. */
async function enteredIn(searchParams: SearchParams): Promise<Record<string, string>> {
  const given = await searchParams;
  return Object.fromEntries(
    proposalFields.map((field) => {
      const value = given[field];
      return [field, typeof value === "string" ? value.slice(0, 400) : ""];
    }),
  );
}
