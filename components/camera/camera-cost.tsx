import { useLocale, useTranslations } from "next-intl";
import { fullCostOf, PlaceFullCostParts } from "#components/cost/place-full-cost.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordRatio } from "#formats/wording/word-number.ts";
import styles from "./camera-sheet.module.css";
import type { CameraSheetProps, ShownCostLine } from "./camera-sheet-props.ts";

type Props = Pick<CameraSheetProps, "page" | "addresses"> & { order: readonly number[] };

/** What the ledger says of this camera alone, and its share of what all cameras cost together. */
export function CameraCost({ page, addresses, order }: Props) {
  const t = useTranslations("camera.cost");
  const { own, common } = page.costs;
  const full = fullCostOf(page.costs.full);
  return (
    <section aria-labelledby="cost" className={styles.section}>
      <h2 id="cost">{t("title")}</h2>
      {own.length === 0 ? (
        <p className={styles.blank}>{t("noOwnLine")}</p>
      ) : (
        <table className={styles.ledger}>
          <caption>{t("ownLines")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("period")}</th>
              <th scope="col" className={styles.number}>
                {t("amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map((line) => (
              <Line key={line.reference} line={line} order={order} />
            ))}
          </tbody>
        </table>
      )}
      {full ? (
        <PlaceFullCostParts cost={full} of="camera" addresses={addresses} order={order} />
      ) : common ? (
        <Share page={page} order={order} />
      ) : (
        <p className={styles.blank}>{t("noLedger")}</p>
      )}
    </section>
  );
}

function Line({ line, order }: { line: ShownCostLine; order: readonly number[] }) {
  const t = useTranslations("camera.cost");
  const locale = useLocale();
  return (
    <tr>
      <td>
        {line.label}
        <SourceMark ids={[line.sourceId]} order={order} />
        {line.cameras > 1 && (
          <span className={styles.observed}>{t("sharedBy", { cameras: line.cameras })}</span>
        )}
      </td>
      <td>{wordPeriod(locale, { from: line.periodFrom, to: line.periodTo })}</td>
      <td className={styles.number}>
        {line.amountCents === null ? (
          <span className={styles.silence}>{t(`status.${line.status}`)}</span>
        ) : (
          <>
            {wordMoney(locale, line.amountCents / line.cameras, line.currency)}{" "}
            <small>{t(line.vatIncluded ? "inclVat" : "exclVat")}</small>
            {line.status === "estimated" && (
              <span className={styles.observed}>{t("status.estimated")}</span>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

function Share({ page, order }: Omit<Props, "addresses">) {
  const t = useTranslations("camera.cost");
  const locale = useLocale();
  const { common } = page.costs;
  if (!common) return null;
  return (
    <p>
      {t.rich("share", {
        common: wordMoney(locale, common.commonCents, common.currency),
        years: wordRatio(locale, common.cameraYears),
        share: wordMoney(locale, common.shareCents, common.currency),
        period: wordPeriod(locale, common.period),
        strong: (chunks) => <strong>{chunks}</strong>,
      })}
      <SourceMark ids={common.spend.sourceIds} order={order} />{" "}
      <span className={text.note}>{t("key")}</span>{" "}
      {common.spend.missing.length > 0 && (
        <span className={styles.signal}>
          {t("missing", {
            families: [
              ...new Set(common.spend.missing.map(({ family }) => t(`family.${family}`))),
            ].join(", "),
          })}
        </span>
      )}{" "}
      {common.undatedCameras > 0 && (
        <span className={text.note}>{t("undated", { cameras: common.undatedCameras })}</span>
      )}
    </p>
  );
}
