import { useTranslations } from "next-intl";
import { areaPath, boxOf, fitBox } from "#formats/svg/area-path.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

const size = { width: 320, height: 240 };

/** Where the camera stands among the districts, drawn on the server; or why no point is shown. */
export function CameraLocator({ page, addresses }: Pick<CameraSheetProps, "page" | "addresses">) {
  const t = useTranslations("camera.locator");
  const { position, districtCode } = page.camera;
  const box = boxOf(page.outlines.map((outline) => outline.geometry));
  const project = box && fitBox(box, size.width, size.height);
  const point = position && project?.(position.longitude, position.latitude);
  return (
    <section aria-labelledby="where" className={styles.locator}>
      <h2 id="where">{t("title")}</h2>
      {project && (
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={t("alt", { city: page.city.name })}
        >
          {page.outlines.map((outline) => (
            <path
              key={outline.code}
              d={areaPath(outline.geometry, project)}
              className={outline.code === districtCode ? styles.hereArea : styles.area}
            />
          ))}
          {point && <circle cx={point[0]} cy={point[1]} r="5" className={styles.here} />}
        </svg>
      )}
      <p className={styles.toMap}>
        {position ? (
          <a href={addresses.map}>{t("onMap")}</a>
        ) : (
          <span className={styles.silence}>{t("noPoint")}</span>
        )}
      </p>
    </section>
  );
}
