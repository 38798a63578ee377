import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { requireSession } from "#app/_session/current-session.ts";
import { secrets } from "#app/_session/setting.ts";
import { SecondFactorSheet } from "#components/account/second-factor-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getSecondFactorPage } from "#use-cases/account/get-second-factor-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return privateMetadata(t("home.secondFactor"), t("metaDescription"));
}

export default async function SecondFactorPage({ params, searchParams }: Props) {
  const locale = pageLocale((await params).locale);
  const { problem, next, again } = await askedWords(searchParams);
  const { token } = await requireSession(locale, "/account/second-factor");
  const { key } = await secrets();
  const page = await getSecondFactorPage(token, key, new Date());
  const isDone = page?.kind === "given" && page.codes.length === 0;
  if (!page || (isDone && !again)) redirect(next || addressOf(locale, "/account"));
  const shown = isDone ? ({ kind: "ask", codesLeft: page.codesLeft } as const) : page;
  return (
    <SiteFrame path="/account/second-factor">
      <SecondFactorSheet page={shown} problem={problem} next={next} again={isDone} />
    </SiteFrame>
  );
}
