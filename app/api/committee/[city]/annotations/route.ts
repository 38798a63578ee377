import { writeDoor } from "#app/_annotation/annotation-doors.ts";

/** Publishes an annotation and leads to it. */
export const POST = writeDoor;
