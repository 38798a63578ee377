import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import type { SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { QueueSheet } from "#components/moderation/queue-sheet.tsx";
import { annotationKinds } from "#domain/annotation/annotation-content.ts";
import { moderationStates } from "#domain/annotation/moderation.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import {
  getModerationQueue,
  MODERATED_PER_PAGE,
} from "#use-cases/moderation/get-moderation-desk.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "annotations.moderation" });
  return privateMetadata(t("title"), t("page.standfirst"));
}

/** What is not understood is not asked. */
async function askedOf(searchParams: SearchParams) {
  const given = await searchParams;
  const page = String(given.page ?? "");
  return {
    state: moderationStates.find((state) => state === given.state),
    kind: annotationKinds.find((kind) => kind === given.type),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { locale: language, city } = await params;
  const locale = pageLocale(language);
  const asked = await askedOf(searchParams);
  const path = `/${city}/committee/moderation`;
  const page = await asCurrentActor(locale, path, (actor) =>
    getModerationQueue(actor, city, asked, new Date()),
  );
  if (!page) notFound();
  const { state, kind } = asked;
  const addressOn = (number: number) => {
    const query = new URLSearchParams({
      ...(state && { state }),
      ...(kind && { type: kind }),
      page: String(number),
    });
    return `${addressOf(locale, path)}?${query}`;
  };
  const hasMore = page.total > asked.page * MODERATED_PER_PAGE;
  return (
    <SiteFrame path={path} city={page.city}>
      <QueueSheet
        page={page}
        state={state}
        kind={kind}
        newer={asked.page > 1 ? addressOn(asked.page - 1) : undefined}
        older={hasMore ? addressOn(asked.page + 1) : undefined}
      />
    </SiteFrame>
  );
}
