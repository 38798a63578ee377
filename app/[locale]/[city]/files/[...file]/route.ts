import { nothingThere } from "#app/_charts/answer-file.ts";
import { answerExhibitFile } from "#app/_exhibit/answer-exhibit-file.ts";
import { readParts, readRelease } from "#app/_exhibit/read-parts.ts";
import { isLocale } from "#app/_i18n/locales.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string[] }> };

/** What is taken away of a figure: pictures, numbers, citations. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const release = readRelease(new URL(request.url).searchParams);
  const name = readParts(file);
  if (!isLocale(locale) || !name || release === "none") return nothingThere();
  return answerExhibitFile(locale, { city, name, release });
}
