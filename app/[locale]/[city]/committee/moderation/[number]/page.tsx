import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { DecisionSheet } from "#components/moderation/decision-sheet.tsx";
import { getModerationDesk } from "#use-cases/moderation/get-moderation-desk.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; number: string }>;
  searchParams: SearchParams;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  const t = await getTranslations({ locale, namespace: "annotations.moderation" });
  return privateMetadata(t("desk.one", { number }), t("page.standfirst"));
}

export default async function DecisionPage({ params, searchParams }: Props) {
  const { locale: language, city, number } = await params;
  const locale = pageLocale(language);
  const { notice, problem } = await askedWords(searchParams);
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  const path = `/${city}/committee/moderation/${number}`;
  const page = await asCurrentActor(locale, path, (actor) =>
    getModerationDesk(actor, city, Number(number), new Date()),
  );
  if (!page) notFound();
  return (
    <SiteFrame path={path} city={page.city}>
      <DecisionSheet page={page} newKey={randomUUID} notice={notice} problem={problem} />
    </SiteFrame>
  );
}
