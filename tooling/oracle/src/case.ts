import { z } from "zod";
import type { Json } from "./encode";

const JSON_VALUE: z.ZodType<Json> = z.lazy(() =>
  z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(JSON_VALUE), z.record(z.string(), JSON_VALUE)]),
);
/** R writes a vector of one as the value itself. */
const one = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const oneOrMany = z.union([one, z.array(one)]).transform((value) => (Array.isArray(value) ? value : [value]));
const names = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

const CASE = z.object({
  name: z.string(),
  family: z.string(),
  dataset: z.string().nullish(),
  filter: z.record(z.string(), oneOrMany).nullish(),
  complete_cases_on: names.nullish(),
  columns: z.record(z.string(), JSON_VALUE).nullish(),
  options: z.record(z.string(), JSON_VALUE).nullish(),
  note: z.string().nullish(),
  r_call: z.string().nullish(),
  tolerance: z.object({ relative: z.number(), absolute: z.number() }),
  outputs: JSON_VALUE,
});

/** One reference answer: inputs, how it was made, how near one must come. */
export type OracleCase = z.infer<typeof CASE>;

/** Throws a ZodError when the file is no case; fields it does not know are let through. */
export function readCase(text: string): OracleCase {
  return CASE.parse(JSON.parse(text));
}
