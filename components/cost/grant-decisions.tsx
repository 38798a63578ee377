import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { FoldedRows } from "#components/ui/folded-rows.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import {
  type GrantVerdict,
  judgeGrant,
  ownShareRule,
  type ProjectFunding,
} from "#domain/cost/grant-rules.ts";
import { wordMoney, wordNumber, wordShare } from "#formats/wording/word-number.ts";
import type { PartOfCosts, ShownGrant } from "./costs-page-props.ts";

const marks = { within: "good", above: "bad", unsaid: "warning" } as const;

/** Each grant as its decision says it, beside what its scheme allows; and what those of a project are of its cost. */
export function GrantDecisions({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.decisions");
  const locale = useLocale();
  const { grantDecisions, projects } = page;
  const money = (cents: number, currency: string) => wordMoney(locale, cents, currency);
  const columns = useColumns(order);
  const rules = new Map(
    grantDecisions.flatMap((grant) => {
      const verdict = judgeGrant(grant);
      return "rule" in verdict ? [[verdict.rule.scheme, verdict.rule] as const] : [];
    }),
  );
  const above = projects.filter((project) => !isWithin(project));
  const currency = grantDecisions[0]?.currency ?? page.city.currency;
  return (
    <>
      <FoldedRows
        rows={grantDecisions}
        shown={4}
        more={t("more", { grants: grantDecisions.length - 4 })}
        table={(rows, isRest) => (
          <DataTable
            caption={t("caption")}
            hidesCaption={isRest}
            columns={columns}
            rows={rows}
            keyOf={(grant) =>
              `${grant.funder} ${grant.scheme} ${grant.operation} ${grant.label} ${grant.since}`
            }
          />
        )}
      />
      {above.map((project) => (
        <p key={project.operation}>
          <StatusMark state="bad" />
          {t("project.above", {
            operation: project.operation,
            share: wordShare(locale, project.share, 0),
            grants: money(project.grantsCents, currency),
            cost: money(project.costCents, currency),
            from: project.costFrom,
            most: wordShare(locale, ownShareRule.largestGrants, 0),
            article: ownShareRule.legalReference,
          })}
        </p>
      ))}
      {projects.length > above.length && (
        <p>
          <StatusMark state="good" />
          {t("project.within", {
            projects: projects.length - above.length,
            highest: wordShare(
              locale,
              Math.max(...projects.filter(isWithin).map(({ share }) => share)),
              0,
            ),
            most: wordShare(locale, ownShareRule.largestGrants, 0),
            article: ownShareRule.legalReference,
          })}
        </p>
      )}
      <p className={text.note}>
        {[...rules.values()].map((rule) => (
          <span key={rule.scheme}>
            {t("rule", {
              scheme: rule.scheme,
              rate: wordShare(locale, rule.rate, 0),
              cap: money(rule.capPerCameraCents, "EUR"),
              source: rule.source,
              year: rule.readIn,
            })}{" "}
          </span>
        ))}
        {t("note")}
      </p>
    </>
  );
}

function useColumns(order: readonly number[]): Column<ShownGrant>[] {
  const t = useTranslations("costs.decisions");
  const locale = useLocale();
  const amount = (cents: number | null, currency: string) =>
    cents === null ? (
      <span className={text.silence}>{t("unsaid")}</span>
    ) : (
      wordMoney(locale, cents, currency)
    );
  return [
    {
      key: "funder",
      label: t("funder"),
      isHeading: true,
      cell: (grant) => (
        <>
          {grant.funder ?? t("noFunder")}
          <SourceMark ids={grant.sourceIds} order={order} />
          <span className={text.caveat}>
            {[grant.scheme, grant.operation ?? grant.label, grant.since.slice(0, 4)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
    },
    {
      key: "notified",
      label: t("notified"),
      isNumber: true,
      cell: ({ notifiedCents, currency }) => amount(notifiedCents, currency),
    },
    {
      key: "paid",
      label: t("paid"),
      isNumber: true,
      cell: ({ paidCents, currency }) => amount(paidCents, currency),
    },
    {
      key: "eligible",
      label: t("eligible"),
      isNumber: true,
      cell: ({ eligibleCents, cameras, currency }) => (
        <>
          {amount(eligibleCents, currency)}
          {cameras !== null && <span className={text.caveat}>{t("cameras", { cameras })}</span>}
        </>
      ),
    },
    { key: "verdict", label: t("verdict"), cell: (grant) => <Verdict grant={grant} /> },
  ];
}

function isWithin({ state }: ProjectFunding): boolean {
  return state === "within";
}

function Verdict({ grant }: { grant: ShownGrant }) {
  const verdict: GrantVerdict = judgeGrant(grant);
  const t = useTranslations("costs.decisions.states");
  const locale = useLocale();
  return (
    <>
      {verdict.state !== "no-rule" && <StatusMark state={marks[verdict.state]} />}
      {verdict.state === "unsaid"
        ? t(`unsaid.${verdict.lacks}`)
        : verdict.state === "no-rule"
          ? t("no-rule")
          : t(verdict.state, {
              limit: wordMoney(locale, verdict.limitCents, grant.currency),
              cameras: wordNumber(locale, grant.cameras ?? 0),
            })}
    </>
  );
}
