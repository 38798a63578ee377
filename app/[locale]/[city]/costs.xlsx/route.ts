import { getTranslations } from "next-intl/server";
import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { addressOfView } from "#components/cost/cost-address.ts";
import { costsWorkbook } from "#components/cost/costs-workbook.ts";
import { parseCostView } from "#domain/cost/cost-view.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { writeWorkbook } from "#formats/workbook/write-workbook.ts";
import { getCostsWorkbook } from "#use-cases/cost/get-costs-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string }> };

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The page on costs as a workbook, with the page's own choices. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city: slug } = await params;
  const { searchParams } = new URL(request.url);
  const asked = Promise.resolve(Object.fromEntries(searchParams));
  await askedYear(asked);
  const found = await getCostsWorkbook(
    slug,
    parseCostView(searchParams),
    await askedRelease(asked),
  );
  if (!isLocale(locale) || !found) return nothingThere();
  const { city, view } = found.page;
  const words = async (namespace: string) => getTranslations({ locale, namespace });
  const release = city.isNamed ? String(city.release) : "";
  const path = addressOfView(addressOf(locale, `/${slug}/costs`), view, release);
  const date = city.publishedAt ? wordInstant(locale, city.publishedAt, city.timezone) : "";
  const sheets = costsWorkbook(
    { ...found, date, address: `${readEnvironment().publicOrigin ?? ""}${path}` },
    {
      locale,
      costs: await words("costs"),
      charts: await words("charts"),
      spend: await words("home.spend"),
      book: await words("costsWorkbook"),
      source: await words("source"),
      published: {
        measures: await words("publishedFigures.measures"),
        scopes: await words("publishedFigures.scopes"),
        definitions: await words("publishedFigures.definitions"),
        qualifiers: await words("publishedFigures.qualifiers"),
      },
    },
  );
  const filename = `${slug}-costs-${view.year ?? "none"}.xlsx`;
  const bytes = new Uint8Array(await writeWorkbook(sheets));
  return answerFile(bytes, { type, filename, isDownload: true });
}
