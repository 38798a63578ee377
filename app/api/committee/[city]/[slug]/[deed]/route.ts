import type { NextRequest } from "next/server";
import { type DeskAddress, deskDoors } from "#app/_committee/desk-doors.ts";

type Context = { params: Promise<DeskAddress & { deed: string }> };

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { deed } = await context.params;
  if (!Object.hasOwn(deskDoors, deed)) return new Response("Not found.\n", { status: 404 });
  return deskDoors[deed as keyof typeof deskDoors](request, context);
}
