import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { NeighboursPart } from "#components/vote-card/neighbours-part.tsx";
import type { VoteCardProps } from "#components/vote-card/vote-card-props.ts";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

type Page = VoteCardProps["page"];
const neighbour = (changes: Partial<Page["neighbours"][number]>) => ({
  camera: { reference: "C1", label: null },
  metres: 83,
  requests: undefined,
  alerts: undefined,
  watched: undefined,
  ...changes,
});
const said = (neighbours: Page["neighbours"], position: object | undefined = {}) => {
  const page = {
    place: { district: undefined, position, camera: undefined },
    neighbours,
    neighboursWithin: 250,
  };
  const addresses = { camera: (reference: string) => `/x/${reference}` };
  const { container } = rendered(
    <NeighboursPart page={page as never} addresses={addresses as never} />,
    "en",
  );
  return container.textContent ?? "";
};

describe("the neighbours of a proposed camera", () => {
  it("are each said with their distance, their requests and their use live", () => {
    const words = said([
      neighbour({
        requests: { year: 2024, band: { from: 10, to: 24 } },
        alerts: { year: 2024, band: { from: 100 } },
        watched: { year: 2023, hours: 0 },
      }),
      neighbour({ camera: { reference: "C2", label: null } }),
    ]);
    expect(words).toContain("at about 80 m, footage requested 10 to 24 times in 2024");
    expect(words).toContain("100 events or more noticed live in 2024, never watched live in 2023");
    expect(words).toMatch(/C2 at about 80 m, use not published/);
  });

  it("are said to need a point where a district alone is given, and to be silent together", () => {
    const page = said([], null as never);
    expect(page).toContain(
      "Give a position or a camera to read the use of the cameras within 250 m",
    );
    expect(said([neighbour({})])).toContain("Use is not published camera by camera.");
    expect(said([])).toContain("No camera in service");
  });
});
