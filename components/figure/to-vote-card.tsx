import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";

/** The way to the before-you-vote card of a city, with the camera it is about where there is one. */
export function ToVoteCard({ slug, camera }: { slug: string; camera?: string }) {
  const t = useTranslations("voteCard");
  const query = camera === undefined ? "" : `?camera=${encodeURIComponent(camera)}`;
  return (
    <p className={text.note}>
      <Link to={`/${slug}/before-you-vote${query}`}>{t(camera ? "linkCamera" : "link")}</Link>
    </p>
  );
}
