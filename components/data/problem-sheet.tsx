import { useLocale, useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import type { ApiProblem } from "#domain/dataset/api/problems.ts";
import { addressOf } from "#formats/addresses/address-of.ts";

/** What a problem of the API means, at the address that its `type` names. */
export function ProblemSheet({ type, status }: { type: ApiProblem; status: number }) {
  const t = useTranslations("problems");
  const locale = useLocale();
  return (
    <Article
      kicker={t("kicker")}
      title={t(`${type}.title`)}
      standfirst={<p>{t("status", { status: String(status) })}</p>}
    >
      <p>{t(`${type}.text`)}</p>
      <p>
        <a href={addressOf(locale, "/data/api")}>{t("back")}</a>
      </p>
    </Article>
  );
}
