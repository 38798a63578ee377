import { z } from "zod";
import { present } from "#domain/presence/present.ts";
import { datasetOf, datasets } from "../declared/registry.ts";
import { cameraParameters } from "./camera-parameters.ts";
import { cursorParameter, limitParameter } from "./common-parameters.ts";
import { indicatorResource } from "./indicator-resource.ts";
import {
  type ApiResource,
  aboutCity,
  countedRows,
  jsonResource,
  listResource,
  rowResource,
} from "./resource.ts";

const city = z.object({
  city: z.string(),
  name: z.string(),
  country: z.string().length(2),
  kind: z.enum(["city", "region"]),
  official_code: z.string().nullable(),
  currency: z.string().length(3),
  timezone: z.string(),
  fictional: z.boolean().describe("A city that the program made up: nothing in it is real."),
  release: aboutCity.release,
  published_at: aboutCity.published_at,
  content_hash: z.string().nullable().describe("SHA-256 of all that the release holds."),
  page: z.string(),
});

const changes = z.object({
  ...aboutCity,
  since: z.int().describe("The release compared with; 0: nothing at all."),
  ...countedRows,
  totals: z.array(
    z.object({ dataset: z.string(), added: z.int(), changed: z.int(), ended: z.int() }),
  ),
  rows: z.array(
    z.object({
      dataset: z.string(),
      change: z.enum(["added", "changed", "ended"]),
      key: z.string().describe("Columns of the dataset’s key, joined by “ · ”."),
    }),
  ),
});

/** Every address below `/api/v1`. Adding one is an entry here and an answer in `server/api`. */
export const apiResources: readonly ApiResource[] = [
  jsonResource({
    id: "describe-api",
    path: "/openapi.json",
    summary: { fr: "Cette description", en: "This description" },
    description: {
      fr: "L’interface décrite en OpenAPI 3.1, écrite à partir des schémas qui lisent les demandes.",
      en: "The interface in OpenAPI 3.1, written from the schemas that read the requests.",
    },
    answer: z.record(z.string(), z.unknown()),
  }),
  jsonResource({
    id: "describe-context",
    path: "/contexts/{dataset}",
    summary: { fr: "Contexte JSON-LD d’un jeu", en: "JSON-LD context of a dataset" },
    description: {
      fr: "Ce que chaque nom de colonne désigne, pour qui lit en JSON-LD.",
      en: "What each column name stands for, for whoever reads JSON-LD.",
    },
    answer: z.object({ "@context": z.record(z.string(), z.unknown()) }),
  }),
  jsonResource({
    id: "list-cities",
    path: "/cities",
    summary: { fr: "Les villes", en: "The cities" },
    description: {
      fr: "Les villes de cette installation et la version que chacune publie.",
      en: "The cities of this installation and the release that each publishes.",
    },
    answer: z.object({ cities: z.array(city) }),
  }),
  jsonResource({
    id: "describe-city",
    path: "/cities/{city}",
    summary: { fr: "Une ville", en: "A city" },
    description: {
      fr: "La ville, sa version courante, et les jeux de données qui s’y lisent.",
      en: "The city, its current release, and the datasets that can be read there.",
    },
    answer: city.extend({
      datasets: z.array(
        z.object({
          dataset: z.string(),
          title: z.object({ fr: z.string(), en: z.string() }),
          address: z.string(),
        }),
      ),
    }),
  }),
  listResource(datasetOf("cameras"), cameraParameters),
  rowResource(datasetOf("cameras"), {
    id: "describe-camera",
    name: "reference",
    summary: { fr: "Une caméra", en: "A camera" },
  }),
  ...datasets.filter(({ id }) => id !== "cameras").map((dataset) => listResource(dataset)),
  indicatorResource,
  jsonResource({
    id: "list-changes",
    path: "/cities/{city}/releases/{number}/changes",
    summary: { fr: "Ce qu’une version change", en: "What a release changes" },
    description: {
      fr: "Les lignes ajoutées, changées ou terminées depuis la version précédente, ou depuis une autre.",
      en: "The rows added, changed or ended since the release before it, or since another.",
    },
    parameters: [
      {
        name: "since",
        style: "once",
        schema: z.int().min(0).max(2_147_483_647).optional(),
        description: {
          fr: "Version avec laquelle comparer ; à défaut, la précédente",
          en: "Release to compare with; failing that, the one before",
        },
      },
      limitParameter,
      cursorParameter,
    ],
    answer: changes,
  }),
];

/** The resource at an address below `/api/v1`, with what its names stand for there. */
export function findResource(
  segments: readonly string[],
): { resource: ApiResource; names: Readonly<Record<string, string>> } | undefined {
  for (const resource of apiResources) {
    const pattern = resource.path.slice(1).split("/");
    if (pattern.length !== segments.length) continue;
    const names: Record<string, string> = {};
    const fits = pattern.every((part, index) => {
      const given = present(segments[index]);
      if (!part.startsWith("{")) return part === given;
      names[part.slice(1, -1)] = given;
      return given !== "" && given.length <= 200;
    });
    if (fits) return { resource, names };
  }
  return undefined;
}
