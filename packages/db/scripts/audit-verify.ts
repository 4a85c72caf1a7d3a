// `pnpm audit:verify [--programme SLUG] [--anchor FILE]`: computes every audit trail again and says where one was changed.
// Exit code 0: everything holds; 1: something does not; 2: it could not be checked, or not against the key.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type AnchorKey, readAnchorKey } from "../src/audit/anchor-key";
import { fileWitness, WITNESS_FILE } from "../src/audit/anchor-witness";
import { readPrintedAnchor } from "../src/audit/printed-anchor";
import { type TrailFault, verifyTrail } from "../src/audit/verify-trail";
import { createDb, type Db } from "../src/client";
import { dataFolder, openDatabase } from "./open-database";

const USAGE = "usage: pnpm audit:verify [--programme SLUG] [--anchor FILE]";

const WORDS: Readonly<Record<TrailFault, string>> = {
  edited: "what this event says is not what was written, or it stands where another stood",
  missing: "events before this place are gone",
  "end-cut": "from this place on, events are gone",
  "end-changed": "the end of the chain is not that of its last event",
  "not-as-anchored": "an anchor says something else stood here",
  "anchor-missing": "an anchor is gone",
  "anchors-cut":
    "this anchor was made here and is not stored any more: anchors at the end are gone, or others stand there",
  "anchor-forged": "this anchor does not say what was signed, or another key signed it",
};

function fromCommandLine() {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ options: { programme: text, anchor: text } }).values;
  } catch {
    return null;
  }
}

/** ALONGSIDE_AUDIT_KEY, else `audit-key.pem` in the data folder. Null when there is neither. */
function readKey(): AnchorKey | null {
  const given = process.env.ALONGSIDE_AUDIT_KEY;
  if (given) return readAnchorKey(given);
  try {
    return readAnchorKey(readFileSync(path.join(dataFolder(), "audit-key.pem"), "utf8"));
  } catch {
    return null;
  }
}

async function run(db: Db, options: { readonly programme?: string; readonly anchor?: string }): Promise<number> {
  const key = readKey();
  if (key === null) console.log("No key was found, so signatures of anchors are not checked.");
  const witness = fileWitness(process.env.ALONGSIDE_AUDIT_WITNESS || path.join(dataFolder(), WITNESS_FILE));
  const programmes = await db.programme.findMany({
    ...(options.programme !== undefined && { where: { slug: options.programme } }),
    orderBy: { slug: "asc" },
    select: { id: true, slug: true },
  });
  if (programmes.length === 0) {
    console.error(
      options.programme === undefined ? "There is no programme." : `No programme is called ${options.programme}.`,
    );
    return 2;
  }
  let faults = 0;
  for (const { id, slug } of programmes) {
    const report = await verifyTrail(db, id, { key, seen: witness.seen(id) });
    const until =
      report.lastAnchorDay === null
        ? "no anchor yet"
        : `${report.anchors} anchors, the last of ${report.lastAnchorDay}`;
    console.log(
      `${slug}: ${report.events} events about ${report.chains} subjects; ${until}; ${report.notAnchored} events not anchored yet.`,
    );
    for (const { subjectId, place, fault } of report.findings) {
      console.log(
        `  ${subjectId === null ? "anchor" : `subject ${subjectId}, event`} ${place}: ${WORDS[fault]} (${fault})`,
      );
    }
    faults += report.findings.length;
  }
  if (options.anchor !== undefined) faults += await compareWithPaper(db, readFileSync(options.anchor, "utf8"), key);
  if (faults > 0) console.log(`${faults} faults.`);
  else if (key === null) console.log("No fault was found, but what anchors say was not checked against a key.");
  else console.log("Everything holds.");
  return faults > 0 ? 1 : key === null ? 2 : 0;
}

/** An anchor that was printed or kept elsewhere: still in the database, unchanged, and signed by the key. */
async function compareWithPaper(db: Db, text: string, key: AnchorKey | null): Promise<number> {
  const printed = readPrintedAnchor(text);
  if (printed === null) {
    console.log("  The file holds no anchor as the page prints it.");
    return 1;
  }
  const { programmeId, number } = printed;
  const stored = await db.auditAnchor.findUnique({ where: { programmeId_number: { programmeId, number } } });
  const holds = stored !== null && printed.isOf(stored) && (key === null || printed.isSignedFor(key));
  console.log(
    `  The anchor in the file (number ${number}) ${holds ? "is the one that is stored." : "is NOT the one that is stored."}`,
  );
  return holds ? 0 : 1;
}

const options = fromCommandLine();
if (options === null) {
  console.error(USAGE);
  process.exit(2);
}
const database = await openDatabase();
const db = createDb(database.ownerUrl, { poolMax: 2 });
try {
  process.exitCode = await run(db, options);
} finally {
  await db.$disconnect();
  await database.close();
}
