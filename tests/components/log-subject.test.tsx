import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LogSubject } from "#components/log/log-subject.tsx";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const shown = (subject: string, action: string, detail: object = {}) =>
  rendered(<LogSubject city="ville-temoin" {...{ subject, action, detail }} />).container;

describe("what an act of the log is about", () => {
  it("is an account that nobody can be known by, with the role that it was given", () => {
    const account = "account d2808f1a-1111-4222-8333-444455556666";
    const words = shown(account, "role-granted", { role: "moderator", endsOn: null }).textContent;
    expect(words).toBe("Un compte, sans nom ici (repère d2808f1a)Rôle : modération");
  });

  it("leads to the release that an import came with, and says what it brought", () => {
    const words = shown("import 35", "import-applied", { preset: "districts", release: 4 });
    expect(screen.getByRole("link").getAttribute("href")).toBe("/ville-temoin/releases/4");
    expect(words.textContent).toContain("Quartiers");
  });

  it("leads to an opinion once it is public, never before", () => {
    shown("evaluation tanneries", "vote-cast");
    expect(screen.queryByRole("link")).toBeNull();
    shown("evaluation tanneries", "evaluation-published");
    expect(screen.getByRole("link").getAttribute("href")).toBe(
      "/ville-temoin/evaluations/tanneries",
    );
  });

  it("is as the log writes it where there are no words", () => {
    expect(shown("something-else 7", "city-added").textContent).toBe("something-else 7");
  });
});
