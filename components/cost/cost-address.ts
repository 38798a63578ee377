import { type CostView, formatCostView } from "#domain/cost/cost-view.ts";

/** Address of the page under a view, in its one spelling. */
export function addressOfView(path: string, view: CostView, release: string): string {
  const query = formatCostView(view);
  if (release !== "") query.set("release", release);
  return query.size === 0 ? path : `${path}?${query}`;
}
