/** The columns in which a sum of outcome rows counts its cells, with the state that each counts. */
export const stateColumns = {
  known: "known",
  zero: "zero",
  withheld: "withheld",
  not_collected: "not-collected",
  not_broken_down: "not-broken-down",
  not_communicated: "not-communicated",
  declared_zero: "declared-zero",
};
