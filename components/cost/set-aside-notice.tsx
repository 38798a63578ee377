import { useTranslations } from "next-intl";
import { Callout } from "#components/ui/callout.tsx";
import type { ShownCosts } from "./costs-page-props.ts";

/** What the reader asked and this ledger cannot answer. */
export function SetAsideNotice({ page }: { page: ShownCosts }) {
  const t = useTranslations("costs.setAside");
  if (page.setAside.length === 0) return null;
  return (
    <Callout title={t("title")}>
      {page.setAside.map((refusal) => (
        <p key={refusal.reason}>
          {refusal.reason === "vat-not-said" && t("vat-not-said", { lines: refusal.lines })}
          {refusal.reason === "index-silent" &&
            t("index-silent", { year: String(refusal.year), index: page.index?.name ?? "" })}
          {refusal.reason === "index-unknown" && t("index-unknown", { name: refusal.name })}
          {refusal.reason === "no-index" && t("no-index")}
        </p>
      ))}
    </Callout>
  );
}
