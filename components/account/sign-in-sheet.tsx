import { useLocale, useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Button, Field, FormProblem, Notice, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import styles from "./account.module.css";
import { knownNotice, knownProblem } from "./known-words.ts";

type Props = {
  /** A link was just asked for. */
  isSent: boolean;
  notice: string | undefined;
  problem: string | undefined;
  /** Where to go once signed in; a path of ours. */
  next: string;
  minutes: number;
  /** What the button of the identity provider says; absent without one. */
  provider: string | undefined;
  /** Messages are files of the data folder. */
  writesToFolder: boolean;
};

export function SignInSheet(props: Props) {
  const t = useTranslations("account.signIn");
  return (
    <Article title={t("title")} standfirst={<p>{t("standfirst")}</p>}>
      <div className={styles.body}>{props.isSent ? <Sent {...props} /> : <Ask {...props} />}</div>
    </Article>
  );
}

function Sent({ minutes, writesToFolder }: Props) {
  const t = useTranslations("account.signIn");
  return (
    <div>
      <Notice title={t("sentTitle")}>
        <p>{t("sent", { minutes: String(minutes) })}</p>
        {writesToFolder && <p>{t("folder")}</p>}
      </Notice>
      <p>
        <Link to="/account/sign-in">{t("again")}</Link>
      </p>
    </div>
  );
}

function Ask({ notice, problem, next, provider }: Props) {
  const t = useTranslations("account.signIn");
  const words = useTranslations("account");
  const said = knownNotice(notice);
  const wrong = knownProblem(problem);
  const ofField = wrong === "malformed-email";
  return (
    <>
      {said && <Notice>{<p>{words(`notices.${said}`)}</p>}</Notice>}
      {wrong && !ofField && <FormProblem>{words(`problems.${wrong}`)}</FormProblem>}
      <PostForm action="/api/account/sign-in" hidden={next ? { next } : {}}>
        <Field
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          problem={ofField ? words(`problems.${wrong}`) : undefined}
          autoComplete="email"
          inputMode="email"
          maxLength={254}
          required
        />
        <Button>{t("send")}</Button>
      </PostForm>
      {provider && <Provider name={provider} next={next} />}
    </>
  );
}

function Provider({ name, next }: { name: string; next: string }) {
  const t = useTranslations("account.signIn");
  const locale = useLocale();
  const query = new URLSearchParams({ locale, ...(next ? { next } : {}) });
  return (
    <p className={styles.other}>
      {t("or")}{" "}
      <a href={`/api/account/identity?${query}`} rel="nofollow">
        {t("provider", { name })}
      </a>
    </p>
  );
}
