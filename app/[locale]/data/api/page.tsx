import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { ApiGuide } from "#components/data/api-guide.tsx";
import { jsonSchemaOf } from "#domain/dataset/api/parameter.ts";
import { type ApiProblem, apiProblems } from "#domain/dataset/api/problems.ts";
import { apiResources } from "#domain/dataset/api/resources.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }> };
type Schema = { enum?: string[]; minimum?: number; maximum?: number; items?: Schema };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "openData.api" });
  return pageMetadata({ locale, title: t("title"), description: t("metaDescription") });
}

/** What a parameter takes, as its schema says it; "" for any text. */
function valuesOf(schema: Schema): string {
  const { enum: listed, minimum, maximum } = schema.items ?? schema;
  if (listed) return listed.join(", ");
  return minimum === undefined || maximum === undefined ? "" : `${minimum}–${maximum}`;
}

export default async function ApiPage({ params }: Props) {
  pageLocale((await params).locale);
  const resources = apiResources.map(({ id, path, summary, description, parameters }) => ({
    id,
    path,
    summary,
    description,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      style: parameter.style,
      description: parameter.description,
      values: valuesOf(jsonSchemaOf(parameter.schema)),
    })),
  }));
  return (
    <SiteFrame path="/data/api" section="data">
      <ApiGuide resources={resources} problems={Object.keys(apiProblems) as ApiProblem[]} />
    </SiteFrame>
  );
}
