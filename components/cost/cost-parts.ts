import { useTranslations } from "next-intl";
import type { PagePart } from "#components/layout/page-contents.tsx";
import { isFullCost } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";

const ids = [
  "full-cost",
  "families",
  "missing",
  "unit",
  "uses",
  "grants",
  "sensitivity",
  "decision",
  "budget",
  "contracts",
  "payments",
] as const;
type LedgerPartId = (typeof ids)[number];

/** A part of the page on costs that reads the ledger of the year shown. */
export type LedgerPart = PagePart & { id: LedgerPartId; intro: string };

/** Those that have something to say, in their order. */
export function useLedgerParts(page: ShownCosts): LedgerPart[] {
  const t = useTranslations("costs.sections");
  const { shown } = page;
  if (!shown) return [];
  const year = String(shown.year.cost.year);
  return ids
    .filter((id) => hasSomethingToSay(page, id))
    .map((id) => {
      const name = id === "full-cost" ? "years" : id;
      return { id, title: t(name, { year }), intro: t(`${name}Intro`) };
    });
}

function hasSomethingToSay(page: ShownCosts, id: LedgerPartId): boolean {
  const { shown, contracts } = page;
  if (!shown || (!isFullCost(page) && id !== "missing")) return false;
  if (id === "uses")
    return (shown.byUse?.uses.filter(({ use }) => use !== "unsaid").length ?? 0) > 0;
  if (id === "grants") return shown.year.cost.grants.length + page.grantDecisions.length > 0;
  if (id === "payments") return page.payments.length > 0;
  if (id === "budget") return shown.budget.some(({ planned, committed }) => planned || committed);
  return id !== "contracts" || contracts.length > 0;
}
