import { useLocale, useTranslations } from "next-intl";
import { ToVoteCard } from "#components/figure/to-vote-card.tsx";
import { Article } from "#components/layout/article.tsx";
import { CameraExplorer } from "./camera-explorer.tsx";
import { CameraTable } from "./camera-table.tsx";
import { GroundSvg } from "./ground-svg.tsx";
import styles from "./map-page.module.css";
import type { MapPageProps } from "./map-page-props.ts";
import { useFacetChoices, useMapLabels, useShadings } from "./map-wording.ts";
import { type NamedOutline, type Outline, projectGround } from "./project-ground.ts";

/** The map and its list twin. Where nothing can be mapped, why. */
export function MapPage(props: MapPageProps) {
  const t = useTranslations("map");
  const locale = useLocale();
  const labels = useMapLabels();
  const facets = useFacetChoices(props.found.facets, props.districts, props.city.currency);
  const shadings = useShadings(props.districts);
  const ground = projectGround(outlinesOf(props));
  const words = { city: props.city.name };
  if (props.cameras === 0 && !ground) return <Nothing {...props} />;
  return (
    <>
      <h1 className={styles.unseen}>{t("title", words)}</h1>
      <CameraExplorer
        locale={locale}
        data={{
          base: `/map-data/${props.city.slug}/${props.dataVersion}`,
          isSharded: props.isSharded,
        }}
        api={`/api/v1/cities/${props.city.slug}/cameras`}
        sheets={props.addresses.sheets}
        ground={ground}
        placeholder={ground && <GroundSvg ground={ground} title={t("ground", words)} />}
        bounds={props.box ?? [-5, 41, 10, 51]}
        facets={facets}
        shadings={shadings}
        tiles={props.tiles}
        filter={props.filter}
        labels={labels}
        wholeList={t("whole", { unlocated: props.cameras - props.located })}
      >
        <div id="list" className={styles.list}>
          <p>
            {t("summary", { cameras: props.cameras, unlocated: props.cameras - props.located })}
            {props.cameras === 0 && ` ${t("noList")}`}
          </p>
          <CameraTable {...props} />
          <ToVoteCard slug={props.city.slug} />
        </div>
      </CameraExplorer>
    </>
  );
}

function Nothing({ city, addresses }: MapPageProps) {
  const t = useTranslations("map");
  return (
    <Article title={t("title", { city: city.name })} standfirst={<p>{t("noList")}</p>}>
      <p>
        <a href={addresses.home}>{t("home", { city: city.name })}</a>
      </p>
    </Article>
  );
}

function outlinesOf({ boundary, districts, city }: MapPageProps): NamedOutline[] {
  const outline = (
    kind: NamedOutline["kind"],
    code: string,
    name: string,
    geometry: unknown,
  ): NamedOutline[] => (geometry ? [{ kind, code, name, geometry: geometry as Outline }] : []);
  return [
    ...outline("boundary", "", city.name, boundary),
    ...districts.flatMap(({ code, name, geometry }) => outline("district", code, name, geometry)),
  ];
}
