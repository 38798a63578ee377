import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./map-page.module.css";
import type { MapPageProps } from "./map-page-props.ts";

/** The list as the server writes it: all cameras of the filter, a page at a time, for reading without script. */
export function CameraTable({ city, found, page, pages, addresses }: MapPageProps) {
  const t = useTranslations("map");
  const status = useTranslations("camera.status");
  return (
    <>
      <p>
        {t("matching", { count: found.matching })}
        {found.matching === 0 && (
          <>
            {" "}
            <Link to={`/${city.slug}/map#list`}>{t("allCameras")}</Link>
          </>
        )}
      </p>
      {found.cameras.length > 0 && (
        <table className={styles.table}>
          <caption>{t("listCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reference")}</th>
              <th scope="col">{t("place")}</th>
              <th scope="col">{t("installed")}</th>
              <th scope="col">{t("status")}</th>
            </tr>
          </thead>
          <tbody>
            {found.cameras.map((camera) => (
              <tr key={camera.id}>
                <th scope="row">
                  <a href={addresses.sheets + encodeURIComponent(camera.reference)}>
                    {camera.reference}
                  </a>
                </th>
                <td>{camera.label ?? camera.address ?? "—"}</td>
                <td>
                  {(camera.installedOn ?? camera.commissionedOn)?.slice(0, 4) ?? t("unknownYear")}
                </td>
                <td>{status(camera.status)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <nav className={styles.pages} aria-label={t("pageOf", { page, pages })}>
          {page > 1 && <a href={addresses.page(page - 1)}>{t("previous")}</a>}
          <span>{t("pageOf", { page, pages })}</span>
          {page < pages && <a href={addresses.page(page + 1)}>{t("next")}</a>}
        </nav>
      )}
    </>
  );
}
