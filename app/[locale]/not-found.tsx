import { getTranslations } from "next-intl/server";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";

export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <SiteFrame path="/">
      <Article title={t("title")} standfirst={t("text")}>
        <p>
          <Link to="/">{t("home")}</Link>
        </p>
      </Article>
    </SiteFrame>
  );
}
