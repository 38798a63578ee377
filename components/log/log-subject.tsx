import { useLocale, useTranslations } from "next-intl";
import { reportPath } from "#components/annual-report/report-props.ts";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { findImporter } from "#domain/importing/importers/registry.ts";

type Props = {
  city: string | null;
  action: string;
  /** A kind and an identifier, as the log writes them: `release 4`. */
  subject: string;
  detail: object;
};

/** What an act is about, as one says it, with the way to it where it is public. Nobody is named: the log knows nobody. */
export function LogSubject(props: Props) {
  const t = useTranslations("transparencyLog.subjects");
  const [kind = "", id = ""] = props.subject.split(" ");
  const words = t.has(kind) ? t(kind, { id, short: id.slice(0, 8) }) : undefined;
  const path = pathOf(kind, id, props);
  if (words === undefined) return <code>{props.subject}</code>;
  return (
    <>
      {path ? <Link to={path}>{words}</Link> : words}
      <More detail={props.detail} />
    </>
  );
}

/** The role that was given, or what an import brought. */
function More({ detail }: Pick<Props, "detail">) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const { role, preset } = detail as { role?: unknown; preset?: unknown };
  if (typeof role === "string" && t.has(`qualities.${role}`))
    return <span className={text.caveat}>{t("role", { role: t(`qualities.${role}`) })}</span>;
  if (typeof preset !== "string") return null;
  const label = findImporter(preset)?.label[locale === "en" ? "en" : "fr"];
  const words = label ?? (preset === "generated" ? t("generated") : undefined);
  return words === undefined ? null : <span className={text.caveat}>{words}</span>;
}

/** Acts after which an opinion is public: before them its page does not exist. */
const publicOpinion = /^(?:evaluation-(?:published|revised|withdrawn)|recommendation-|reply-)/;

function pathOf(kind: string, id: string, { city, action, detail }: Props): string | undefined {
  if (city === null) return undefined;
  const { release } = detail as { release?: unknown };
  switch (kind) {
    case "city":
      return `/${city}`;
    case "import":
      return typeof release === "number" ? `/${city}/releases/${release}` : undefined;
    case "release":
      return action === "release-published" ? `/${city}/releases/${id}` : undefined;
    case "evaluation":
      return publicOpinion.test(action) ? `/${city}/evaluations/${id}` : undefined;
    case "annotation":
      return `/${city}/annotations/${id}`;
    case "annual-report":
      return reportPath(city, Number(id));
    default:
      return undefined;
  }
}
