import type { NextRequest } from "next/server";
import { type AnnotationAddress, annotationDoors } from "#app/_annotation/annotation-doors.ts";

type Context = { params: Promise<AnnotationAddress & { deed: string }> };

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { deed } = await context.params;
  if (!Object.hasOwn(annotationDoors, deed)) return new Response("Not found.\n", { status: 404 });
  return annotationDoors[deed as keyof typeof annotationDoors](request, context);
}
