import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { HeadLinks } from "#components/layout/head-links.tsx";
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
  publishedAt: Date | null;
};

export type Section =
  | "home"
  | "map"
  | "costs"
  | "outcomes"
  | "effects"
  | "indicators"
  | "authorisations"
  | "published-figures"
  | "releases"
  | "methodology"
  | "credits";

type Props = {
  /** Path of the page without language, as in "/ville-temoin/map". */
  path: string;
  section?: Section | undefined;
  city?: FrameCity | undefined;
  shape?: "page" | "screen" | undefined;
  children: ReactNode;
};

/** What surrounds a page: every page returns one. */
export async function SiteFrame({ path, section, city, shape, children }: Props) {
  const locale = await getLocale();
  const origin = readEnvironment().publicOrigin;
  return (
    <>
      <HeadLinks locale={locale} path={path} origin={origin} />
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

/** Every page that exists, in the order in which a reader asks. */
function navigationFor(city: FrameCity | undefined): Navigation {
  const ofCity = (section: Section, path: string) => ({ section, to: `/${city?.slug}${path}` });
  return {
    city: city
      ? [
          ofCity("home", ""),
          ofCity("map", "/map"),
          ofCity("costs", "/costs"),
          ofCity("outcomes", "/outcomes"),
          ofCity("indicators", "/indicators"),
          ofCity("effects", "/effects"),
          ofCity("authorisations", "/authorisations"),
          ofCity("published-figures", "/published-figures"),
          ofCity("releases", "/releases"),
        ]
      : [],
    site: [
      { section: "methodology", to: "/methodology" },
      { section: "credits", to: city ? `/${city.slug}/credits` : "/credits" },
    ],
  };
}
