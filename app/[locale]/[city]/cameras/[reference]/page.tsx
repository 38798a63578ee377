import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { askedKey } from "#app/_cost/asked-key.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { CameraSheet } from "#components/camera/camera-sheet.tsx";
import type { AllocationKey } from "#domain/cost/allocation-key.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getAnnotationsOn } from "#use-cases/annotation/get-annotations-page.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; reference: string }>;
  searchParams: SearchParams;
};

const load = cache(
  (city: string, reference: string, release: number | undefined, key: AllocationKey) =>
    getCameraPage(city, decodeURIComponent(reference), new Date(), release, key),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city, reference } = await params;
  const page = await load(
    city,
    reference,
    await askedRelease(searchParams),
    await askedKey(searchParams),
  );
  if (!page || "movedTo" in page) return {};
  const t = await getTranslations({ locale, namespace: "camera" });
  const words = { reference: page.camera.reference, city: page.city.name };
  return pageMetadata({
    locale,
    title: [page.camera.label ?? t("title", words), page.city.name].join(" · "),
    description: t("description", words),
  });
}

export default async function CameraPage({ params, searchParams }: Props) {
  const { locale: language, city, reference } = await params;
  const locale = pageLocale(language);
  const page = await load(
    city,
    reference,
    await askedRelease(searchParams),
    await askedKey(searchParams),
  );
  if (!page) notFound();
  const cameras = `/${city}/cameras`;
  if ("movedTo" in page) {
    permanentRedirect(addressOf(locale, `${cameras}/${encodeURIComponent(page.movedTo)}`));
  }
  const target = { kind: "camera", reference: page.camera.reference } as const;
  const ownPath = `${cameras}/${encodeURIComponent(page.camera.reference)}`;
  return (
    <SiteFrame path={ownPath} city={page.city}>
      <CameraSheet
        page={page}
        annotations={await getAnnotationsOn(city, target, new Date())}
        addresses={{
          district: (code) => addressOf(locale, `/${city}/districts/${encodeURIComponent(code)}`),
          own: addressOf(locale, ownPath),
          costs: addressOf(locale, `/${city}/costs`),
          release: page.city.isNamed ? String(page.city.release) : "",
          map: addressOf(
            locale,
            `/${city}/map?camera=${encodeURIComponent(page.camera.reference)}`,
          ),
        }}
      />
    </SiteFrame>
  );
}
