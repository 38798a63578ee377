import { useTranslations } from "next-intl";
import { AnnotationSection } from "#components/annotation/annotation-section.tsx";
import { ToVoteCard } from "#components/figure/to-vote-card.tsx";
import { ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { CameraCost } from "./camera-cost.tsx";
import { CameraFacts } from "./camera-facts.tsx";
import { CameraHistory } from "./camera-history.tsx";
import { CameraKeyFigures } from "./camera-key-figures.tsx";
import { CameraLaw } from "./camera-law.tsx";
import { CameraLocator } from "./camera-locator.tsx";
import { CameraOutcome } from "./camera-outcome.tsx";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps } from "./camera-sheet-props.ts";
import { CameraStatusMark } from "./camera-status-mark.tsx";
import { CameraTaking } from "./camera-taking.tsx";
import { CameraWatching } from "./camera-watching.tsx";

/** One camera: what is known, who says so, what the law asks, what it costs, what its footage was asked for. */
export function CameraSheet({ page, addresses, annotations }: CameraSheetProps) {
  const t = useTranslations("camera");
  const { camera } = page;
  const sources = [...page.sources.values()];
  const order = sources.map((source) => source.id);
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <p className={styles.kicker}>
          {camera.reference} · {t(`type.${camera.type}`)}
        </p>
        <h1>{camera.label ?? t("unnamed", { reference: camera.reference })}</h1>
        <p className={styles.status}>
          <CameraStatusMark status={camera.status} isIrregular={page.isWithoutValidAuthorisation} />
          {t(`status.${camera.status}`)}
          {page.district && (
            <>
              {" · "}
              <a href={addresses.district(page.district.code)}>{page.district.name}</a>
            </>
          )}
        </p>
      </header>
      <Alerts page={page} />
      <CameraKeyFigures page={page} order={order} />
      <div className={styles.columns}>
        <div>
          <CameraFacts page={page} order={order} />
          <CameraLaw page={page} order={order} />
          <CameraCost page={page} addresses={addresses} order={order} />
          <CameraWatching page={page} order={order} />
          <CameraOutcome page={page} order={order} />
          <CameraHistory page={page} order={order} />
        </div>
        <aside className={styles.aside}>
          <CameraLocator page={page} addresses={addresses} />
          <Answerable page={page} />
          <CameraTaking page={page} />
          {isProposed(page.camera.status) && (
            <ToVoteCard slug={page.city.slug} camera={page.camera.reference} />
          )}
        </aside>
      </div>
      <AnnotationSection
        city={page.city}
        annotations={annotations}
        target={{ kind: "camera", reference: camera.reference }}
      />
      <ArticleSection id="sources" title={t("sources")}>
        <SourceList sources={sources} />
      </ArticleSection>
    </article>
  );
}

/** Not there yet: what is voted can still be fixed. */
function isProposed(status: string): boolean {
  return ["planned", "authorisation-requested", "approved"].includes(status);
}

function Alerts({ page }: Pick<CameraSheetProps, "page">) {
  const t = useTranslations("camera");
  if (!page.isWithoutValidAuthorisation && page.excessiveRetention === null) return null;
  return (
    <div className={styles.alert}>
      {page.isWithoutValidAuthorisation && (
        <p>{t(page.authorisationState === "not-yet" ? "alert.notYet" : "alert.expired")}</p>
      )}
      {page.excessiveRetention !== null && (
        <p>{t("alert.retention", { days: page.excessiveRetention })}</p>
      )}
    </div>
  );
}

/** Who answers for this camera, and the honest blank when nobody is named. */
function Answerable({ page }: Pick<CameraSheetProps, "page">) {
  const t = useTranslations("camera.answerable");
  const { controller, operator, owner } = page.camera;
  const named = [
    { role: "controller", name: controller },
    { role: "operator", name: operator },
    { role: "owner", name: owner },
  ].filter((entry) => entry.name !== null);
  return (
    <section aria-labelledby="answerable">
      <h2 id="answerable">{t("title")}</h2>
      {named.length === 0 ? (
        <p className={styles.blank}>{t("nobody")}</p>
      ) : (
        <dl className={styles.pairs}>
          {named.map(({ role, name }) => (
            <div key={role}>
              <dt>{t(role)}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={text.note}>{t("rights")}</p>
    </section>
  );
}
