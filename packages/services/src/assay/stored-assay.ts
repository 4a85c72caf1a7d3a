import type { Assay } from "@alongside/domain/viral-load/assay";
import { assaySchema } from "./assay-schema";

/** A programme's own assays, from the column that holds them. */
export function readStoredAssays(contents: readonly unknown[]): readonly Assay[] {
  return contents.map((content) => assaySchema.parse(content));
}
