import { useLocale, useTranslations } from "next-intl";
import { AnnotationSection } from "#components/annotation/annotation-section.tsx";
import type { OfferedChart } from "#components/chart/offered-chart.ts";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { fullCostOf, PlaceFullCostParts } from "#components/cost/place-full-cost.tsx";
import { useOutcomeWords } from "#components/outcome/use-outcome-words.ts";
import { SourceList, SourceMark } from "#components/source/footnotes.tsx";
import { TakeAway } from "#components/workbook/take-away.tsx";
import { pathOf } from "#formats/addresses/address-of.ts";
import { areaPath, boxOf, fitBox } from "#formats/svg/area-path.ts";
import { cameraCharts } from "./camera-charts.ts";
import { DistrictBreakdown } from "./district-breakdown.tsx";
import { districtCharts } from "./district-charts.ts";
import { DistrictFigures } from "./district-figures.tsx";
import styles from "./district-sheet.module.css";
import type { DistrictSheetProps } from "./district-sheet-props.ts";
import { ReviewTable } from "./review-table.tsx";

/** One district: how watched, at what cost, and what its footage was asked for. Never a rank. */
export function DistrictSheet({ page, query, addresses, annotations }: DistrictSheetProps) {
  const t = useTranslations("district");
  const { district } = page;
  const sources = [...page.sources.values()];
  const full = fullCostOf(page.full);
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
      {full && (
        <section aria-labelledby="cost">
          <h2 id="cost">{t("cost")}</h2>
          <PlaceFullCostParts
            cost={full}
            of="district"
            addresses={addresses}
            order={sources.map(({ id }) => id)}
          />
        </section>
      )}
      {page.camerasPlaced && <Counts page={page} query={query} />}
      <Outcomes page={page} query={query} order={sources.map((source) => source.id)} />
      <TakeAway slug={page.city.slug} page="districts" which={district.code} query={query} />
      <AnnotationSection
        city={page.city}
        annotations={annotations}
        target={{ kind: "district", reference: district.code }}
      />
      <section aria-labelledby="others">
        <h2 id="others">{t("others")}</h2>
        <p>
          <a href={addresses.all}>{t("all")}</a>
        </p>
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

type OutcomesProps = Pick<DistrictSheetProps, "page" | "query"> & { order: readonly number[] };

/** What footage was asked for, and the offences recorded, as far as either may be read. */
function Outcomes({ page, query, order }: OutcomesProps) {
  const t = useTranslations("district");
  const charts = districtCharts(page, useOutcomeWords());
  const files = { path: pathOf(page.city.slug, "districts", page.district.code), query };
  const drawn = (chart: OfferedChart | undefined) =>
    chart && <OfferedChartFrame chart={chart} page={files} headingLevel={3} />;
  return (
    <>
      <section aria-labelledby="requests">
        <h2 id="requests">{t("requests")}</h2>
        {drawn(charts.requests)}
        {drawn(charts.rates)}
        <ReviewTable page={page} order={order} />
        <DistrictBreakdown
          charts={charts}
          hasQuarters={page.quarters !== undefined}
          files={files}
        />
      </section>
      {page.offences && (
        <section aria-labelledby="offences">
          <h2 id="offences">
            {t("offences")}
            <SourceMark ids={page.offences.sourceIds} order={order} />
          </h2>
          {drawn(charts.offences)}
        </section>
      )}
    </>
  );
}

/** Cameras by state and by year of installation. */
function Counts({ page, query }: Pick<DistrictSheetProps, "page" | "query">) {
  const t = useTranslations("district");
  const words = {
    locale: useLocale(),
    district: t,
    statuses: useTranslations("camera.status"),
    charts: useTranslations("charts"),
  };
  const { statuses, installations } = cameraCharts(page, words);
  const files = { path: pathOf(page.city.slug, "districts", page.district.code), query };
  return (
    <div className={styles.columns}>
      <section aria-labelledby="by-status">
        <h2 id="by-status">{t("statuses")}</h2>
        {statuses ? (
          <OfferedChartFrame chart={statuses} page={files} headingLevel={3} />
        ) : (
          <p className={styles.silence}>{t("none")}</p>
        )}
      </section>
      <section aria-labelledby="by-year">
        <h2 id="by-year">{t("years")}</h2>
        {installations ? (
          <OfferedChartFrame chart={installations} page={files} headingLevel={3} />
        ) : (
          <p className={styles.silence}>{t("none")}</p>
        )}
        {!installations && page.withoutYear > 0 && (
          <p className={styles.note}>{t("withoutYear", { cameras: page.withoutYear })}</p>
        )}
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
