// `pnpm --filter @alongside/db rollup verify|rebuild|fold [programme-slug]`: the change statistics against the scores, and those
// of cohorts that people defined. `pnpm aggregates:verify` is the first of them.
import { cohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { foldDeltas } from "../src/change-statistic/fold-deltas";
import { rebuildCells } from "../src/change-statistic/rebuild";
import { verifyCells } from "../src/change-statistic/verify";
import { createDb, type Db } from "../src/client";
import { verifyCohorts } from "../src/cohort-statistic/verify";
import { openDatabase } from "./open-database";

async function run(db: Db, command: string | undefined, programmeId: string | undefined): Promise<number> {
  switch (command) {
    case "verify": {
      const differences = await verifyCells(db, programmeId);
      for (const difference of differences) console.log(JSON.stringify(difference));
      console.log(differences.length === 0 ? "every cell equals the scores" : `${differences.length} cells differ`);
      return (await verifyDefined(db, programmeId)) && differences.length === 0 ? 0 : 1;
    }
    case "rebuild":
      console.log(`${await rebuildCells(db, programmeId)} cells written`);
      return 0;
    case "fold":
      console.log(JSON.stringify(await foldDeltas(db, programmeId)));
      return 0;
    default:
      console.error("usage: rollup verify|rebuild|fold [programme-slug]");
      return 2;
  }
}

/** The kept sums of cohorts that people defined. Whether none is different. */
async function verifyDefined(db: Db, programmeId: string | undefined): Promise<boolean> {
  const definitions = await db.cohortDefinition.findMany({
    where: programmeId === undefined ? {} : { programmeId },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const counted = { equal: 0, different: 0, older: 0, "not-made": 0 };
  for (const { programmeId: own, id, versions } of definitions) {
    const cohorts = versions.map(({ number, criteria }) => ({ id, number, criteria: cohortCriteria.parse(criteria) }));
    for (const verdict of await verifyCohorts(db, own, cohorts)) {
      counted[verdict.kind] += 1;
      if (verdict.kind === "different") console.log(JSON.stringify({ programmeId: own, ...verdict }));
    }
  }
  const { equal, different, older } = counted;
  console.log(
    `defined cohorts: ${equal} equal the scores, ${different} differ, ${older} are made anew when somebody asks, ` +
      `${counted["not-made"]} were not made yet`,
  );
  return different === 0;
}

const [command, slug] = process.argv.slice(2);
const database = await openDatabase();
const db = createDb(database.ownerUrl, { poolMax: 2 });
try {
  const programme = slug ? await db.programme.findUniqueOrThrow({ where: { slug } }) : undefined;
  process.exitCode = await run(db, command, programme?.id);
} finally {
  await db.$disconnect();
  await database.close();
}
