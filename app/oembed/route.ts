import { answerDescription } from "#app/_exhibit/answer-description.ts";

export const dynamic = "force-dynamic";

/** The oEmbed endpoint. */
export function GET(request: Request): Promise<Response> {
  return answerDescription(new URL(request.url).searchParams);
}
