import { datasets } from "#domain/dataset/declared/registry.ts";
import {
  findOpenCity,
  listOpenCities,
  type OpenCity,
} from "#use-cases/open-data/list-open-cities.ts";
import { type ApiAnswer, type ApiRequest, problem } from "./answer.ts";

function factsOf(city: OpenCity, origin: string) {
  return {
    city: city.slug,
    name: city.name,
    country: city.country,
    kind: city.kind,
    official_code: city.officialCode,
    currency: city.currency,
    timezone: city.timezone,
    fictional: city.fictional,
    release: city.release,
    published_at: city.publishedAt?.toISOString() ?? null,
    content_hash: city.contentHash,
    page: `${origin}/${city.slug}`,
  };
}

export async function answerCities({ origin }: ApiRequest): Promise<ApiAnswer> {
  const cities = await listOpenCities();
  return { kind: "answer", body: { cities: cities.map((city) => factsOf(city, origin)) } };
}

export async function answerCity({ names, origin }: ApiRequest): Promise<ApiAnswer> {
  const city = await findOpenCity(names.city ?? "");
  if (!city) return problem("city-not-found");
  const listed = datasets.map(({ id, title }) => ({
    dataset: id,
    title,
    address: `${origin}/api/v1/cities/${city.slug}/${id}`,
  }));
  return { kind: "answer", body: { ...factsOf(city, origin), datasets: listed } };
}
