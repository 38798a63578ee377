import { z } from "zod";

/** What a reader asks of the log. */
export type LogQuestion = {
  city: string | undefined;
  /** An act, or a group of acts. */
  type: string | undefined;
  /** Days in UTC, as the log's times are. */
  from: string | undefined;
  to: string | undefined;
  page: number;
};

const day = z.iso.date().optional().catch(undefined);
const word = z
  .string()
  .regex(/^[a-z0-9-]{1,63}$/)
  .optional()
  .catch(undefined);

const questionSchema = z.object({
  city: word,
  type: word,
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What an address asks of the log; what it says wrongly is not asked. */
export function readLogQuestion(
  given: Readonly<Record<string, string | string[] | undefined>>,
): LogQuestion {
  const { city, type, from, to, page } = questionSchema.parse(given);
  return { city, type, from, to, page };
}
