import { cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { AccountSheet } from "#components/account/account-sheet.tsx";
import type { Role } from "#domain/actor/role.ts";
import { rendered } from "./rendered.tsx";

// The page of a test is in the document that the next file of this worker finds.
afterEach(cleanup);

function linksOf(held: readonly Role[]): (string | null)[] {
  const roles = held.map((role) => ({ citySlug: "ville", cityName: "Ville", role, endsOn: null }));
  const session = { sessionId: "s", name: "N", quality: "Q", email: "n@example.org" };
  const page = { session, roles, sessions: [], codesLeft: 10, hidden: [] };
  const { container } = rendered(<AccountSheet page={page} notice={undefined} />);
  return [...container.querySelectorAll("#workspaces a, [aria-labelledby=workspaces] a")].map(
    (link) => link.getAttribute("href"),
  );
}

it("leads each role to where it does its work, once", () => {
  expect(linksOf(["committee-member", "committee-chair"])).toEqual(["/ville/committee"]);
  expect(linksOf(["city-respondent"])).toEqual(["/ville/evaluations"]);
  expect(linksOf(["administrator"])).toEqual(["/ville/administration"]);
  expect(linksOf(["moderator"])).toEqual(["/ville/committee/moderation"]);
});

it("has no empty list for a role that works elsewhere", () => {
  expect(linksOf(["data-officer"])).toEqual([]);
});
