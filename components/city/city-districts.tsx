import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pathOf } from "#formats/addresses/address-of.ts";
import { areaPath, boxOf, fitBox, roomForNumber } from "#formats/svg/area-path.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./city-home.module.css";
import type { CityHomeProps } from "./city-home-props.ts";

const size = { width: 360, height: 260 };
/** Square pixels that three figures take: a smaller district has its number in the list alone. */
const numberArea = 400;

/** The districts by name, each leading to its page, beside the shape they make together. */
export function CityDistricts({ home }: CityHomeProps) {
  const t = useTranslations("home.districts");
  const locale = useLocale();
  const { districts, city, cameras } = home;
  if (districts.length === 0) return null;
  // Zero everywhere is not a count: the cameras are not known by district.
  const isCounted = districts.some((district) => district.cameras > 0);
  return (
    <section aria-labelledby="districts" className={styles.districts}>
      <h2 id="districts">{t("title")}</h2>
      <p className={styles.note}>{t(noteOf(cameras, isCounted))}</p>
      <Shape home={home} isCounted={isCounted} />
      <p>
        <Link to={pathOf(city.slug, "districts")}>{t("all")}</Link>
      </p>
      <ul>
        {districts.map((district) => (
          <li key={district.code}>
            <Link to={pathOf(city.slug, "districts", district.code)}>{district.name}</Link>
            {isCounted && (
              <span className={styles.count}>{wordNumber(locale, district.inService)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the numbers beside the districts are, or why there are none. */
function noteOf(cameras: CityHomeProps["home"]["cameras"], isCounted: boolean) {
  if (!isCounted) return cameras.registered > 0 ? "unplaced" : "uncounted";
  return cameras.enforcement === cameras.registered ? "enforcement" : "counted";
}

/** With the number of each district in it; the list beside says the same in words. */
function Shape({ home, isCounted }: CityHomeProps & { isCounted: boolean }) {
  const t = useTranslations("home.districts");
  const locale = useLocale();
  const box = boxOf([...home.districts.map((district) => district.geometry), home.boundary]);
  if (!box) return null;
  const project = fitBox(box, size.width, size.height);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t("shape", { city: home.city.name })}
      className={styles.shape}
    >
      {home.districts.map((district) => (
        <path key={district.code} d={areaPath(district.geometry, project)} />
      ))}
      <path d={areaPath(home.boundary, project)} className={styles.boundary} />
      {isCounted &&
        home.districts.map((district) => {
          const { x, y, area } = roomForNumber(district.geometry, project);
          if (area < numberArea) return null;
          return (
            <text key={district.code} x={x.toFixed(1)} y={y.toFixed(1)}>
              {wordNumber(locale, district.inService)}
            </text>
          );
        })}
    </svg>
  );
}
