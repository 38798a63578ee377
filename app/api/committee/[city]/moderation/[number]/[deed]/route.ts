import type { NextRequest } from "next/server";
import { type AnnotationAddress, moderationDoors } from "#app/_annotation/annotation-doors.ts";

type Context = { params: Promise<AnnotationAddress & { deed: string }> };

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { deed } = await context.params;
  if (!Object.hasOwn(moderationDoors, deed)) return new Response("Not found.\n", { status: 404 });
  return moderationDoors[deed as keyof typeof moderationDoors](request, context);
}
