import { ok, type Result } from "@alongside/domain/failure/failure";
import type { Assay } from "@alongside/domain/viral-load/assay";
import { ASSAYS } from "@alongside/domain/viral-load/assays.data";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { assaySchema } from "./assay-schema";

export const listAssaysInput = z.object({ programmeId: z.uuid() });

export interface ListedAssay {
  readonly assay: Assay;
  /** Whether the programme added it; the others are published. */
  readonly own: boolean;
  /** Whether it is offered for new results. */
  readonly active: boolean;
}

/** The published assays and the programme's own, every edition. */
export async function listAssays(
  context: Context,
  input: z.input<typeof listAssaysInput>,
): Promise<Result<readonly ListedAssay[]>> {
  const parsed = parseInput(listAssaysInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "assay.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const rows = await scope.value.db.assay.findMany({
    where: { programmeId: scope.value.programmeId },
    orderBy: [{ key: "asc" }, { savedAt: "asc" }, { edition: "asc" }],
  });
  const own = rows.map(({ content, active }) => ({ assay: assaySchema.parse(content), own: true, active }));
  const taken = new Set(own.map(({ assay }) => `${assay.key} ${assay.edition}`));
  const published = ASSAYS.filter(({ key, edition }) => !taken.has(`${key} ${edition}`));
  return ok([...published.map((assay) => ({ assay, own: false, active: true })), ...own]);
}
