import { getTranslations } from "next-intl/server";
import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { expiryChart } from "#components/authorisation/expiry-chart.ts";
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

/** The chart of when the orders end, as files, as of the release that the page reads. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const asked = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams));
  const page = await getAuthorisationsPage(city, new Date(), await askedRelease(asked));
  if (!isLocale(locale) || !page) return nothingThere();
  const chart = expiryChart(page, {
    locale,
    t: await getTranslations({ locale, namespace: "authorisations" }),
    charts: await getTranslations({ locale, namespace: "charts" }),
  });
  const charts = chart ? [chart] : [];
  return answerChartFile(file, {
    locale,
    path: `/${city}/authorisations`,
    city: page.city,
    charts,
  });
}
