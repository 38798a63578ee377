import { z } from "zod";
import { neededText } from "#domain/text/honest-text.ts";

const isTimezone = (name: string) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** A city, or a region that several share, as it is entered in the installation. */
export const cityDescriptionSchema = z
  .object({
    slug: z
      .string()
      .max(63)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and single hyphens")
      .refine((slug) => !reservedSlugs.includes(slug), "is the name of a page"),
    name: neededText(200),
    country: z.string().regex(/^[A-Z]{2}$/, "two capital letters (ISO 3166), such as FR"),
    timezone: z.string().refine(isTimezone, "a zone such as Europe/Paris"),
    currency: z
      .string()
      .refine(
        (code) => Intl.supportedValuesOf("currency").includes(code),
        "three capital letters (ISO 4217), such as EUR",
      ),
    kind: z.enum(["city", "region"]).default("city"),
    officialCode: neededText(30).optional(),
    fictional: z.boolean().default(false),
  })
  .meta({ id: "CityDescription" });
export type CityDescription = z.infer<typeof cityDescriptionSchema>;

/** First parts of addresses that belong to pages of the installation. */
const reservedSlugs = [
  "account",
  "api",
  "credits",
  "data",
  "embed",
  "en",
  "fr",
  "map-data",
  "methodology",
  "oembed",
  "press",
  "tiles",
  "transparency-log",
];
