import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { secrets } from "#app/_session/setting.ts";
import { ConfirmSheet } from "#components/account/confirm-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { describeSignInLink } from "#use-cases/account/describe-sign-in-link.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return privateMetadata(t("signIn.title"), t("metaDescription"));
}

export default async function ConfirmPage({ params, searchParams }: Props) {
  const locale = pageLocale((await params).locale);
  const { token, next } = await askedWords(searchParams);
  const { signInSecret } = await secrets();
  const link = await describeSignInLink(token, signInSecret, new Date());
  if (!link) redirect(`${addressOf(locale, "/account/sign-in")}?problem=refused`);
  return (
    <SiteFrame path={`/account/sign-in/confirm?${new URLSearchParams({ token, next })}`}>
      <ConfirmSheet name={link.name} token={token} next={next} />
    </SiteFrame>
  );
}
