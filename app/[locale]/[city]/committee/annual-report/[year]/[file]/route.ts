import { getTranslations } from "next-intl/server";
import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import { reportedYear } from "#app/_committee/report-doors.ts";
import { siteOrigin } from "#app/_exhibit/exhibit-addresses.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedVersion } from "#app/_release/asked-version.ts";
import { reportDocument } from "#components/annual-report/report-document.ts";
import { reportPath } from "#components/annual-report/report-props.ts";
import { canonicalReport } from "#domain/annual-report/report-content.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { writeOdt } from "#formats/document/write-odt.ts";
import { getReportPage } from "#use-cases/annual-report/get-report-pages.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; year: string; file: string }> };

const type = "application/vnd.oasis.opendocument.text";

/** A public report in the version asked: as a text document, and as the bytes that its hash is taken of. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city: slug, year, file } = await params;
  const asked = reportedYear(year);
  const isFile = file === "report.odt" || file === "report.json";
  if (!isLocale(locale) || asked === undefined || !isFile) return nothingThere();
  const { searchParams } = new URL(request.url);
  const version = await askedVersion(Promise.resolve(Object.fromEntries(searchParams)));
  const page = await getReportPage(slug, asked, new Date(), version);
  if (!page) return nothingThere();
  const { number } = page.shown;
  const name = `${slug}-annual-report-${asked}-v${number}`;
  if (file === "report.json") {
    return answerFile(canonicalReport(page.shown), {
      type: "application/json; charset=utf-8",
      filename: `${name}.json`,
      isDownload: true,
    });
  }
  const path = addressOf(locale, `${reportPath(slug, asked)}?version=${number}`);
  const address = `${siteOrigin()}${path}`;
  const t = await getTranslations({ locale });
  const bytes = writeOdt(reportDocument(page, { locale, t }, address));
  return answerFile(new Uint8Array(bytes), { type, filename: `${name}.odt`, isDownload: true });
}
