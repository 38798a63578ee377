/** Whether who asks would rather have JSON-LD than a page (RFC 9110 §12.5.1). Only what is named counts: browsers take anything. */
export function prefersLinkedData(accept: string | undefined): boolean {
  if (!accept?.includes("ld+json")) return false;
  return weightOf(accept, "application/ld+json") > weightOf(accept, "text/html");
}

function weightOf(accept: string, type: string): number {
  const weights = accept
    .slice(0, 2_000)
    .toLowerCase()
    .split(",")
    .map((range) => range.split(";").map((part) => part.trim()))
    .filter(([name]) => name === type)
    .map((parts) => Number(parts.find((part) => part.startsWith("q="))?.slice(2) ?? 1));
  return Math.max(0, ...weights.filter(Number.isFinite));
}
