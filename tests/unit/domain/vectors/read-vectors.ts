import { expect } from "vitest";
import { z } from "zod";

const vectorSchema = z.object({
  id: z.string(),
  family: z.string(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.number().min(0),
  status: z.string(),
  source: z.string(),
});

export type Vector = z.infer<typeof vectorSchema>;
export type VectorInput = Vector["input"];

/** Compares what the authority says with what our code found, within the vector's tolerance. */
export type Comparison = (expected: unknown, tolerance: number) => void;
/** What our code makes of an input: one comparison per number the authority may give. */
export type Proof = (input: VectorInput) => Partial<Record<string, Comparison>>;
export type Proofs = Partial<Record<string, Proof>>;

export function readVectors(json: string): Vector[] {
  return z.array(vectorSchema).parse(JSON.parse(json));
}

export const numberIn = (input: VectorInput, name: string) => z.number().parse(input[name]);
export const pairIn = (input: VectorInput, name: string) =>
  z.tuple([z.number(), z.number()]).parse(input[name]);
export const rowsIn = (input: VectorInput, name: string) =>
  z.array(z.array(z.number())).parse(input[name]);

/** A number, or several in order. */
export function near(...found: readonly number[]): Comparison {
  return (expected, tolerance) => {
    const wanted = z
      .union([z.number().transform((one) => [one]), z.array(z.number())])
      .parse(expected);
    expect(found).toHaveLength(wanted.length);
    for (const [index, value] of wanted.entries()) {
      // One unit of double precision more, for numbers that are given to their last digit.
      const slack = Math.max(tolerance, Math.abs(value) * Number.EPSILON);
      expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(slack);
    }
  };
}

/** The same, where the authority printed so many decimals: the printed figure must be met exactly. */
export function printed(decimals: number, ...found: readonly number[]): Comparison {
  return (expected) => near(...found.map((value) => Number(value.toFixed(decimals))))(expected, 0);
}
