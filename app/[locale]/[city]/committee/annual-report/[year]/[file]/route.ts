import { getTranslations } from "next-intl/server";
import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import { reportedYear } from "#app/_committee/report-doors.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedVersion } from "#app/_release/asked-version.ts";
import { reportDocument } from "#components/annual-report/report-document.ts";
import { reportPath } from "#components/annual-report/report-props.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { writeOdt } from "#formats/document/write-odt.ts";
import { getReportPage } from "#use-cases/annual-report/get-report-pages.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; year: string; file: string }> };

const type = "application/vnd.oasis.opendocument.text";

/** A public report as a text document, in the version asked. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city: slug, year, file } = await params;
  const asked = reportedYear(year);
  if (!isLocale(locale) || asked === undefined || file !== "report.odt") return nothingThere();
  const { searchParams } = new URL(request.url);
  const version = await askedVersion(Promise.resolve(Object.fromEntries(searchParams)));
  const page = await getReportPage(slug, asked, new Date(), version);
  if (!page) return nothingThere();
  const { number } = page.shown;
  const path = addressOf(locale, `${reportPath(slug, asked)}?version=${number}`);
  const address = `${readEnvironment().publicOrigin ?? ""}${path}`;
  const t = await getTranslations({ locale });
  const bytes = writeOdt(reportDocument(page, { locale, t }, address));
  const filename = `${slug}-annual-report-${asked}-v${number}.odt`;
  return answerFile(new Uint8Array(bytes), { type, filename, isDownload: true });
}
