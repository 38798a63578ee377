import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { GoneInvitationSheet, InvitationSheet } from "#components/account/invitation-sheet.tsx";
import { getInvitation } from "#use-cases/administration/get-invitation.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return privateMetadata(t("home.kicker"), t("metaDescription"));
}

export default async function InvitationPage({ params, searchParams }: Props) {
  pageLocale((await params).locale);
  const { token, problem, field } = await askedWords(searchParams);
  const invitation = await getInvitation(token, new Date());
  return (
    <SiteFrame path={`/account/invitation?${new URLSearchParams({ token })}`}>
      {invitation ? (
        <InvitationSheet token={token} invitation={invitation} problem={problem} field={field} />
      ) : (
        <GoneInvitationSheet />
      )}
    </SiteFrame>
  );
}
