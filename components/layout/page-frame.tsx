import type { ReactNode } from "react";
import styles from "./layout.module.css";
import { ReleaseBanner } from "./release-banner.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { type HeaderCity, type Navigation, SiteHeader } from "./site-header.tsx";

type FramedCity = HeaderCity & {
  timezone: string;
  release: number;
  latestRelease: number;
  isNamed?: boolean;
  publishedAt: Date | null;
};

type Props = {
  path: string;
  section?: string | undefined;
  city?: FramedCity | undefined;
  navigation: Navigation;
  version: string;
  /** "screen": the content fills what the header leaves, without a footer (the map). */
  shape?: "page" | "screen" | undefined;
  children: ReactNode;
};

/** The page in the other language shows the same release. */
function readAt(path: string, city: FramedCity | undefined): string {
  return city?.isNamed ? `${path}?release=${city.release}` : path;
}

/** Banner, header, content, footer: the same around every page. */
export function PageFrame(props: Props) {
  const { city, shape = "page" } = props;
  return (
    <>
      <SiteHeader
        city={city}
        navigation={props.navigation}
        section={props.section}
        path={readAt(props.path, city)}
      />
      {city && <ReleaseBanner path={props.path} city={city} />}
      <main id="content" tabIndex={-1} className={shape === "screen" ? styles.screen : styles.main}>
        {props.children}
      </main>
      {shape === "page" && (
        <SiteFooter
          version={props.version}
          release={
            city && {
              number: city.release,
              publishedAt: city.publishedAt,
              timezone: city.timezone,
            }
          }
        />
      )}
    </>
  );
}
