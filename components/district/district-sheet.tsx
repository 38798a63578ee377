import { useTranslations } from "next-intl";
import { SourceList } from "#components/source/footnotes.tsx";
import { areaPath, boxOf, fitBox } from "#formats/svg/area-path.ts";
import { CountBars } from "./count-bars.tsx";
import { DistrictFigures } from "./district-figures.tsx";
import styles from "./district-sheet.module.css";
import type { DistrictSheetProps } from "./district-sheet-props.ts";
import { ReviewTable } from "./review-table.tsx";

/** One district: how watched, at what cost, and what its footage was asked for. Never a rank. */
export function DistrictSheet({ page, addresses }: DistrictSheetProps) {
  const t = useTranslations("district");
  const { district } = page;
  const sources = [...page.sources.values()];
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <div>
          <p className={styles.kicker}>
            {page.city.name} · {t(`kicker.${district.kind}`)}
          </p>
          <h1>{district.name}</h1>
          <p className={styles.finding}>
            {page.camerasPlaced ? t("finding", { cameras: page.inService }) : t("unplaced")}
          </p>
        </div>
        <Outline page={page} />
      </header>
      <DistrictFigures page={page} />
      <p className={styles.actions}>
        {page.camerasPlaced && <a href={addresses.list}>{t("list")}</a>}
        {district.geometry !== null && <a href={addresses.map}>{t("map")}</a>}
      </p>
      {page.camerasPlaced && <Counts page={page} />}
      <section aria-labelledby="requests">
        <h2 id="requests">{t("requests")}</h2>
        <ReviewTable page={page} order={sources.map((source) => source.id)} />
      </section>
      <section aria-labelledby="others">
        <h2 id="others">{t("others")}</h2>
        <ul className={styles.others}>
          {page.districts
            .filter((other) => other.code !== district.code)
            .map((other) => (
              <li key={other.code}>
                <a href={addresses.district(other.code)}>{other.name}</a>
              </li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">{t("sources")}</h2>
        <SourceList sources={sources} />
      </section>
    </article>
  );
}

/** Cameras by state and by year of installation. */
function Counts({ page }: Pick<DistrictSheetProps, "page">) {
  const t = useTranslations("district");
  const statusWords = useTranslations("camera.status");
  return (
    <div className={styles.columns}>
      <section aria-labelledby="statuses">
        <h2 id="statuses">{t("statuses")}</h2>
        <CountBars
          caption={t("statuses")}
          label={t("status")}
          unit={t("cameras")}
          empty={t("none")}
          rows={page.camerasByStatus.map(({ status, cameras }) => ({
            name: statusWords(status),
            count: cameras,
          }))}
        />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">{t("years")}</h2>
        <CountBars
          caption={t("yearsCaption")}
          label={t("year")}
          unit={t("cameras")}
          empty={t("none")}
          rows={page.camerasByYear.map(({ year, cameras }) => ({
            name: String(year),
            count: cameras,
          }))}
        />
        <p className={styles.note}>{t("withoutYear", { cameras: page.withoutYear })}</p>
      </section>
    </div>
  );
}

function Outline({ page }: Pick<DistrictSheetProps, "page">) {
  const t = useTranslations("district");
  const box = boxOf(page.districts.map((district) => district.geometry));
  if (!box || page.district.geometry === null)
    return <p className={styles.note}>{t("noOutline")}</p>;
  const project = fitBox(box, 240, 200);
  const alt = t("outlineAlt", { district: page.district.name, city: page.city.name });
  return (
    <svg viewBox="0 0 240 200" role="img" aria-label={alt} className={styles.outline}>
      {page.districts.map((district) => (
        <path
          key={district.code}
          d={areaPath(district.geometry, project)}
          className={district.code === page.district.code ? styles.here : styles.area}
        />
      ))}
    </svg>
  );
}
