import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { MapPage } from "#components/map/map-page.tsx";
import { formatCameraFilter, noFilter, parseCameraFilter } from "#domain/dataset/camera-filter.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { findCameras } from "#use-cases/camera/find-cameras.ts";
import { getMapGround } from "#use-cases/city/get-map-ground.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const rowsPerPage = 50;
/** Above this a city is a country: its cameras come in shards, on demand. */
const shardedFrom = 50_000;
const facets = [
  "status",
  "authorisation",
  "type",
  "purpose",
  "district",
  "operator",
  "cost",
  "outcome",
  "costPerOutcome",
  "precision",
];

const today = () => new Date().toISOString().slice(0, 10);
const loadGround = cache((city: string) => getMapGround(city, today()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const ground = await loadGround(city);
  if (!ground) return {};
  const t = await getTranslations({ locale, namespace: "map" });
  const words = { city: ground.city.name };
  return pageMetadata({ locale, title: t("title", words), description: t("description", words) });
}

export default async function CameraMapPage({ params, searchParams }: Props) {
  const { locale: language, city } = await params;
  const locale = pageLocale(language);
  const query = toQuery(await searchParams);
  const filter = parseCameraFilter(query);
  const page = Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1);
  const ground = await loadGround(city);
  const day = today();
  const found =
    ground &&
    (await findCameras({
      city,
      filter,
      limit: rowsPerPage,
      offset: (page - 1) * rowsPerPage,
      today: day,
    }));
  // The choices are those of the whole city: a filter must not make its own alternatives disappear.
  const all =
    found && (await findCameras({ city, filter: noFilter, limit: 0, facets, today: day }));
  if (!ground || !found || !all) notFound();
  const path = `/${city}/map`;
  const { tileUrl, tileAttribution } = readEnvironment();
  return (
    <SiteFrame path={path} section="map" city={ground.city} shape="screen">
      <MapPage
        {...ground}
        box={found.box}
        filter={filter}
        found={{ ...found, facets: all.facets }}
        page={page}
        pages={Math.max(1, Math.ceil(found.matching / rowsPerPage))}
        tiles={tileUrl === undefined ? null : { attribution: tileAttribution ?? "" }}
        dataVersion={`${ground.city.release}-${today()}`}
        isSharded={ground.located > shardedFrom}
        addresses={{
          home: addressOf(locale, `/${city}`),
          sheets: addressOf(locale, `/${city}/cameras/`),
          page: (number) => {
            const address = formatCameraFilter(filter);
            if (number > 1) address.set("page", String(number));
            return addressOf(locale, `${path}?${address}#list`);
          },
        }}
      />
    </SiteFrame>
  );
}

function toQuery(parameters: Awaited<Props["searchParams"]>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  }
  return query;
}
