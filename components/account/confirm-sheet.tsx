import { useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Button, PostForm } from "#components/ui/form.tsx";
import styles from "./account.module.css";

/** Between the message and the session: says as whom one enters. What reads links before people do stops here. */
export function ConfirmSheet({ name, token, next }: { name: string; token: string; next: string }) {
  const t = useTranslations("account.confirm");
  return (
    <Article title={t("title", { name })} standfirst={<p>{t("standfirst")}</p>}>
      <div className={styles.body}>
        <PostForm
          action="/api/account/sign-in/confirm"
          hidden={{ token, ...(next ? { next } : {}) }}
        >
          <Button>{t("enter")}</Button>
        </PostForm>
      </div>
    </Article>
  );
}
