import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { takeSnapshot } from "../snapshot/take";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { type Plan, recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { askRelease } from "./ask";
import { decideRelease } from "./decide";
import { listReleases } from "./list";
import { takeRelease } from "./take";
import { filesOf } from "./unzip.fixture";

const database = useTestDatabase();
const MEASURE = "measure/calm";
let plan: Plan;
let programmeId: string;
let people: readonly { participantId: string; code: string }[];
let researcher: Context;
let administrator: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  for (const code of ["calm", "quiet"]) {
    const measure = { code, label: code, domain: "outcome.psychological", improvement: "increase" };
    await database.db.programmeMeasure.create({ data: { programmeId, ...measure } });
  }
  people = await record(24);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

const record = (count: number) =>
  recordScores(database.db, plan, MEASURE, [
    { cohort: 0, site: 0, rows: Array.from({ length: count }, (_, i) => [i % 9, (i * 5) % 11]) },
  ]);
const PACKAGE = { what: "data-package", mergeSites: true, days: "offset", language: "en" } as const;
async function ask(snapshotId?: string, destination: "inside" | "outside" = "inside") {
  const releaseId = uuidv7();
  const of = { ...PACKAGE, ...(snapshotId === undefined ? {} : { snapshotId }) };
  const words = "For the ethics board, as asked in its letter of May.";
  expectOk(await askRelease(researcher, { programmeId, releaseId, of, purpose: "publication", words, destination }));
  return releaseId;
}
const take = (releaseId: string) => takeRelease(researcher, { programmeId, releaseId });

describe("a data package", () => {
  it("leaves under a release, says what for and how alike the people are, and names nobody", async () => {
    const file = expectOk(await take(await ask()));
    expect(file).toMatchObject({ type: "zip", fileName: expect.stringMatching(/^data-2026-06-15-[0-9a-f]{8}\.zip$/) });
    const files = filesOf(file.text);
    expect(files["README.txt"]).toContain("Purpose: Report or publication");
    expect(files["README.txt"]).toMatch(/k-anonymity: nothing that others may know tells them apart: one group of 24/);
    const [head, ...lines] = (files["scores-wide.csv"] ?? "").trim().split("\r\n");
    // A measure that nobody has a score of keeps its columns.
    expect(head).toMatch(/^person,cohort,.*calm_\w+,calm_\w+.*quiet_\w+/);
    expect(lines).toHaveLength(24);
    const all = Object.values(files).join("\n");
    for (const { participantId, code } of people) {
      expect(all).not.toContain(participantId);
      expect(all).not.toContain(code);
    }
  });

  it("of a snapshot is what was approved, although the records have moved on, and carries its number", async () => {
    const snapshotId = uuidv7();
    const { contentHash } = expectOk(await takeSnapshot(researcher, { programmeId, snapshotId, name: "Frozen" }));
    const live = await ask(undefined, "outside");
    const frozen = await ask(snapshotId, "outside");
    await record(9);
    for (const releaseId of [live, frozen]) {
      const decided = { programmeId, releaseId, decision: "approved", words: "Agreed with the board." } as const;
      expect(reasonOf(await decideRelease(administrator, decided))).toBe("ok");
    }
    expect(reasonOf(await take(live))).toBe("rule:row-release.changed");
    const file = expectOk(await take(frozen));
    expect(file.fileName).toContain(contentHash.slice(0, 8));
    const files = filesOf(file.text);
    expect((files["scores-wide.csv"] ?? "").trim().split("\r\n")).toHaveLength(25);
    expect(files["README.txt"]).toContain(`Snapshot ${contentHash.slice(0, 8)}, SHA-256 ${contentHash}`);
    const { releases } = expectOk(await listReleases(researcher, { programmeId }));
    expect(releases.find((one) => one.releaseId === frozen)?.chosen).toEqual(["Frozen"]);
  });
});
