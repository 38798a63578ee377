import { startReportDoor } from "#app/_committee/report-doors.ts";

export const POST = startReportDoor;
