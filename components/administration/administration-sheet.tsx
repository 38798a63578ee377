import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Button, Field, FormProblem, Notice, PostForm, RadioGroup } from "#components/ui/form.tsx";
import { type Role, roles } from "#domain/actor/role.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { type Invitation, InvitationTable } from "./invitation-table.tsx";
import { knownNotice, knownProblem } from "./known-words.ts";
import { type Grant, PastTable, PeopleTable } from "./people-tables.tsx";

export type AdministrationSheetProps = {
  city: { slug: string; name: string; timezone: string };
  grants: readonly Grant[];
  invitations: readonly Invitation[];
  notice: string | undefined;
  problem: string | undefined;
  field: string | undefined;
};

/** Who holds which role in a city, who is invited, and how to invite. */
export function AdministrationSheet(props: AdministrationSheetProps) {
  const t = useTranslations("administration");
  const { city, invitations } = props;
  const locale = useLocale();
  const grants = props.grants.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const said = knownNotice(props.notice);
  const wrong = knownProblem(props.problem);
  const current = grants.filter(({ holds }) => holds);
  const past = grants.filter(({ holds }) => !holds);
  return (
    <Article kicker={city.name} title={t("title")} standfirst={<p>{t("standfirst")}</p>}>
      <ArticleSection id="people" title={t("people")} intro={t("peopleIntro")}>
        {said && <Notice title={t(`notices.${said}`)} />}
        {wrong && !props.field && <FormProblem>{t(`problems.${wrong}`)}</FormProblem>}
        {current.length === 0 ? <p>{t("nobody")}</p> : <PeopleTable city={city} grants={current} />}
      </ArticleSection>
      <ArticleSection id="invitations" title={t("invitations")}>
        {invitations.length === 0 ? (
          <p>{t("noInvitations")}</p>
        ) : (
          <InvitationTable city={city} invitations={invitations} />
        )}
      </ArticleSection>
      <InviteForm {...props} />
      {past.length > 0 && (
        <ArticleSection id="past" title={t("past")} intro={t("pastIntro")}>
          <PastTable city={city} grants={past} />
        </ArticleSection>
      )}
    </Article>
  );
}

function InviteForm({ city, problem, field }: AdministrationSheetProps) {
  const t = useTranslations("administration");
  const word = useTranslations("roles");
  const locale = useLocale();
  const wrong = knownProblem(problem);
  const of = (name: string) => (wrong && field === name ? t(`problems.${wrong}`) : undefined);
  const options = roles.map((role: Role) => ({
    value: role,
    label: capitalise(locale, word(role)),
    help: t(`roleHelp.${role}`),
  }));
  return (
    <ArticleSection id="invite" title={t("invite")} intro={t("inviteIntro")}>
      <PostForm action={`/api/administration/${city.slug}/invitations`}>
        <Field
          name="email"
          type="email"
          label={t("email")}
          problem={of("email")}
          autoComplete="off"
          maxLength={254}
          required
        />
        <RadioGroup name="role" legend={t("chooseRole")} problem={of("role")} options={options} />
        <Field
          name="endsOn"
          type="date"
          label={t("endsOn")}
          hint={t("endsOnHint")}
          problem={of("endsOn")}
        />
        <Button>{t("send")}</Button>
      </PostForm>
    </ArticleSection>
  );
}
