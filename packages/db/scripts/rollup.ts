// `pnpm --filter @alongside/db rollup verify|rebuild|fold [programme-slug]`: the change statistics against the scores.
import { foldDeltas } from "../src/change-statistic/fold-deltas";
import { rebuildCells } from "../src/change-statistic/rebuild";
import { verifyCells } from "../src/change-statistic/verify";
import { createDb, type Db } from "../src/client";
import { openDatabase } from "./open-database";

async function run(db: Db, command: string | undefined, programmeId: string | undefined): Promise<number> {
  switch (command) {
    case "verify": {
      const differences = await verifyCells(db, programmeId);
      for (const difference of differences) console.log(JSON.stringify(difference));
      console.log(differences.length === 0 ? "every cell equals the scores" : `${differences.length} cells differ`);
      return differences.length === 0 ? 0 : 1;
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
