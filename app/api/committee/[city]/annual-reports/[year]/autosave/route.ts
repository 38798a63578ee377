import { autosaveDoor } from "#app/_committee/autosave-door.ts";
import {
  type ReportAddress,
  reportDeedOf,
  reportFields,
  textsOfFields,
} from "#app/_committee/report-doors.ts";
import { saveReport } from "#use-cases/annual-report/write-report.ts";

export const POST = autosaveDoor(
  reportFields,
  ({ seen, requestKey, ...fields }, context, address: ReportAddress) =>
    saveReport(reportDeedOf(requestKey, context, address), seen, textsOfFields(fields)),
);
