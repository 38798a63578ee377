import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ReleaseBanner } from "#components/layout/release-banner.tsx";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const shown = (release: number, isNamed: boolean) =>
  rendered(
    <ReleaseBanner
      path="/ville/authorisations"
      city={{
        release,
        latestRelease: 7,
        isNamed,
        publishedAt: new Date("2026-03-01T23:30:00Z"),
        timezone: "Europe/Paris",
      }}
    />,
    "en",
  ).container.textContent;

describe("what stands above a page read as of a release", () => {
  it("says on which day deadlines are judged, and leads to what stands now", () => {
    const words = shown(3, true);
    expect(words).toContain("2 March 2026");
    expect(words).toContain("judged on that day");
    expect(screen.getByRole("link").textContent).toBe("Read the current release (release 7)");
  });

  it("says it of the latest release too, where the address names it", () => {
    expect(shown(7, true)).toContain("judged on that day");
    expect(screen.getByRole("link").textContent).toBe("Read it as of today");
  });

  it("is silent where no release is named", () => {
    expect(shown(7, false)).toBe("");
  });
});
