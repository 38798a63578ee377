import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import {
  type ReasonCode,
  type ReasonKind,
  rulesOfEvidence,
} from "#domain/effect/reasons-not-to-conclude.ts";
import styles from "./effect.module.css";

const kinds: readonly ReasonKind[] = ["refusal", "warning"];
const codes = Object.keys(rulesOfEvidence) as ReasonCode[];

/** Everything that a study must bring together, as the code that judges it has it. */
export function EvidenceRules() {
  const t = useTranslations("effects.reasons");
  return (
    <>
      <div className={styles.rules}>
        {kinds.map((kind) => (
          <div key={kind}>
            <h3 className={styles.subheading}>{t(`kind.${kind}`)}</h3>
            <ul>
              {codes
                .filter((code) => rulesOfEvidence[code].kind === kind)
                .map((code) => (
                  <li key={code}>{t(`rules.${code}.requirement`)}</li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      <p className={styles.more}>
        <Link to="/methodology#rules-of-evidence">{t("source")}</Link>
      </p>
    </>
  );
}
