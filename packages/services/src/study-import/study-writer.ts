import type { IntakeSink } from "./intake";
import type { StudyWriting } from "./study-writing";
import { writePeople } from "./write-people";
import { writeValues } from "./write-values";

interface Group {
  readonly siteId: string;
  readonly cohortId: string;
  readonly people: number;
}

/** The end of the pipe: new sites, people and values into the database, and a count of who was enrolled where. */
export function studyWriter(writing: StudyWriting): {
  readonly sink: IntakeSink;
  readonly enrolled: () => readonly Group[];
} {
  const groups = new Map<string, Group>();
  let sites = 0;
  const sink: IntakeSink = {
    people: async (people) => {
      const { tx, scope, place } = writing;
      const created = place.newSites.slice(sites);
      sites = place.newSites.length;
      if (created.length > 0) {
        await tx.site.createMany({ data: created.map((site) => ({ ...site, programmeId: scope.programmeId })) });
      }
      await writePeople(writing, people);
      for (const { siteId, cohortId, isNew } of people) {
        if (!isNew) continue;
        const key = `${siteId} ${cohortId}`;
        groups.set(key, { siteId, cohortId, people: (groups.get(key)?.people ?? 0) + 1 });
      }
    },
    values: (values) => writeValues(writing, values),
  };
  return { sink, enrolled: () => [...groups.values()] };
}
