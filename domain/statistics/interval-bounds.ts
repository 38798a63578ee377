/** Two-sided bounds, in the unit of what is estimated. `high` may be infinite where nothing bounds it. */
export type IntervalBounds = { readonly low: number; readonly high: number };

/** Level of every interval unless another is asked for. */
export const usualLevel = 0.95;
