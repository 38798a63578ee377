import { describe, expect, it } from "vitest";
import { resolveEvidence } from "#domain/camera/resolve-evidence.ts";

const said = (
  sourceId: number,
  fields: Record<string, unknown>,
  observedOn: string | null = null,
) => ({
  sourceId,
  observedOn,
  fields,
  fromRelease: sourceId,
});

describe("Who decides a field of a camera", () => {
  it("is the latest statement that speaks of it; one that is silent leaves it", () => {
    const found = resolveEvidence([
      said(1, { status: "planned", type: "dome" }),
      said(2, { status: "in-service" }),
    ]);
    expect(found.get("status")).toMatchObject({ sourceId: 2, sinceRelease: 2 });
    expect(found.get("type")).toMatchObject({ sourceId: 1, replaced: [] });
  });

  it("never drops what was replaced: each earlier value keeps its own source and day", () => {
    const found = resolveEvidence([
      said(1, { status: "planned" }, "2019-01-01"),
      said(2, { status: "in-service" }, "2020-01-01"),
      said(3, { status: "removed" }),
    ]);
    expect(found.get("status")?.replaced).toEqual([
      { value: "planned", sourceId: 1, observedOn: "2019-01-01" },
      { value: "in-service", sourceId: 2, observedOn: "2020-01-01" },
    ]);
  });

  it("is nobody where nothing was said", () => {
    expect(resolveEvidence([]).size).toBe(0);
  });
});
