import { countedFigures, isCounted } from "./counted-figures.ts";
import { indicatorFigures } from "./indicator-figures.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportPart, ReportUnknown } from "./report-content.ts";

type Code = ReportUnknown["code"];

/** Requests for recorded footage, and what became of them. Nothing in the registry says who asked. */
export function buildRequests(known: RegistryYear): ReportPart {
  const figures = countedFigures(known, {
    funnel: "footage-review",
    stages: ["requested", "available", "extracted", "usable", "contributed"],
    withResults: true,
  });
  const hasResults = figures.some(
    ({ name }) => name.startsWith("result.") || name === "stage.contributed",
  );
  const asked = isCounted(figures, "requested");
  return {
    figures,
    entries: [],
    unknowns: codes(
      !asked && "requests",
      asked && !hasResults && "results-of-requests",
      "requesters",
      "sharing",
    ),
  };
}

/** Requests of people who ask for their own images, and what was refused. */
export function buildRefusals(known: RegistryYear): ReportPart {
  const figures = countedFigures(known, {
    funnel: "rights",
    stages: ["received", "granted", "refused"],
  });
  const { figures: rates } = indicatorFigures(known, ["access-granted-rate"]);
  return {
    figures: [...figures, ...rates],
    entries: [],
    unknowns: codes(
      !isCounted(figures, "received") && "access-requests",
      !isCounted(figures, "refused") && "access-refused",
      "refusal-grounds",
    ),
  };
}

export function buildComplaints(known: RegistryYear): ReportPart {
  const figures = countedFigures(known, { funnel: "rights", stages: ["complaints"] });
  return {
    figures,
    entries: [],
    unknowns: codes(
      !isCounted(figures, "complaints") && "complaints",
      "complaint-details",
      "contact-point",
    ),
  };
}

/** Breaches, and whether anybody looked for them. */
export function buildBreaches(known: RegistryYear): ReportPart {
  const figures = countedFigures(known, { funnel: "rights", stages: ["breaches", "controls"] });
  return {
    figures,
    entries: [],
    unknowns: codes(
      !isCounted(figures, "breaches") && "breaches",
      !isCounted(figures, "controls") && "access-log",
    ),
  };
}

function codes(...given: readonly (Code | false)[]): ReportUnknown[] {
  return given.filter((code) => code !== false).map((code) => ({ code }));
}
