import { camerasInServiceOn, cameraYears } from "#domain/indicator/camera-years.ts";
import { camerasPerThousandInhabitants } from "#domain/indicator/cameras-per-inhabitant.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { yearPeriod } from "#domain/period/period.ts";
import { fullCost } from "./build-costs.ts";
import { countedFigures, isCounted } from "./counted-figures.ts";
import { indicatorFigures } from "./indicator-figures.ts";
import { add, count, inServiceOn, ofCameras, ofRegister } from "./register-figures.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportFigure, ReportPart } from "./report-content.ts";
import { reportFigure } from "./report-figure.ts";

const perCameraYear = [
  "requests-per-camera-year",
  "detections-per-camera-year",
  "alerts-per-camera-year",
  "fines-per-camera-year",
  "service-availability",
];

/** How many cameras watched, for what declared purposes, and what was made of them. */
export function buildUses(known: RegistryYear): ReportPart {
  const seen = countedFigures(known, {
    funnel: "live-monitoring",
    stages: ["detected", "verified", "reported", "dispatched", "attended", "resolved"],
  });
  const fines = countedFigures(known, {
    funnel: "video-fines",
    stages: ["issued", "contested", "cancelled"],
  });
  const rates = indicatorFigures(known, perCameraYear);
  const { inService } = known.cameras;
  return {
    figures: [
      inServiceOn(known, known.asOf),
      ...servedIn(known),
      ...purposes(known),
      ...seen,
      ...fines,
      ...rates.figures,
    ],
    entries: [],
    unknowns: [
      ...(known.camerasWithPurpose < inService || inService === 0
        ? [
            {
              code: "purposes" as const,
              count: inService - known.camerasWithPurpose,
              of: inService,
            },
          ]
        : []),
      { code: "necessity-review" },
      { code: "alternatives" },
      { code: "operators" },
      ...(isCounted(seen, "detected") || isCounted(seen, "reported")
        ? []
        : [{ code: "live-monitoring" as const }]),
      ...(isCounted(fines, "issued") ? [] : [{ code: "video-fines" as const }]),
      ...rates.unknowns,
    ],
  };
}

/** Of a whole year alone: part of one is no camera-year. */
function servedIn(known: RegistryYear): ReportFigure[] {
  const { cameras, registrySourceIds: sources } = known.facts;
  const period = yearPeriod(known.year);
  if (cameras.length === 0 || known.asOf < period.to) return [];
  const served = cameraYears(cameras, period);
  const context = { unit: "camera-year" as const, period, sources };
  const measure = { ...context, ...count(served.value, served.undated > 0) } as Measure;
  return [ofRegister(known, "camera-years", measure)];
}

function purposes(known: RegistryYear): ReportFigure[] {
  return known.purposes.map(({ purpose, cameras }) =>
    ofRegister(known, `purpose.${purpose}`, ofCameras(known, cameras), "map"),
  );
}

/** Cameras of each district by name, in numbers and for 1,000 inhabitants; none is ranked. */
export function buildDeployment(known: RegistryYear): ReportPart {
  const { districts, areDistrictsKnown, asOf, facts, release } = known;
  const lines = areDistrictsKnown ? districts : [];
  const figures = lines.flatMap(({ code, name, cameras, population }) => {
    const inService = camerasInServiceOn(cameras, asOf);
    const isUndated = cameras.some(({ since }) => since === null);
    const context = { about: name, page: `districts/${encodeURIComponent(code)}`, release };
    const period = { from: asOf, to: asOf };
    const counted = {
      ...{ unit: "camera" as const, period, sources: facts.registrySourceIds },
      ...count(inService, isUndated),
    } as Measure;
    const rate = camerasPerThousandInhabitants(inService, population, facts.registrySourceIds);
    return [
      reportFigure(counted, { ...context, name: "cameras-in-service" }),
      ...(population ? [reportFigure(rate, { ...context, name: "cameras-per-1000" })] : []),
    ];
  });
  const unpeopled = lines.filter(({ population }) => population === undefined).length;
  const whole = indicatorFigures(known, ["cameras-per-1000-inhabitants"]);
  return {
    figures: [...whole.figures.slice(0, 1), ...figures],
    entries: [],
    unknowns: [
      ...(lines.length === 0 ? [{ code: "cameras-by-district" as const }] : []),
      ...(unpeopled > 0
        ? [{ code: "inhabitants-of-districts" as const, count: unpeopled, of: lines.length }]
        : []),
      { code: "priority-districts" },
      ...whole.unknowns,
    ],
  };
}

/** What is not as it was a year before: cameras, counts, costs, releases, facts about who answers. */
export function buildChanges(known: RegistryYear): ReportPart {
  const { year, facts, cameras, releases, institutions } = known;
  const before = yearBefore(known);
  const began = facts.cameras.filter(({ since }) => since?.startsWith(String(year)));
  const ended = facts.cameras.filter(({ removedOn }) => removedOn?.startsWith(String(year)));
  const period = { from: `${year}-01-01`, to: known.asOf };
  return {
    figures:
      facts.cameras.length === 0
        ? before
        : [
            ofRegister(known, "cameras-commissioned", ofCameras(known, add(began), period)),
            ofRegister(known, "cameras-removed", ofCameras(known, add(ended), period)),
            ...before,
          ],
    entries: [
      ...institutions
        .filter(({ happenedOn }) => happenedOn.startsWith(String(year)))
        .map(({ happenedOn, statement, sourceId }) => ({
          kind: "fact" as const,
          ...{ on: happenedOn, statement, sources: [sourceId] },
        })),
      ...releases.map((release) => ({ kind: "release" as const, ...release })),
    ],
    unknowns: [
      ...(cameras.undated > 0
        ? [{ code: "installation-dates" as const, count: cameras.undated, of: add(facts.cameras) }]
        : []),
      ...(before.length === 0 ? [{ code: "year-before" as const }] : []),
    ],
  };
}

/** The same figures a year before, each with its own period: whoever reads subtracts. */
function yearBefore(known: RegistryYear): ReportFigure[] {
  const { year, facts, costBefore } = known;
  const counts = [
    countedFigures(known, { funnel: "footage-review", stages: ["requested"], year: year - 1 }),
    countedFigures(known, { funnel: "video-fines", stages: ["issued"], year: year - 1 }),
    countedFigures(known, { funnel: "rights", stages: ["complaints"], year: year - 1 }),
  ].flat();
  const hadCameras = camerasInServiceOn(facts.cameras, `${year - 1}-12-31`) > 0;
  return [
    ...(hadCameras ? [inServiceOn(known, `${year - 1}-12-31`)] : []),
    ...counts,
    ...(costBefore ? [fullCost(known, costBefore)] : []),
  ];
}
