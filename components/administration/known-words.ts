/** What an address may make the page say. */
const notices = ["invited", "withdrawn", "revoked"] as const;
const problems = [
  "malformed-email",
  "unknown-role",
  "malformed-date",
  "past-date",
  "already-held",
  "incompatible-role",
  "own-role",
  "too-many",
  "last-administrator",
  "gone",
  "mail",
] as const;

export function knownNotice(text: string | undefined) {
  return notices.find((notice) => notice === text);
}

export function knownProblem(text: string | undefined) {
  return problems.find((problem) => problem === text);
}
