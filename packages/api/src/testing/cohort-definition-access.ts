import { randomUUID } from "node:crypto";
import { type AccessTable, plain, thing } from "./access-entry";
import type { Place } from "./place";

const fields = () => ({ name: `Cohort ${randomUUID().slice(0, 8)}`, criteria: {} });
const programme = ({ programmeId }: Place) => ({ programmeId });

/** A cohort of this place that somebody defined. */
async function definitionAt({ db, programmeId }: Place): Promise<string> {
  const id = randomUUID();
  const by = randomUUID();
  const at = new Date("2026-01-05T00:00:00Z");
  await db.cohortDefinition.create({
    data: { programmeId, id, name: `Defined ${id}`, createdById: by, createdAt: at },
  });
  await db.cohortDefinitionVersion.create({
    data: { programmeId, definitionId: id, number: 1, criteria: {}, contentHash: id, savedById: by, savedAt: at },
  });
  return id;
}

/** The entries of cohorts that are defined by criteria. */
export const COHORT_DEFINITION_ACCESS: Pick<AccessTable, "cohortDefinition"> = {
  cohortDefinition: {
    count: {
      verb: "cohort-definition.read",
      ...plain,
      input: ({ programmeId, cohortId }) => ({ programmeId, cohorts: [{ arms: [cohortId] }] }),
    },
    create: {
      verb: "cohort-definition.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, definitionId: randomUUID(), ...fields() }),
    },
    list: { verb: "cohort-definition.read", ...plain, input: programme },
    revise: {
      verb: "cohort-definition.save",
      ...thing,
      input: async (place) => ({
        ...{ programmeId: place.programmeId, definitionId: await definitionAt(place), basedOn: 1, archived: false },
        ...fields(),
      }),
    },
  },
};
