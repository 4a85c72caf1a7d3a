import { canonicalCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { definitionFields } from "./fields";
import { unknownParts } from "./unknown-parts";

export const reviseDefinitionInput = z.object({
  programmeId: z.uuid(),
  definitionId: z.uuid(),
  /** The version that was on the screen: nobody revises what somebody else has changed meanwhile. */
  basedOn: z.int().min(1),
  archived: z.boolean(),
  ...definitionFields,
});

/**
 * Renames a cohort, archives it, or changes its criteria, which makes a new version; the versions before stay as they are.
 * @returns number and hash of the newest version; `conflict` when it is not the one that was on the screen
 */
export function reviseDefinition(context: Context, input: z.input<typeof reviseDefinitionInput>) {
  return perform(context, "cohort-definition.save", reviseDefinitionInput, input, async (tx, scope, value) => {
    const { programmeId, definitionId, basedOn, name, archived } = value;
    const where = { programmeId, id: definitionId };
    const before = await tx.cohortDefinition.findFirst({
      where,
      select: { name: true, archived: true, versions: { orderBy: { number: "desc" }, take: 1 } },
    });
    const newest = before?.versions[0];
    if (before === null || newest === undefined) return fail("not-found", "cohort-definition.none");
    const criteria = canonicalCriteria(value.criteria);
    const issues = await unknownParts(tx, programmeId, criteria);
    if (issues.length > 0) return fail("invalid", "input.invalid", { issues });
    const contentHash = canonicalHash(criteria);
    const isSame = newest.contentHash === contentHash;
    if (newest.number !== basedOn && !isSame) return fail("conflict", "cohort-definition.revised");
    const number = isSame ? newest.number : newest.number + 1;
    if (!isSame) {
      const by = { savedById: scope.actorId, savedAt: context.now() };
      await tx.cohortDefinitionVersion.create({
        data: { programmeId, definitionId, number, criteria, contentHash, ...by },
      });
    }
    const changed = beforeAndAfter({ name: before.name, archived: before.archived }, { name, archived });
    if (changed !== null) await tx.cohortDefinition.updateMany({ where, data: { name, archived } });
    const detail = isSame && changed === null ? null : { definitionId, number, contentHash, ...changed };
    return ok({ subjectId: programmeId, detail, value: { number, contentHash } });
  });
}
