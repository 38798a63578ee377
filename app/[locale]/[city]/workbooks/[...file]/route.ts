import { nothingThere } from "#app/_charts/answer-file.ts";
import { readParts } from "#app/_exhibit/read-parts.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { answerWorkbook } from "#app/_workbook/answer-workbook.ts";
import { pageWorkbooks } from "#app/_workbook/page-workbooks.ts";
import { homeWorkbook, placeWorkbooks } from "#app/_workbook/place-workbooks.ts";
import { pathOf } from "#formats/addresses/address-of.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string[] }> };
type Asked = {
  locale: string;
  city: string;
  page: string;
  year: number | undefined;
  release: number | undefined;
};

/** A page as a workbook, of the page's own year and release: "outcomes.xlsx", "districts/VT07.xlsx". */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const parameters = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams));
  const [year, release] = [await askedYear(parameters), await askedRelease(parameters)];
  const path = readParts(file)?.join("/") ?? "";
  const [, page = "", which] = /^([a-z-]{1,40})(?:\/(.+))?\.xlsx$/.exec(path) ?? [];
  if (!isLocale(locale)) return nothingThere();
  const asked = { locale, city, page, year, release };
  return which === undefined ? ofPage(asked) : ofPlace(asked, which);
}

/** Of a page that is read by its name alone, the first page of the city among them. */
async function ofPage(asked: Asked): Promise<Response> {
  const { locale, city, page, year, release } = asked;
  const isHome = page === "home";
  const made = isHome
    ? await homeWorkbook(locale, city, release)
    : await pageWorkbooks.get(page)?.(asked);
  if (!made) return nothingThere();
  const choices: Record<string, string> =
    year === undefined || page !== "outcomes" ? {} : { year: String(year) };
  const path = isHome ? `/${city}` : `/${city}/${page}`;
  return answerWorkbook(made, { locale, path, choices, name: page });
}

async function ofPlace({ locale, city, page, release }: Asked, which: string): Promise<Response> {
  const made = await placeWorkbooks.get(page)?.({ locale, city, which, release });
  if (!made) return nothingThere();
  return answerWorkbook(made, {
    locale,
    path: pathOf(city, page, which),
    name: `${page}-${which}`,
  });
}
