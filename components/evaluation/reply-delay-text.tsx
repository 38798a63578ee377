import { useTranslations } from "next-intl";
import type { ReplyDelay } from "#domain/evaluation/reply-delay.ts";
import styles from "./evaluation.module.css";

/** How long the city took to answer, or has not answered. */
export function ReplyDelayText({ reply }: { reply: ReplyDelay }) {
  const t = useTranslations("evaluations.reply");
  if (reply.kind === "replied") return t("replied", { days: reply.days });
  return <span className={styles.late}>{t("waiting", { days: reply.days })}</span>;
}
