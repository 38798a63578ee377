import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import {
  descriptionAddress,
  figurePath,
  filePath,
  siteOrigin,
} from "#app/_exhibit/exhibit-addresses.ts";
import { exhibitOfPath } from "#app/_exhibit/exhibit-of-path.ts";
import { cityFeed } from "#app/_feed/annotation-feed.ts";
import { type Alternate, HeadLinks } from "#components/layout/head-links.tsx";
import { PageFrame } from "#components/layout/page-frame.tsx";
import type { Navigation } from "#components/layout/site-header.tsx";
import { readEnvironment } from "#environment";
import product from "../../package.json" with { type: "json" };

/** Only what the frame shows; the city record of any use-case fits. */
export type FrameCity = {
  slug: string;
  name: string;
  timezone: string;
  fictional: boolean;
  release: number;
  latestRelease: number;
  isNamed?: boolean;
  publishedAt: Date | null;
};

export type Section =
  | "home"
  | "map"
  | "costs"
  | "districts"
  | "outcomes"
  | "effects"
  | "indicators"
  | "authorisations"
  | "published-figures"
  | "evaluations"
  | "releases"
  | "data"
  | "transparency-log"
  | "methodology"
  | "press"
  | "credits";

type Props = {
  /** Path of the page without language, as in "/ville-temoin/map". */
  path: string;
  section?: Section | undefined;
  city?: FrameCity | undefined;
  shape?: "page" | "screen" | undefined;
  /** What can be followed of this page, beside its city. */
  feeds?: readonly Alternate[] | undefined;
  children: ReactNode;
};

/** What surrounds a page: every page returns one. */
export async function SiteFrame({ path, section, city, shape, feeds = [], children }: Props) {
  const locale = await getLocale();
  const origin = readEnvironment().publicOrigin;
  return (
    <>
      <HeadLinks
        locale={locale}
        path={path}
        origin={origin}
        shared={sharedOf(locale, path, city)}
        alternates={[...feeds, ...(city ? [await cityFeed(locale, city)] : [])]}
      />
      <PageFrame
        path={path}
        section={section}
        city={city}
        shape={shape}
        navigation={navigationFor(city)}
        version={product.version}
      >
        {children}
      </PageFrame>
    </>
  );
}

/** What stands for the page where its address is shared: the picture of a figure, and how to embed it. */
function sharedOf(locale: string, path: string, city: FrameCity | undefined) {
  const found = exhibitOfPath(path);
  if (!found || !city) return undefined;
  const release = city.isNamed ? city.release : undefined;
  const address = { city: found.city, name: found.name, release };
  return {
    picture: `${siteOrigin()}${filePath(locale, address, "card.png")}`,
    descriptions: (["json", "xml"] as const).map((format) => ({
      format,
      address: descriptionAddress(figurePath(locale, address), format),
    })),
  };
}

/** Every page that exists, in the order in which a reader asks. */
function navigationFor(city: FrameCity | undefined): Navigation {
  const ofCity = (section: Section, path: string) => ({ section, to: `/${city?.slug}${path}` });
  return {
    city: city
      ? [
          ofCity("home", ""),
          ofCity("map", "/map"),
          ofCity("districts", "/districts"),
          ofCity("costs", "/costs"),
          ofCity("outcomes", "/outcomes"),
          ofCity("indicators", "/indicators"),
          ofCity("effects", "/effects"),
          ofCity("authorisations", "/authorisations"),
          ofCity("published-figures", "/published-figures"),
          ofCity("evaluations", "/evaluations"),
          ofCity("releases", "/releases"),
          ofCity("data", "/data"),
        ]
      : [],
    site: [
      { section: "transparency-log", to: "/transparency-log" },
      ...(city ? [] : [{ section: "data" as const, to: "/data" }]),
      { section: "methodology", to: "/methodology" },
      { section: "press", to: city ? `/press?city=${city.slug}` : "/press" },
      { section: "credits", to: city ? `/${city.slug}/credits` : "/credits" },
    ],
  };
}
