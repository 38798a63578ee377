import { useTranslations } from "next-intl";
import { Callout } from "#components/ui/callout.tsx";
import type { Reason, ReasonKind } from "#domain/effect/reasons-not-to-conclude.ts";
import styles from "./effect.module.css";

/** Why a study is refused, each reason with what would lift it. */
export function Refusals({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("effects.reasons");
  const refusals = ofKind(reasons, "refusal");
  if (refusals.length === 0) return null;
  return (
    <Callout title={t("refusals", { count: refusals.length })}>
      <ReasonList reasons={refusals} />
    </Callout>
  );
}

/** What is to be kept in mind beside a result. */
export function Reservations({
  reasons,
  headingLevel,
}: {
  reasons: readonly Reason[];
  headingLevel: 2 | 3;
}) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const t = useTranslations("effects.reasons");
  const warnings = ofKind(reasons, "warning");
  if (warnings.length === 0) return null;
  return (
    <>
      <Heading className={styles.subheading}>{t("warnings", { count: warnings.length })}</Heading>
      <ReasonList reasons={warnings} />
    </>
  );
}

function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("effects.reasons");
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ code }) => (
        <li key={code}>
          <strong>{t(`rules.${code}.title`)}</strong> {t("requires")}{" "}
          {t(`rules.${code}.requirement`)}.
        </li>
      ))}
    </ul>
  );
}

function ofKind(reasons: readonly Reason[], kind: ReasonKind): Reason[] {
  return reasons.filter((reason) => reason.kind === kind);
}
