import { z } from "zod";

/** One year of a published index of prices, as its publisher gives it. */
export const priceIndexValueSchema = z
  .object({
    name: z.string().trim().min(1).max(200).describe("Name of the index, the same on every row"),
    base: z.string().trim().min(1).max(50).describe("What is 100, such as 2015"),
    year: z.int().min(1900).max(2100),
    value: z.number().positive().max(1e9),
  })
  .meta({ id: "PriceIndexValue" });
export type PriceIndexValue = z.infer<typeof priceIndexValueSchema>;
