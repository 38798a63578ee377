import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { ChooseTargetSheet } from "#components/annotation-desk/choose-target-sheet.tsx";
import { NewAnnotationSheet } from "#components/annotation-desk/new-annotation-sheet.tsx";
import { annotatedKinds } from "#domain/annotation/annotation-content.ts";
import { annotatePath } from "#formats/addresses/annotated-path.ts";
import {
  getAnnotationChoices,
  getNewAnnotationPage,
} from "#use-cases/annotation/get-annotation-desk.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "annotations" });
  return privateMetadata(t("desk.new"), t("desk.forEver"));
}

async function askedTarget(searchParams: SearchParams) {
  const asked = await searchParams;
  const word = (name: string, longest: number) => {
    const given = asked[name];
    return typeof given === "string" ? given.slice(0, longest) : "";
  };
  return {
    kind: annotatedKinds.find((kind) => kind === word("on", 40)),
    reference: word("reference", 200),
    quoted: {
      quote: word("quote", 2_000),
      prefix: word("prefix", 200),
      suffix: word("suffix", 200),
    },
  };
}

export default async function NewAnnotationPage({ params, searchParams }: Props) {
  const { locale: language, city } = await params;
  const locale = pageLocale(language);
  const { kind, reference, quoted } = await askedTarget(searchParams);
  const { problem } = await askedWords(searchParams);
  const room = `/${city}/committee/annotations/new`;
  if (!kind || reference === "") {
    const found = await asCurrentActor(locale, room, (actor) => getAnnotationChoices(actor, city));
    if (!found) notFound();
    return (
      <SiteFrame path={room} city={found.city}>
        <ChooseTargetSheet city={found.city} choices={found.choices} only={kind} />
      </SiteFrame>
    );
  }
  const target = { kind, reference };
  const page = await asCurrentActor(locale, annotatePath(city, target), (actor) =>
    getNewAnnotationPage(actor, city, target, new Date()),
  );
  if (!page) notFound();
  return (
    <SiteFrame path={room} city={page.city}>
      <NewAnnotationSheet page={page} quoted={quoted} requestKey={randomUUID()} problem={problem} />
    </SiteFrame>
  );
}
