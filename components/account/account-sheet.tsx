import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Button, Notice, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Role } from "#domain/actor/role.ts";
import type { ModerationState } from "#domain/annotation/moderation.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordMoment } from "#formats/wording/word-moment.ts";
import styles from "./account.module.css";
import { knownNotice } from "./known-words.ts";

type HeldRole = { citySlug: string; cityName: string; role: Role; endsOn: string | null };
type ListedSession = { sessionId: string; device: string; openedAt: Date; seenAt: Date };

type Hidden = { citySlug: string; cityName: string; number: number; state: ModerationState };

export type AccountSheetProps = {
  page: {
    session: { sessionId: string; name: string; quality: string; email: string };
    roles: readonly HeldRole[];
    sessions: readonly ListedSession[];
    codesLeft: number;
    hidden: readonly Hidden[];
  };
  notice: string | undefined;
};

/** An account as its owner sees it. */
export function AccountSheet({ page, notice }: AccountSheetProps) {
  const t = useTranslations("account");
  const { session } = page;
  const said = knownNotice(notice);
  return (
    <Article
      kicker={t("home.kicker")}
      title={t("home.title", session)}
      standfirst={<p>{t("home.standfirst", session)}</p>}
    >
      <div className={styles.body}>
        {said && (
          <Notice>
            <p>{t(`notices.${said}`)}</p>
          </Notice>
        )}
        <div>
          <p>
            {t("home.email")} <strong>{session.email}</strong>
          </p>
          <p className={styles.note}>{t("home.emailNote")}</p>
          <PostForm action="/api/account/sign-out" shape="inline">
            <Button kind="quiet">{t("home.signOut")}</Button>
          </PostForm>
        </div>
      </div>
      <Roles roles={page.roles} />
      <Workspaces roles={page.roles} />
      <HiddenAnnotations hidden={page.hidden} />
      <SecondFactor codesLeft={page.codesLeft} />
      <Sessions sessions={page.sessions} here={session.sessionId} />
    </Article>
  );
}

function Roles({ roles }: { roles: readonly HeldRole[] }) {
  const t = useTranslations("account.home");
  const word = useTranslations("roles");
  const locale = useLocale();
  const columns: Column<HeldRole>[] = [
    { key: "city", label: t("city"), cell: ({ cityName }) => cityName, isHeading: true },
    { key: "role", label: t("role"), cell: ({ role }) => word(role) },
    {
      key: "until",
      label: t("until"),
      cell: ({ endsOn }) => (endsOn ? wordDate(locale, endsOn) : t("noEnd")),
    },
  ];
  return (
    <ArticleSection id="roles" title={t("roles")} intro={t("rolesIntro")}>
      <DataTable
        caption={t("roles")}
        hidesCaption
        columns={columns}
        rows={roles}
        keyOf={({ citySlug, role }) => `${citySlug} ${role}`}
      />
    </ArticleSection>
  );
}

/** Where each role does its work: the label in the messages, and the page of the city. */
const workspaces: Readonly<Partial<Record<Role, { label: string; page: string }>>> = {
  administrator: { label: "administration", page: "administration" },
  "committee-chair": { label: "committee", page: "committee" },
  "committee-member": { label: "committee", page: "committee" },
  "city-respondent": { label: "replies", page: "evaluations" },
  moderator: { label: "moderation", page: "committee/moderation" },
};

function Workspaces({ roles }: { roles: readonly HeldRole[] }) {
  const t = useTranslations("account.home");
  const links = roles.flatMap(({ role, citySlug, cityName }) => {
    const workspace = workspaces[role];
    if (!workspace) return [];
    return [[`/${citySlug}/${workspace.page}`, t(workspace.label, { city: cityName })] as const];
  });
  if (links.length === 0) return null;
  return (
    <ArticleSection id="workspaces" title={t("workspaces")}>
      <ul className={styles.links}>
        {[...new Map(links)].map(([address, label]) => (
          <li key={address}>
            <Link to={address}>{label}</Link>
          </li>
        ))}
      </ul>
    </ArticleSection>
  );
}

/** What the owner wrote and moderation hides: where the reason is read, and contested. */
function HiddenAnnotations({ hidden }: { hidden: readonly Hidden[] }) {
  const t = useTranslations("account.home");
  const states = useTranslations("annotations.moderation.states");
  if (hidden.length === 0) return null;
  return (
    <ArticleSection id="hidden" title={t("hidden")} intro={t("hiddenIntro")}>
      <ul className={styles.links}>
        {hidden.map(({ citySlug, cityName, number, state }) => (
          <li key={`${citySlug} ${number}`}>
            <Link to={`/${citySlug}/committee/annotations/${number}`}>
              {t("hiddenOne", { city: cityName, number: String(number), state: states(state) })}
            </Link>
          </li>
        ))}
      </ul>
    </ArticleSection>
  );
}

function SecondFactor({ codesLeft }: { codesLeft: number }) {
  const t = useTranslations("account.home");
  return (
    <ArticleSection
      id="second-factor"
      title={t("secondFactor")}
      intro={t("secondFactorIntro", { count: codesLeft })}
    >
      <PostForm action="/api/account/authenticator">
        <p className={styles.note}>{t("replaceNote")}</p>
        <Button kind="quiet">{t("replace")}</Button>
      </PostForm>
    </ArticleSection>
  );
}

function Sessions({ sessions, here }: { sessions: readonly ListedSession[]; here: string }) {
  const t = useTranslations("account.home");
  const locale = useLocale();
  const named = ({ device }: ListedSession) => device || t("unknownDevice");
  const columns: Column<ListedSession>[] = [
    { key: "device", label: t("device"), cell: named, isHeading: true },
    { key: "opened", label: t("opened"), cell: ({ openedAt }) => wordMoment(locale, openedAt) },
    { key: "seen", label: t("seen"), cell: ({ seenAt }) => wordMoment(locale, seenAt) },
    {
      key: "close",
      label: t("close"),
      cell: (row) =>
        row.sessionId === here ? t("thisOne") : <CloseSession row={row} name={named(row)} />,
    },
  ];
  return (
    <ArticleSection id="sessions" title={t("sessions")} intro={t("sessionsIntro")}>
      <DataTable
        caption={t("sessions")}
        hidesCaption
        columns={columns}
        rows={sessions}
        keyOf={({ sessionId }) => sessionId}
      />
      {sessions.length > 1 && (
        <PostForm action="/api/account/sessions" hidden={{ close: "others" }} shape="inline">
          <Button kind="quiet">{t("closeOthers")}</Button>
        </PostForm>
      )}
    </ArticleSection>
  );
}

function CloseSession({ row, name }: { row: ListedSession; name: string }) {
  const t = useTranslations("account.home");
  const date = wordMoment(useLocale(), row.openedAt);
  return (
    <PostForm action="/api/account/sessions" hidden={{ close: row.sessionId }} shape="inline">
      <Button kind="small" label={t("closeLabel", { device: name, date })}>
        {t("close")}
      </Button>
    </PostForm>
  );
}
