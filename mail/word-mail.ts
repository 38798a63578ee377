import { createTranslator } from "use-intl/core";
import type { Role } from "#domain/actor/role.ts";
import { type ModerationRule, moderationRules } from "#domain/annotation/moderation.ts";
import { present } from "#domain/presence/present.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import en from "#messages/en.json" with { type: "json" };
import fr from "#messages/fr.json" with { type: "json" };
import type { Mail } from "./send-mail.ts";

/** What messages say, from the same sentences as the pages. */
type Language = "fr" | "en";

function translatorOf(locale: Language) {
  return createTranslator({ locale, messages: { fr, en }[locale] });
}

export function wordInvitation(
  locale: Language,
  invitation: {
    to: string;
    address: string;
    token: string;
    role: Role;
    city: { name: string; timezone: string };
    expiresAt: Date;
  },
): Mail {
  const t = translatorOf(locale);
  const { to, address, token, role, city, expiresAt } = invitation;
  const link = `${address}${addressOf(locale, "/account/invitation")}?token=${token}`;
  const words = {
    role: t(`roles.${role}`),
    city: city.name,
    until: wordInstant(locale, expiresAt, city.timezone),
    link,
  };
  return {
    to,
    subject: t("mail.invitation.subject", words),
    text: t("mail.invitation.text", words),
  };
}

export function wordSignInLink(
  locale: Language,
  message: { to: string; address: string; token: string; next: string; minutes: number },
): Mail {
  const t = translatorOf(locale);
  const { to, address, token, next, minutes } = message;
  const query = new URLSearchParams({ token, ...(next ? { next } : {}) });
  const link = `${address}${addressOf(locale, "/account/sign-in/confirm")}?${query}`;
  const words = { minutes: String(minutes), link, site: new URL(address).host };
  return { to, subject: t("mail.signIn.subject"), text: t("mail.signIn.text", words) };
}

/** Tells the author of an annotation what moderation did with it, by which rule, why, and what can be done about it. */
export function wordModeration(
  locale: Language,
  address: string,
  notice: {
    email: string;
    city: { slug: string; name: string; timezone: string };
    number: number;
    act: "hidden" | "restored" | "upheld";
    onAppeal: boolean;
    rule: ModerationRule;
    reason: string;
    at: Date;
  },
): Mail {
  const t = translatorOf(locale);
  const { email: to, city, number, act, onAppeal, rule, reason, at } = notice;
  const { legalReference } = present(moderationRules.find(({ id }) => id === rule));
  const name = t(`annotations.moderation.rules.${rule}.name`);
  const linkTo = (path: string) => `${address}${addressOf(locale, `/${city.slug}${path}`)}`;
  const words = {
    city: city.name,
    number: String(number),
    on: wordInstant(locale, at, city.timezone),
    rule: legalReference ? `${name} (${legalReference})` : name,
    meaning: t(`annotations.moderation.rules.${rule}.text`),
    reason,
    annotation: linkTo(`/annotations/${number}`),
    desk: linkTo(`/committee/annotations/${number}`),
    rules: linkTo("/annotations/moderation"),
  };
  const said = act === "restored" && onAppeal ? "restoredOnAppeal" : act;
  return {
    to,
    subject: t(`mail.moderation.${said}.subject`, words),
    text: t(`mail.moderation.${said}.text`, words),
  };
}
