import { getTranslations } from "next-intl/server";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";

/** A workspace that is not for whoever is signed in. */
export default async function Forbidden() {
  const t = await getTranslations("account.forbidden");
  return (
    <SiteFrame path="/account">
      <Article title={t("title")} standfirst={t("text")}>
        <p>
          <Link to="/account">{t("account")}</Link>
        </p>
      </Article>
    </SiteFrame>
  );
}
