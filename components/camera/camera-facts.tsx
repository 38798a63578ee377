import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { purposeLabels } from "#domain/camera/purposes.ts";
import type { PublicCamera } from "#domain/dataset/public-camera.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";

/** Every public fact, with the source that decides it and the day on which that source saw it. */
export function CameraFacts({
  page,
  order,
}: Pick<CameraSheetProps, "page"> & { order: readonly number[] }) {
  const t = useTranslations("camera");
  const locale = useLocale();
  const facts = useFacts(page.camera);
  // When one source saw everything on one day, saying it once is enough.
  const days = new Set(facts.flatMap(({ field }) => page.provenance.get(field)?.observedOn ?? []));
  const [onlyDay] = days.size === 1 ? days : [];
  return (
    <section aria-labelledby="facts" className={styles.section}>
      <h2 id="facts">{t("facts.title")}</h2>
      {onlyDay && (
        <p className={text.note}>{t("facts.allObserved", { date: wordDate(locale, onlyDay) })}</p>
      )}
      <dl className={styles.facts}>
        {facts.map(({ field, name, value }) => {
          const provenance = page.provenance.get(field);
          return (
            <div key={name}>
              <dt>{t(`facts.${name}`)}</dt>
              <dd className={value === null ? styles.silence : undefined}>
                {value ?? t("facts.notSaid")}
                {value !== null && provenance && (
                  <SourceMark ids={[provenance.sourceId]} order={order} />
                )}
                {value !== null && provenance?.observedOn && !onlyDay && (
                  <span className={styles.observed}>
                    {t("facts.observed", { date: wordDate(locale, provenance.observedOn) })}
                  </span>
                )}
                {provenance && provenance.replaced.length > 0 && (
                  <span className={styles.observed}>
                    {t("facts.replaced", { count: provenance.replaced.length })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

type Fact = { field: string; name: string; value: ReactNode | null };

function useFacts(camera: PublicCamera): Fact[] {
  const t = useTranslations("camera");
  const locale = useLocale();
  const known = (value: string, words: string) => (value === "unknown" ? null : words);
  const date = (value: string | null) => value && wordDate(locale, value);
  const facts: Fact[] = [
    {
      field: "setting",
      name: "setting",
      value: known(camera.setting, t(`setting.${camera.setting}`)),
    },
    { field: "type", name: "type", value: known(camera.type, t(`type.${camera.type}`)) },
    { field: "mount", name: "mount", value: known(camera.mount, t(`mount.${camera.mount}`)) },
    { field: "address", name: "address", value: camera.address },
    { field: "longitude", name: "position", value: usePosition(camera) },
    { field: "purposes", name: "purposes", value: usePurposes(camera) },
    {
      field: "monitoring",
      name: "monitoring",
      value: camera.monitoring && t(`monitoring.${camera.monitoring}`),
    },
    {
      field: "retentionDays",
      name: "retention",
      value: camera.retentionDays === null ? null : t("facts.days", { days: camera.retentionDays }),
    },
    { field: "installedOn", name: "installedOn", value: date(camera.installedOn) },
    { field: "commissionedOn", name: "commissionedOn", value: date(camera.commissionedOn) },
  ];
  if (camera.removedOn)
    facts.push({ field: "removedOn", name: "removedOn", value: date(camera.removedOn) });
  if (camera.cameraCount > 1) {
    facts.push({ field: "cameraCount", name: "cameraCount", value: String(camera.cameraCount) });
  }
  if (camera.heads && camera.heads.length > 0) {
    facts.push({
      field: "heads",
      name: "heads",
      value: t("facts.headCount", { count: camera.heads.length }),
    });
  }
  if (camera.algorithmicProcessing) {
    facts.push({
      field: "algorithmicProcessing",
      name: "algorithms",
      value: camera.algorithmicProcessing,
    });
  }
  return facts;
}

function usePosition(camera: PublicCamera): ReactNode {
  const t = useTranslations("camera.position");
  const locale = useLocale();
  const decided = camera.precisionDecidedOn
    ? t("decided", { date: wordDate(locale, camera.precisionDecidedOn) })
    : "";
  if (camera.publishedPrecision !== "exact") {
    return `${t(camera.publishedPrecision)} ${camera.precisionReason ?? ""} ${decided}`.trim();
  }
  if (camera.position === null) return t("notLocated");
  return `${t("exact")} ${t(`method.${camera.positionMethod}`)}`;
}

function usePurposes(camera: PublicCamera): ReactNode | null {
  const locale = useLocale() === "fr" ? "fr" : "en";
  if (camera.purposes.length === 0) return null;
  return (
    <ul className={styles.purposes}>
      {camera.purposes.map((purpose) => (
        <li key={purpose}>
          {purposeLabels[purpose][locale]} <small>({purposeLabels[purpose].article})</small>
        </li>
      ))}
    </ul>
  );
}
