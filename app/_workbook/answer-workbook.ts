import { getTranslations } from "next-intl/server";
import { answerFile } from "#app/_charts/answer-file.ts";
import { pageWorkbook } from "#components/workbook/page-workbook.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { writeWorkbook } from "#formats/workbook/write-workbook.ts";
import type { Made } from "./page-workbooks.ts";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Asked = {
  locale: string;
  /** Path of the page without language: "/ville-temoin/outcomes". */
  path: string;
  /** The page's own choices besides the release. */
  choices?: Readonly<Record<string, string>>;
  /** Name of the file after that of the city. */
  name: string;
};

/** A page as a workbook that says where it was read, and as of which release. */
export async function answerWorkbook(
  { city, ...page }: Made,
  { locale, path, choices = {}, name }: Asked,
): Promise<Response> {
  const query = new URLSearchParams({
    ...choices,
    ...(city.isNamed ? { release: String(city.release) } : {}),
  });
  const address = addressOf(locale, `${path}${query.size > 0 ? `?${query}` : ""}`);
  const words = async (namespace: string) => getTranslations({ locale, namespace });
  const sheets = pageWorkbook(
    {
      ...page,
      release: city.release,
      date: city.publishedAt ? wordInstant(locale, city.publishedAt, city.timezone) : "",
      address: `${readEnvironment().publicOrigin ?? ""}${address}`,
    },
    {
      book: await words("costsWorkbook"),
      source: await words("source"),
      pageBook: await words("pageWorkbook"),
    },
  );
  // A header holds no other letters than these; a code of a district may.
  const filename = `${city.slug}-${name.replace(/[^A-Za-z0-9.-]+/g, "-")}.xlsx`;
  const bytes = new Uint8Array(await writeWorkbook(sheets));
  return answerFile(bytes, { type, filename, isDownload: true });
}
