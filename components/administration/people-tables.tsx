import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Button, PostForm } from "#components/ui/form.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import type { Role } from "#domain/actor/role.ts";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";

export type Grant = {
  id: number;
  name: string;
  quality: string;
  email: string | null;
  role: Role;
  givenAt: Date;
  endsOn: string | null;
  revokedAt: Date | null;
  holds: boolean;
  hasAuthenticator: boolean;
};

type Props = { city: { slug: string; timezone: string }; grants: readonly Grant[] };

function Person({ grant }: { grant: Grant }) {
  const t = useTranslations("administration");
  return (
    <>
      {grant.name}
      <span className={text.caveat}>{grant.quality}</span>
      <span className={text.caveat}>{grant.email ?? t("closedAccount")}</span>
    </>
  );
}

function useCommonColumns(timezone: string): Column<Grant>[] {
  const t = useTranslations("administration");
  const word = useTranslations("roles");
  const locale = useLocale();
  return [
    {
      key: "person",
      label: t("person"),
      cell: (grant) => <Person grant={grant} />,
      isHeading: true,
    },
    { key: "role", label: t("role"), cell: ({ role }) => word(role) },
    {
      key: "since",
      label: t("since"),
      cell: ({ givenAt }) => wordInstant(locale, givenAt, timezone),
    },
  ];
}

export function PeopleTable({ city, grants }: Props) {
  const t = useTranslations("administration");
  const word = useTranslations("roles");
  const locale = useLocale();
  const columns: Column<Grant>[] = [
    ...useCommonColumns(city.timezone),
    {
      key: "until",
      label: t("until"),
      cell: ({ endsOn }) => (endsOn ? wordDate(locale, endsOn) : t("noEnd")),
    },
    {
      key: "state",
      label: t("state"),
      cell: ({ hasAuthenticator }) => (
        <>
          <StatusMark state={hasAuthenticator ? "good" : "unknown"} />
          {t(hasAuthenticator ? "secondFactorOn" : "secondFactorOff")}
        </>
      ),
    },
    {
      key: "revoke",
      label: t("revoke"),
      cell: ({ id, name, role }) => (
        <PostForm
          action={`/api/administration/${city.slug}/revocations`}
          hidden={{ grant: String(id) }}
          shape="inline"
        >
          <Button kind="small" label={t("revokeLabel", { name, role: word(role) })}>
            {t("revoke")}
          </Button>
        </PostForm>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("people")}
      hidesCaption
      columns={columns}
      rows={grants}
      keyOf={({ id }) => String(id)}
    />
  );
}

export function PastTable({ city, grants }: Props) {
  const t = useTranslations("administration");
  const locale = useLocale();
  const columns: Column<Grant>[] = [
    ...useCommonColumns(city.timezone),
    {
      key: "ended",
      label: t("ended"),
      cell: ({ revokedAt }) =>
        revokedAt ? wordInstant(locale, revokedAt, city.timezone) : t("ranOut"),
    },
  ];
  return (
    <DataTable
      caption={t("past")}
      hidesCaption
      columns={columns}
      rows={grants}
      keyOf={({ id }) => String(id)}
    />
  );
}
