import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { bytesOf, importFile, longFile } from "../testing/study-files";
import { contextFor, signedIn, TEST_NOW } from "../testing/test-context";
import { discardStudyImport } from "./discard";
import { MAXIMUM_STUDY_BYTES, WAITING_LIMITS } from "./reserve-upload";
import { uploadStudyFile } from "./upload";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
let programmeId: string;
let context: Context;

beforeEach(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  context = await signedIn(database.db, { programmeId, role: "researcher" });
});

const READABLE = "id,value\n1,2\n";
/** Not a table: one column only. */
const UNREADABLE = "id\n1\n";
const send = (content = READABLE, by = context) =>
  uploadStudyFile(by, { programmeId, fileName: "study.csv" }, bytesOf(content));

/** Files that were sent some days ago; of their content one byte is enough. */
async function waiting(count: number, bytes: number, { status = "checked", days = 0 } = {}) {
  const createdAt = new Date(TEST_NOW.getTime() - days * DAY_MS);
  for (let i = 0; i < count; i += 1) {
    await database.db.studyImport.create({
      data: {
        ...{ programmeId, fileName: "study.csv", fileHash: "", bytes, status, createdAt },
        createdById: context.actor?.userId ?? "",
        ...(status !== "uploading" && {
          pieces: { create: { programmeId, position: 0, content: new Uint8Array([0x31]) } },
        }),
      },
    });
  }
}

const stored = () => database.db.studyImport.count({ where: { programmeId } });

it("takes so many files and no more, until one is discarded", async () => {
  await waiting(WAITING_LIMITS.files - 1, 5, { status: "failed" });
  const last = await send();
  expect(reasonOf(last)).toBe("ok");
  expect(await send()).toMatchObject({
    ok: false,
    failure: { code: "rule", reason: "study-import.many-waiting", params: { maximumFiles: WAITING_LIMITS.files } },
  });
  expect(await stored()).toBe(WAITING_LIMITS.files);
  const importId = last.ok ? last.value.importId : "";
  expect(reasonOf(await discardStudyImport(context, { programmeId, importId }))).toBe("ok");
  expect(reasonOf(await send())).toBe("ok");
});

it("takes no more bytes than are left, and keeps nothing of a file that has more", async () => {
  await waiting(1, WAITING_LIMITS.bytes - 10);
  const before = await database.db.studyImportPiece.count();
  expect(reasonOf(await send(READABLE))).toBe("rule:study-import.much-waiting");
  expect(await stored()).toBe(1);
  expect(await database.db.studyImportPiece.count()).toBe(before);
  expect(reasonOf(await send(UNREADABLE))).toBe("ok");
});

it("counts a file that is still arriving as the largest there can be", async () => {
  await waiting(WAITING_LIMITS.bytes / MAXIMUM_STUDY_BYTES, 0, { status: "uploading" });
  expect(reasonOf(await send())).toBe("rule:study-import.much-waiting");
});

it("gives many that arrive at once no more room than one after another", async () => {
  await waiting(WAITING_LIMITS.files - 1, 5);
  const reasons = (await Promise.all(Array.from({ length: 4 }, () => send()))).map(reasonOf);
  expect(reasons.toSorted()).toEqual(["ok", ...Array.from({ length: 3 }, () => "rule:study-import.many-waiting")]);
});

it("does not count what was imported", async () => {
  await waiting(WAITING_LIMITS.files - 1, 5);
  const { result } = await importFile(context, programmeId, longFile(["p1 A pre mood 30 2026-01-05"]));
  expect(reasonOf(result)).toBe("ok");
  expect(reasonOf(await send())).toBe("ok");
});

it("makes room by forgetting files that nobody imported within a week", async () => {
  await waiting(WAITING_LIMITS.files, 5, { days: 6 });
  expect(reasonOf(await send())).toBe("rule:study-import.many-waiting");
  const later = contextFor(database.db, context.actor, new Date(TEST_NOW.getTime() + 2 * DAY_MS));
  expect(reasonOf(await send(READABLE, later))).toBe("ok");
  expect(await stored()).toBe(1);
});

it("forgets at once, when the same person sends another, what nobody could import", async () => {
  for (let sent = 0; sent < WAITING_LIMITS.files + 1; sent += 1) expect(reasonOf(await send(UNREADABLE))).toBe("ok");
  expect(await stored()).toBe(1);
  expect(reasonOf(await send())).toBe("ok");
  expect(await database.db.studyImport.findMany({ where: { programmeId } })).toMatchObject([
    { bytes: READABLE.length },
  ]);
});

it("leaves alone what can be read, what was checked, and what somebody else sent", async () => {
  expect(reasonOf(await send())).toBe("ok");
  const named = await send(UNREADABLE);
  await database.db.studyImport.update({
    where: { id: named.ok ? named.value.importId : "" },
    data: { status: "checked" },
  });
  const colleague = await signedIn(database.db, { programmeId, role: "researcher" });
  expect(reasonOf(await send(UNREADABLE, colleague))).toBe("ok");
  expect(reasonOf(await send())).toBe("ok");
  expect(await stored()).toBe(4);
});

it("is each person's own: nobody is refused for files they may not see", async () => {
  await waiting(WAITING_LIMITS.files, 5);
  expect(reasonOf(await send())).toBe("rule:study-import.many-waiting");
  const colleague = await signedIn(database.db, { programmeId, role: "researcher" });
  expect(reasonOf(await send(READABLE, colleague))).toBe("ok");
});

it("is each programme's own", async () => {
  await waiting(WAITING_LIMITS.files, 5);
  const other = (await makeProgramme(database.db)).programme.id;
  const elsewhere = await signedIn(database.db, { programmeId: other, role: "administrator" });
  const taken = await uploadStudyFile(elsewhere, { programmeId: other, fileName: "study.csv" }, bytesOf("id\n1\n"));
  expect(reasonOf(taken)).toBe("ok");
});
