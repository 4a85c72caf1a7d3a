import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const createSiteInput = z.object({ programmeId: z.uuid(), name: z.string().trim().min(1).max(80) });

/** Adds a place where the programme works. */
export function createSite(context: Context, input: z.input<typeof createSiteInput>) {
  return perform(context, "site.create", createSiteInput, input, async (tx, _scope, { programmeId, name }) => {
    const id = context.newId();
    await tx.site.create({ data: { id, programmeId, name } });
    return ok({ subjectId: programmeId, detail: { siteId: id, name }, value: { id } });
  });
}
