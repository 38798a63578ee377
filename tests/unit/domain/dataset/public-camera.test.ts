import { describe, expect, it } from "vitest";
import {
  type RegisteredCamera,
  streetGridDegrees,
  toPublicCamera,
} from "#domain/dataset/public-camera.ts";
import { publicCamera } from "../disclosure/public-camera.ts";

const { position: _, ...facts } = publicCamera({
  label: "12 rue de la République",
  address: "12 rue de la République",
  districtCode: "centre",
  attributes: { pole: 7 },
});
const camera: RegisteredCamera = { ...facts, longitude: 4.38765, latitude: 45.43456 };
const published = (publishedPrecision: RegisteredCamera["publishedPrecision"]) =>
  toPublicCamera({ ...camera, publishedPrecision });

describe("What everybody may read of a camera", () => {
  it("is all of it where the city publishes its exact place", () => {
    expect(published("exact")).toMatchObject({
      address: camera.address,
      position: { longitude: 4.38765, latitude: 45.43456, precision: "exact" },
    });
  });

  it("is a grid point without number, direction and free attributes at street precision", () => {
    const { position, address, heads, attributes, label } = published("street");
    expect(position).toEqual({ longitude: 4.388, latitude: 45.435, precision: "street" });
    expect([address, heads, attributes]).toEqual([null, null, null]);
    expect(label).toBe(camera.label);
    expect(Math.abs(4.38765 - (position?.longitude ?? 0))).toBeLessThanOrEqual(
      streetGridDegrees / 2,
    );
  });

  it("has no place but its district at that precision, and none where it is hidden", () => {
    expect(published("district")).toMatchObject({
      position: null,
      label: null,
      districtCode: "centre",
    });
    expect(published("hidden")).toMatchObject({ position: null, label: null, districtCode: null });
  });

  it("always has its existence, state, purposes and orders", () => {
    const { reference, status, purposes, authorisationReferences } = published("hidden");
    expect({ reference, status, purposes, authorisationReferences }).toEqual({
      reference: camera.reference,
      status: camera.status,
      purposes: camera.purposes,
      authorisationReferences: camera.authorisationReferences,
    });
  });

  it("has no position where none is known, whatever the precision", () => {
    const unknown = { ...camera, longitude: null, latitude: null };
    for (const publishedPrecision of ["exact", "street"] as const)
      expect(toPublicCamera({ ...unknown, publishedPrecision }).position).toBeNull();
  });
});
