import { canonicalCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { definitionFields } from "./fields";
import { unknownParts } from "./unknown-parts";

export const createDefinitionInput = z.object({
  programmeId: z.uuid(),
  /** Made on the device, so that the same request sent twice is stored once. */
  definitionId: z.uuid(),
  ...definitionFields,
});

/**
 * Defines a cohort by criteria, as its first version.
 * @returns its hash; `duplicate` for a name that is taken, `conflict` for an id that stands for something else, `invalid` for
 *   criteria that name nothing in the programme
 */
export function createDefinition(context: Context, input: z.input<typeof createDefinitionInput>) {
  return perform(context, "cohort-definition.save", createDefinitionInput, input, async (tx, scope, value) => {
    const { programmeId, definitionId, name } = value;
    const criteria = canonicalCriteria(value.criteria);
    const issues = await unknownParts(tx, programmeId, criteria);
    if (issues.length > 0) return fail("invalid", "input.invalid", { issues });
    const contentHash = canonicalHash(criteria);
    const done = { number: 1, contentHash };
    const before = await tx.cohortDefinition.findUnique({
      where: { programmeId_id: { programmeId, id: definitionId } },
      select: { name: true, versions: { where: { number: 1 }, select: { contentHash: true } } },
    });
    if (before !== null) {
      const isSame = before.name === name && before.versions[0]?.contentHash === contentHash;
      return isSame
        ? ok({ subjectId: programmeId, detail: null, value: done })
        : fail("conflict", "cohort-definition.other");
    }
    const by = { savedById: scope.actorId, savedAt: context.now() };
    await tx.cohortDefinition.create({
      data: { programmeId, id: definitionId, name, createdById: scope.actorId, createdAt: by.savedAt },
    });
    await tx.cohortDefinitionVersion.create({ data: { programmeId, definitionId, criteria, ...done, ...by } });
    return ok({ subjectId: programmeId, detail: { definitionId, name, ...done }, value: done });
  });
}
