/** What an address may make a page say: one of these, and nothing that somebody else wrote. */
const notices = [
  "accepted",
  "signed-out",
  "closed",
  "closed-others",
  "codes-kept",
  "confirmed",
] as const;
const problems = [
  "refused",
  "too-many",
  "wrong-code",
  "late-code",
  "sign-in-again",
  "malformed-email",
  "expired",
  "provider",
  "missing",
  "too-long",
  "unreadable",
  "incompatible-role",
] as const;

export function knownNotice(text: string | undefined) {
  return notices.find((notice) => notice === text);
}

export function knownProblem(text: string | undefined) {
  return problems.find((problem) => problem === text);
}
