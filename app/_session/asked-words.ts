import { innerPath } from "#formats/addresses/inner-path.ts";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What the address of a private page says: short words of ours, a token, and where to go next. */
export async function askedWords(searchParams: SearchParams) {
  const asked = await searchParams;
  const word = (name: string) => {
    const given = asked[name];
    return typeof given === "string" && given.length <= 500 ? given : undefined;
  };
  return {
    notice: word("notice"),
    problem: word("problem"),
    field: word("field"),
    sent: word("sent") === "yes",
    again: word("again") === "yes",
    token: word("token") ?? "",
    next: innerPath(word("next")) ?? "",
  };
}
