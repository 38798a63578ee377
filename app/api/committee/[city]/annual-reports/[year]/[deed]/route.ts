import type { NextRequest } from "next/server";
import { type ReportAddress, reportDoors } from "#app/_committee/report-doors.ts";

type Context = { params: Promise<ReportAddress & { deed: string }> };

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { deed } = await context.params;
  if (!Object.hasOwn(reportDoors, deed)) return new Response("Not found.\n", { status: 404 });
  return reportDoors[deed as keyof typeof reportDoors](request, context);
}
