import type { Metadata } from "next";

/**
 * For pages that only someone signed in reads, or that sign somebody in: no search engine, and addresses, which may hold
 * a token, are told to nobody else. Our own pages must be told: forms prove by it where they come from.
 */
export function privateMetadata(title: string, description: string): Metadata {
  return {
    title,
    description,
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}
