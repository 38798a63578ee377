import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { InLanguage } from "#components/ui/in-language.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";

import type { EnteredKind } from "#domain/importing/entered-kinds.ts";
import { fieldLabel, isInCents } from "#domain/importing/field-label.ts";
import type { FieldChange } from "#domain/importing/standing-cells.ts";
import { languageOfCountry } from "#domain/territory/language-of-country.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import styles from "./corrections-table.module.css";

export type ShownCorrection = {
  kind: EnteredKind;
  key: string;
  changes: readonly FieldChange[];
  isWithdrawn: boolean;
  release: number;
  publishedAt: Date;
  reason: string | null;
  source: { title: string; url: string | null } | null;
};

type Props = {
  city: { slug: string; country: string; timezone: string; currency: string };
  corrections: readonly ShownCorrection[];
  caption: string;
};

/** Line by line: what it said before, what it says now, since which release, and why. */
export function CorrectionsTable({ city, corrections, caption }: Props) {
  const t = useTranslations("corrections");
  return (
    <DataTable
      caption={caption}
      hidesCaption={true}
      columns={[
        {
          key: "line",
          label: t("line"),
          isHeading: true,
          cell: ({ kind, key }) => (
            <>
              {key}
              <span className={text.caveat}>{t(`kinds.${kind}`)}</span>
            </>
          ),
        },
        {
          key: "changes",
          label: t("changes"),
          cell: (row) => <Changes correction={row} currency={city.currency} />,
        },
        { key: "since", label: t("since"), cell: (row) => <Since correction={row} city={city} /> },
        {
          key: "why",
          label: t("why"),
          cell: (row) => <Why correction={row} country={city.country} />,
        },
      ]}
      rows={corrections}
      keyOf={({ kind, key, release }) => `${kind} ${key} ${release}`}
    />
  );
}

type One = { correction: ShownCorrection };

function Changes({ correction, currency }: One & { currency: string }) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const { kind, changes, isWithdrawn } = correction;
  if (isWithdrawn) return t("withdrawn");
  if (changes.length === 0) return t("sourceOnly");
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldLabel(kind, field)[locale === "en" ? "en" : "fr"]}</dt>
          <dd>
            <del>
              <Said field={field} value={before} currency={currency} />
            </del>{" "}
            <span aria-hidden="true">→</span>{" "}
            <ins>
              <Said field={field} value={after} currency={currency} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ field, value, currency }: { field: string; value: unknown; currency: string }) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  if (value === null) return <span className={text.silence}>{t("nothing")}</span>;
  if (typeof value === "number")
    return isInCents(field) ? wordMoney(locale, value, currency, 2) : wordNumber(locale, value, 4);
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value)) return value.join(" · ");
  return typeof value === "string" ? value : t("outline");
}

function Since({ correction, city }: One & Pick<Props, "city">) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const { release, publishedAt } = correction;
  return (
    <>
      <Link to={`/${city.slug}/releases/${release}`}>
        {t("release", { number: String(release) })}
      </Link>
      <span className={text.caveat}>{wordInstant(locale, publishedAt, city.timezone)}</span>
    </>
  );
}

function Why({ correction: { reason, source }, country }: One & { country: string }) {
  const t = useTranslations("corrections");
  return (
    <>
      {reason ?? <span className={text.silence}>{t("noReason")}</span>}
      {source && (
        <span className={text.caveat}>
          <InLanguage language={languageOfCountry(country)}>
            {source.url ? <a href={source.url}>{source.title}</a> : source.title}
          </InLanguage>
        </span>
      )}
    </>
  );
}
