import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Button, PostForm } from "#components/ui/form.tsx";
import type { Role } from "#domain/actor/role.ts";
import { wordInstant } from "#formats/wording/word-date.ts";

export type Invitation = {
  id: number;
  email: string;
  role: Role;
  invitedAt: Date;
  expiresAt: Date;
  hasExpired: boolean;
};

type Props = { city: { slug: string; timezone: string }; invitations: readonly Invitation[] };

export function InvitationTable({ city, invitations }: Props) {
  const t = useTranslations("administration");
  const word = useTranslations("roles");
  const locale = useLocale();
  const columns: Column<Invitation>[] = [
    { key: "email", label: t("address"), cell: ({ email }) => email, isHeading: true },
    { key: "role", label: t("role"), cell: ({ role }) => word(role) },
    {
      key: "sent",
      label: t("sentOn"),
      cell: ({ invitedAt }) => wordInstant(locale, invitedAt, city.timezone),
    },
    {
      key: "expires",
      label: t("expires"),
      cell: ({ expiresAt, hasExpired }) =>
        hasExpired ? t("expired") : wordInstant(locale, expiresAt, city.timezone),
    },
    {
      key: "withdraw",
      label: t("withdraw"),
      cell: ({ id, email }) => (
        <PostForm
          action={`/api/administration/${city.slug}/withdrawals`}
          hidden={{ invitation: String(id) }}
          shape="inline"
        >
          <Button kind="small" label={t("withdrawLabel", { email })}>
            {t("withdraw")}
          </Button>
        </PostForm>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("invitations")}
      hidesCaption
      columns={columns}
      rows={invitations}
      keyOf={({ id }) => String(id)}
    />
  );
}
