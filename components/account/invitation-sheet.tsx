import { useLocale, useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Button, Field, FormProblem, PostForm } from "#components/ui/form.tsx";
import type { Role } from "#domain/actor/role.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./account.module.css";
import { knownProblem } from "./known-words.ts";

type Props = {
  token: string;
  invitation: { role: Role; cityName: string; endsOn: string | null; name: string | null };
  problem: string | undefined;
  field: string | undefined;
};

/** What is offered, and under which name it would be taken up. */
export function InvitationSheet({ token, invitation, problem, field }: Props) {
  const t = useTranslations("account");
  const role = useTranslations("roles");
  const locale = useLocale();
  const wrong = knownProblem(problem);
  const said = wrong && t(`problems.${wrong}`);
  const isOfField = field === "name" || field === "quality";
  const title = t("invitation.title", {
    role: capitalise(locale, role(invitation.role)),
    city: invitation.cityName,
  });
  return (
    <Article title={title} standfirst={<p>{t("invitation.standfirst")}</p>}>
      <div className={styles.body}>
        {said && !isOfField && <FormProblem>{said}</FormProblem>}
        {invitation.endsOn && (
          <p>{t("invitation.endsOn", { date: wordDate(locale, invitation.endsOn) })}</p>
        )}
        <PostForm action="/api/account/invitation" hidden={{ token }}>
          {invitation.name === null ? (
            <Details said={said} field={field} />
          ) : (
            <p>{t("invitation.known", { name: invitation.name })}</p>
          )}
          <Button>
            {t(invitation.name === null ? "invitation.accept" : "invitation.acceptKnown")}
          </Button>
        </PostForm>
        <p className={styles.note}>{t("invitation.law")}</p>
      </div>
    </Article>
  );
}

function Details({ said, field }: { said: string | undefined; field: string | undefined }) {
  const t = useTranslations("account.invitation");
  return (
    <>
      <Field
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        problem={field === "name" ? said : undefined}
        autoComplete="name"
        maxLength={120}
        required
      />
      <Field
        name="quality"
        label={t("quality")}
        hint={t("qualityHint")}
        problem={field === "quality" ? said : undefined}
        autoComplete="organization-title"
        maxLength={160}
        required
      />
    </>
  );
}

/** Used, withdrawn or over. */
export function GoneInvitationSheet() {
  const t = useTranslations("account.invitation");
  return <Article title={t("goneTitle")} standfirst={<p>{t("gone")}</p>} />;
}
