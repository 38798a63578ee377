import { z } from "zod";
import { isPartialDate } from "./partial-date.ts";

/**
 * A partial date as a file or a form gives it. Apart from the functions on such dates, which the map takes to the browser: the
 * validator would be a tenth of its script.
 */
export const partialDateSchema = z
  .string()
  .refine(isPartialDate, { error: "not a date (YYYY, YYYY-MM or YYYY-MM-DD)" });
