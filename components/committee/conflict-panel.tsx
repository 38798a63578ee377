import { useTranslations } from "next-intl";
import { Callout } from "#components/ui/callout.tsx";
import type { FieldConflict } from "#domain/evaluation/merge-drafts.ts";
import styles from "./committee.module.css";

type Props = { conflicts: readonly FieldConflict[]; labelOf: (field: string) => string };

/** Two drafts met: what both changed stands side by side. The form below holds their words; what is chosen is written there. */
export function ConflictPanel({ conflicts, labelOf }: Props) {
  const t = useTranslations("committee.conflict");
  return (
    <Callout title={t("title")}>
      <p>{t("text")}</p>
      {conflicts.map(({ field, theirs, mine }) => (
        <section key={field} aria-label={labelOf(field)}>
          <h3>{labelOf(field)}</h3>
          <div className={styles.sides}>
            <div>
              <p className={styles.hint}>{t("theirs")}</p>
              <div className={styles.side}>{asText(theirs)}</div>
            </div>
            <div>
              <p className={styles.hint}>{t("mine")}</p>
              <div className={styles.side}>{asText(mine)}</div>
            </div>
          </div>
        </section>
      ))}
    </Callout>
  );
}

function asText(value: unknown): string {
  if (value === undefined) return "—";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
