import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { SignInSheet } from "#components/account/sign-in-sheet.tsx";
import { signInLinkLasts } from "#domain/actor/account-limits.ts";
import { readEnvironment } from "#environment";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return privateMetadata(t("signIn.title"), t("metaDescription"));
}

export default async function SignInPage({ params, searchParams }: Props) {
  pageLocale((await params).locale);
  const { sent, notice, problem, next } = await askedWords(searchParams);
  const { identityProvider, smtpUrl } = readEnvironment();
  return (
    <SiteFrame path="/account/sign-in">
      <SignInSheet
        isSent={sent}
        notice={notice}
        problem={problem}
        next={next}
        minutes={signInLinkLasts / 60_000}
        provider={identityProvider?.name}
        writesToFolder={smtpUrl === undefined}
      />
    </SiteFrame>
  );
}
