import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import {
  requireSession,
  secondFactorAddress,
  signInAddress,
} from "#app/_session/current-session.ts";
import { AccountSheet } from "#components/account/account-sheet.tsx";
import { getAccountPage } from "#use-cases/account/get-account-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return privateMetadata(t("home.kicker"), t("metaDescription"));
}

export default async function AccountPage({ params, searchParams }: Props) {
  const locale = pageLocale((await params).locale);
  const { notice } = await askedWords(searchParams);
  const { actor, token } = await requireSession(locale, "/account");
  if (!actor.hasSecondFactor) redirect(secondFactorAddress(locale, "/account"));
  const page = await getAccountPage(token, new Date());
  if (!page) redirect(signInAddress(locale, "/account"));
  return (
    <SiteFrame path="/account">
      <AccountSheet page={page} notice={notice} />
    </SiteFrame>
  );
}
