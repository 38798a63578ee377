import { camerasInServiceOn } from "#domain/indicator/camera-years.ts";
import type { Measure, Unit } from "#domain/measure/measure.ts";
import type { Period } from "#domain/period/period.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportFigure } from "./report-content.ts";
import { reportFigure } from "./report-figure.ts";

/** Cameras in service on a day; a register without a camera says nothing, which is not that there are none. */
export function inServiceOn(known: RegistryYear, day: string): ReportFigure {
  const { cameras, registrySourceIds: sources } = known.facts;
  const isUndated = cameras.some(({ since }) => since === null);
  const context = { unit: "camera" as const, period: { from: day, to: day }, sources };
  const measure: Measure =
    cameras.length === 0
      ? { ...context, kind: "not-communicated" }
      : ({ ...context, ...count(camerasInServiceOn(cameras, day), isUndated) } as Measure);
  return ofRegister(known, "cameras-in-service", measure);
}

export function ofCameras(known: RegistryYear, cameras: number, period?: Period): Measure {
  const unit: Unit = "camera";
  const day = { from: known.asOf, to: known.asOf };
  const context = { unit, period: period ?? day, sources: known.facts.registrySourceIds };
  return { ...context, ...count(cameras, false) } as Measure;
}

export function ofRegister(
  { release }: RegistryYear,
  name: string,
  measure: Measure,
  page = "map",
): ReportFigure {
  return reportFigure(measure, { name, page, release });
}

export function count(value: number, estimated: boolean) {
  return value === 0 ? { kind: "zero" as const } : { kind: "known" as const, value, estimated };
}

export function add(groups: readonly { cameras: number }[]): number {
  return groups.reduce((sum, { cameras }) => sum + cameras, 0);
}
