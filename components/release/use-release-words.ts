import { useTranslations } from "next-intl";

export type SummedRelease = { kind: string; note: string; changes: unknown };

/** What a release brought, in a sentence: from its counts where it is an import of a file, else from its own note. */
export function useReleaseWords(): (release: SummedRelease) => string {
  const t = useTranslations("home.releases");
  return ({ kind, note, changes }) => {
    const { kind: records, preset, batch, ...counts } = (changes ?? {}) as Record<string, unknown>;
    if (kind === "undo") return t("undone", { batch: String(batch) });
    const isFile = typeof records === "string" && preset !== "record";
    if (!isFile || !t.has(`records.${records}`)) return note;
    const count = (name: string) => Number(counts[name] ?? 0);
    return t("imported", {
      records: t(`records.${records}`),
      created: count("created"),
      updated: count("updated") + count("renumbered"),
    });
  };
}
