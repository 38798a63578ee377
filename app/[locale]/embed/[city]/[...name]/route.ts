import { answerEmbed } from "#app/_exhibit/answer-embed.ts";
import { readParts, readRelease } from "#app/_exhibit/read-parts.ts";
import { defaultLocale, isLocale } from "#app/_i18n/locales.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; name: string[] }> };

/** A figure, a chart or a map for a frame in another site: HTML drawn here, without the framework's scripts. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, name } = await params;
  const { searchParams } = new URL(request.url);
  const parts = readParts([city, ...name]);
  const release = readRelease(searchParams);
  const theme = searchParams.get("theme");
  const address =
    parts && release !== "none"
      ? { city: parts[0] ?? "", name: parts.slice(1), release }
      : undefined;
  return answerEmbed(
    isLocale(locale) ? locale : defaultLocale,
    address,
    theme === "light" || theme === "dark" ? theme : "auto",
  );
}
