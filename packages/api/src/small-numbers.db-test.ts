import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Role } from "@alongside/domain/access/role";
import { ACCESS_MATRIX, type Reach } from "@alongside/services/access/matrix";
import { signedIn } from "@alongside/services/testing/test-context";
import { describe, expect, it } from "vitest";
import { FailureError } from "./failure-error";
import { appRouter } from "./router";
import type { AccessEntry } from "./testing/access-entry";
import { ACCESS_TABLE } from "./testing/access-table";
import { makePlaces, savedAt } from "./testing/place";

/*
 * Everything a researcher may ask for, of a programme of three people: no answer may hold a number from 1 to 4 that stands
 * for people. Which numbers stand for something else is said here, procedure by procedure; every other number counts as
 * people, and a procedure without a row fails.
 */
const database = useTestDatabase();
const THRESHOLD = 5;

/** Ends of a range that follows from the threshold, and positions, days and versions of what was planned. */
const FRAME = /\.(below|low|high|needed|level|version|threshold|position|targetDay|daysBefore|daysAfter)$/;
const NONE = /^$/;

const NOT_PEOPLE: Readonly<Record<string, RegExp>> = {
  "analysisPlan.list": NONE,
  "analysisPlan.save": FRAME,
  "assay.list": /Limit$/,
  "change.export": NONE,
  "change.listMissing": FRAME,
  // Limits of a scale, and a difference in its points.
  "change.read": new RegExp(`${FRAME.source}|\\.range\\.\\w+$|importantDifference\\.value$`),
  "chart.export": NONE,
  "cohortDefinition.count": NONE,
  // Bounds of criteria as somebody wrote them, and limits of a scale.
  "cohortDefinition.create": /\.number$/,
  "cohortDefinition.list": /\.(number|from|below)$|\.range\.\w+$/,
  "cohortDefinition.revise": /\.number$/,
  "computation.cancel": NONE,
  "computation.read": FRAME,
  "computation.start": NONE,
  "handover.form": NONE,
  "handover.submit": NONE,
  "home.read": FRAME,
  "laboratorySettings.doubts": NONE,
  "laboratorySettings.history": FRAME,
  "laboratorySettings.read": /\.schedule\.|\.version$/,
  "outcome.read": NONE,
  "programme.read": new RegExp(`${FRAME.source}|suppressionThreshold$`),
  "release.ask": NONE,
  "release.list": NONE,
  "release.preview": NONE,
  "release.take": NONE,
  // Bytes of a file; levels of headings.
  "report.ask": NONE,
  "report.export": /\.bytes\.\d+$/,
  "report.list": NONE,
  "report.make": FRAME,
  "report.open": FRAME,
  "report.schedule": NONE,
  "report.schedules": NONE,
  "report.stopSchedule": NONE,
  "report.take": /\.bytes\.\d+$/,
  "retention.read": FRAME,
  "session.changePassword": NONE,
  "session.hold": NONE,
  "session.lock": NONE,
  "session.read": NONE,
  "session.setDevice": NONE,
  "session.setLanguage": NONE,
  "session.unlock": NONE,
  // Limits of a scale, and a difference in its points.
  "snapshot.compare": new RegExp(`${FRAME.source}|\\.range\\.\\w+$|importantDifference\\.value$`),
  "snapshot.list": NONE,
  "snapshot.read": new RegExp(`${FRAME.source}|\\.number$`),
  "snapshot.take": NONE,
  // Published studies of the product, not the programme's people.
  "studyImport.check": NONE,
  "studyImport.discard": NONE,
  "studyImport.list": NONE,
  "studyImport.listExamples": /\.(participants|measures|timepoints)$/,
  "studyImport.loadExample": NONE,
  "studyImport.read": NONE,
  "studyImport.run": NONE,
  "studyImport.suggest": NONE,
  "suppression.read": new RegExp(
    // Where people are hidden, figures are of the ends of the range that is shown: all of up to k - 1, or none.
    `${FRAME.source}|rules\\.own\\.figures\\.|hiddenWaves|hiddenFrom|\\.window\\.|\\.target$|\\.limit$|categories\\.upTo$|\\.wave$`,
  ),
  "suppression.readChange": NONE,
  "suppression.startChange": /\.state\.(done|total)$/,
  "withdrawal.count": FRAME,
  "wording.list": NONE,
};

const entries = Object.entries(ACCESS_TABLE).flatMap(([entity, procedures]) =>
  Object.entries(procedures).map(([name, entry]) => [entity, name, entry as AccessEntry<unknown>] as const),
);
const asked = entries.filter(([, , { verb }]) => verb === "signed-in" || reachOf(ACCESS_MATRIX[verb]) !== undefined);

function reachOf(row: Readonly<Partial<Record<Role, Reach>>>): Reach | undefined {
  return row.researcher;
}

/** Every number of an answer with the way to it, positions in lists left out. */
function numbersIn(value: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one) => numbersIn(one, path));
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, `${path}.${key}`));
}

/** Numbers of people below the threshold, whatever the procedure answers; a refusal that explains itself has none. */
async function smallNumbers(entity: string, name: string, entry: AccessEntry<unknown>): Promise<readonly string[]> {
  const [place] = await makePlaces(database.db);
  for (let person = 0; person < 3; person += 1) await savedAt(place);
  const context = await signedIn(database.db, { programmeId: place.programmeId, role: "researcher" });
  const { siteId: _, ...input } = Object(await entry.input(place));
  const procedure: unknown = Reflect.get(Object(Reflect.get(appRouter.createCaller(context), entity)), name);
  try {
    const answer = await (procedure as (given: unknown) => Promise<unknown>)(input);
    const path = `${entity}.${name}`;
    return numbersIn(answer, path)
      .filter(([at, n]) => n >= 1 && n < THRESHOLD && NOT_PEOPLE[path]?.test(at) !== true)
      .map(([at, n]) => `${at} = ${n}`);
  } catch (error) {
    if (error instanceof Error && error.cause instanceof FailureError) return [];
    throw error;
  }
}

describe("a programme of three people, to a researcher", () => {
  it("has a row here for everything they may ask", () => {
    const names = asked.map(([entity, name]) => `${entity}.${name}`);
    expect(names.filter((name) => NOT_PEOPLE[name] === undefined)).toEqual([]);
    expect(Object.keys(NOT_PEOPLE).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(asked)("gives away no number of people: %s.%s", async (entity, name, entry) => {
    expect(await smallNumbers(entity, name, entry)).toEqual([]);
  });
});
