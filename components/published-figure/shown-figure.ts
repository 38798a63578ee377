import type { ComparedFigure } from "#domain/indicator/requests-per-published-camera.ts";

/** A published number as a page prints it. */
export type ShownFigure = ComparedFigure & {
  reference: string;
  place: string | null;
  qualifier: string | null;
  periodText: string | null;
  definition: string | null;
};
