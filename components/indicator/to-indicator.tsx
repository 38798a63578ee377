import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import styles from "./to-indicator.module.css";

/** The name of a figure leads to how it is computed, its history and its limits. */
export function ToIndicator({
  slug,
  id,
  children,
}: {
  slug: string;
  id: string;
  children: ReactNode;
}) {
  return (
    <Link to={`/${slug}/indicators/${id}`} className={styles.target}>
      {children}
    </Link>
  );
}
