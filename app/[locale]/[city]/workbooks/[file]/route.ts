import { getTranslations } from "next-intl/server";
import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { pageWorkbooks } from "#app/_workbook/page-workbooks.ts";
import { pageWorkbook } from "#components/workbook/page-workbook.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { writeWorkbook } from "#formats/workbook/write-workbook.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A page as a workbook, of the page's own year and release: "outcomes.xlsx". */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city: slug, file } = await params;
  const name = /^([a-z-]{1,40})\.xlsx$/.exec(file)?.[1] ?? "";
  const make = pageWorkbooks.get(name);
  if (!isLocale(locale) || !make) return nothingThere();
  const { searchParams } = new URL(request.url);
  const parameters = Promise.resolve(Object.fromEntries(searchParams));
  const [year, asked] = [await askedYear(parameters), await askedRelease(parameters)];
  const made = await make({ locale, city: slug, year, release: asked });
  if (!made) return nothingThere();
  const { city, ...page } = made;
  const query = new URLSearchParams({
    ...(year === undefined || name !== "outcomes" ? {} : { year: String(year) }),
    ...(city.isNamed ? { release: String(city.release) } : {}),
  });
  const path = addressOf(locale, `/${slug}/${name}${query.size > 0 ? `?${query}` : ""}`);
  const words = async (namespace: string) => getTranslations({ locale, namespace });
  const sheets = pageWorkbook(
    {
      ...page,
      release: city.release,
      date: city.publishedAt ? wordInstant(locale, city.publishedAt, city.timezone) : "",
      address: `${readEnvironment().publicOrigin ?? ""}${path}`,
    },
    {
      book: await words("costsWorkbook"),
      source: await words("source"),
      pageBook: await words("pageWorkbook"),
    },
  );
  const bytes = new Uint8Array(await writeWorkbook(sheets));
  return answerFile(bytes, { type, filename: `${slug}-${name}.xlsx`, isDownload: true });
}
