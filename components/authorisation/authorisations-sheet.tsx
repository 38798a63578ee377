import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import {
  type CorrectedCity,
  Corrections,
  type ShownCorrection,
} from "#components/correction/corrections.tsx";
import { Figure, FigureRow } from "#components/figure/figure.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type PrintedSource, SourceList } from "#components/source/footnotes.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { TakeAway } from "#components/workbook/take-away.tsx";
import type { AuthorisationState } from "#domain/compliance/authorisation-state.ts";
import type { AuthorisationSummary } from "#domain/compliance/authorisation-summary.ts";
import { type OrderFault, orderFaults } from "#domain/compliance/order-faults.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./authorisations-sheet.module.css";
import { expiryChart } from "./expiry-chart.ts";
import { type ShownOrder, useOrderColumns } from "./order-columns.tsx";

export type AuthorisationsSheetProps = {
  page: {
    city: CorrectedCity & { release: number };
    /** The day on which the states are judged. */
    today: string;
    needsOrders: boolean;
    orders: readonly ShownOrder[];
    summary: AuthorisationSummary;
    corrections: readonly ShownCorrection[];
    sources: readonly PrintedSource[];
  };
};

/** The prefect's orders one by one, and what they leave uncovered. */
export function AuthorisationsSheet({ page, query }: AuthorisationsSheetProps & { query: string }) {
  const t = useTranslations("authorisations");
  const order = page.sources.map(({ id }) => id);
  const locale = useLocale();
  const columns = useOrderColumns(order);
  return (
    <Article
      kicker={page.city.name}
      title={<Finding page={page} />}
      standfirst={
        <p>
          {page.needsOrders
            ? t("standfirst", { day: wordDate(locale, page.today) })
            : t("otherLaw")}
        </p>
      }
    >
      <Summary page={page} />
      <Expiries page={page} query={query} />
      <ArticleSection id="orders" title={t("orders.title")} intro={t("orders.intro")}>
        {page.orders.length === 0 ? (
          <p className={text.silence}>{t("orders.none")}</p>
        ) : (
          <DataTable
            caption={t("orders.title")}
            hidesCaption={true}
            columns={columns}
            rows={page.orders}
            keyOf={(row) => row.orderNumber}
          />
        )}
        {page.needsOrders && <p className={text.note}>{t("orders.rule")}</p>}
      </ArticleSection>
      <Faults page={page} />
      {page.summary.overRetention > 0 && <Retention page={page} />}
      <TakeAway slug={page.city.slug} page="authorisations" query={query} />
      <Corrections city={page.city} corrections={page.corrections} />
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}

function Finding({ page }: AuthorisationsSheetProps) {
  const t = useTranslations("authorisations.finding");
  const { byState, inService } = page.summary;
  const expired = byState.expired ?? 0;
  const expiredOrders = page.orders.filter(({ reading }) => reading.state === "expired").length;
  const notYet = byState["not-yet"] ?? 0;
  if (expired > 0) return t("expired", { count: expired });
  if (notYet > 0) return t("notYet", { count: notYet });
  if (expiredOrders > 0) return t("expiredOrders", { count: expiredOrders });
  if (page.orders.length === 0) return t("none");
  if (inService === 0) return t("ordersWithoutCameras", { count: page.orders.length });
  return t("allValid", { count: page.orders.length });
}

const shownStates: readonly AuthorisationState[] = [
  "valid",
  "expiring",
  "expired",
  "not-yet",
  "unknown",
  "none-known",
  "not-required",
];

/** Cameras in service by legal state, each with the way to their list. */
function Summary({ page }: AuthorisationsSheetProps) {
  const t = useTranslations("authorisations.summary");
  const locale = useLocale();
  const { byState, inService } = page.summary;
  if (inService === 0) return <p className={text.silence}>{t("noCameras")}</p>;
  return (
    <section aria-label={t("title")} className={styles.summary}>
      <FigureRow>
        {shownStates.flatMap((state) => {
          const cameras = byState[state] ?? 0;
          if (cameras === 0) return [];
          const share = Math.round((100 * cameras) / inService);
          return [
            <Figure
              key={state}
              label={t(`states.${state}`)}
              value={wordNumber(locale, cameras)}
              isAlert={state === "expired" || state === "not-yet"}
              caveat={
                <>
                  {t("share", { share, inService: wordNumber(locale, inService) })}{" "}
                  <Link
                    to={`/${page.city.slug}/map?authorisation=${state}#list`}
                    className={text.whole}
                  >
                    {t("list")}
                    <span className="visually-hidden">
                      {t("listOf", { state: t(`states.${state}`) })}
                    </span>
                  </Link>
                </>
              }
            />,
          ];
        })}
      </FigureRow>
      <p className={text.note}>{t("note")}</p>
    </section>
  );
}

/** When renewals must be asked for, half-year by half-year. */
function Expiries({ page, query }: AuthorisationsSheetProps & { query: string }) {
  const t = useTranslations("authorisations");
  const charts = useTranslations("charts");
  const chart = expiryChart(page, { locale: useLocale(), t, charts });
  if (!chart) return null;
  return (
    <ArticleSection id="expiries" title={t("expiries.heading")} intro={t("expiries.intro")}>
      <OfferedChartFrame
        chart={chart}
        page={{ path: `/${page.city.slug}/authorisations`, query }}
        headingLevel={3}
      />
    </ArticleSection>
  );
}

/** Orders that depart from the law in what they say themselves, each fault once with the orders that have it. */
function Faults({ page }: AuthorisationsSheetProps) {
  const t = useTranslations("authorisations.faults");
  const faulty = page.orders.filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) return null;
  return (
    <Callout title={t("title", { count: faulty.length })}>
      <ul>
        {(Object.keys(orderFaults) as OrderFault[]).flatMap((fault) => {
          const numbers = faulty.filter(({ faults }) => faults.includes(fault));
          if (numbers.length === 0) return [];
          return [
            <li key={fault}>
              {t(`rules.${fault}`)}{" "}
              {t("of", {
                count: numbers.length,
                numbers: numbers.map(({ orderNumber }) => orderNumber).join(", "),
              })}
            </li>,
          ];
        })}
      </ul>
      <p>{t("caveat")}</p>
    </Callout>
  );
}

function Retention({ page }: AuthorisationsSheetProps) {
  const t = useTranslations("authorisations.retention");
  const { overRetention, withRetention } = page.summary;
  return (
    <Callout title={t("title", { count: overRetention })}>
      <p>{t("text", { count: overRetention, of: withRetention })}</p>
    </Callout>
  );
}
