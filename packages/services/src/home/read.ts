import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { type BackupView, loadBackups } from "../backup/read";
import { countWaitingOpenings } from "../break-glass/count-waiting";
import { loadChange } from "../change/load";
import { noteOpenings } from "../change/note-openings";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { readDueWork } from "../schedule/due-work";
import { readPlan } from "../schedule/plan";
import { countContacts } from "../worklist/contacts";
import { countLists, type WorklistCounts } from "../worklist/count";
import { readListScope } from "../worklist/read-programme";
import { type CohortSummary, summariseChange } from "./change-summary";
import { readOpenConflicts } from "./open-conflicts";
import { readPeopleCounts } from "./people-counts";
import { readSetup, setupGaps } from "./setup-gaps";
import { countWaitingDecisions } from "./waiting-decisions";

export const readHomeInput = z.object({ programmeId: z.uuid() });

/** How many open, and how many overdue assessments are named; the others are behind a link. */
const NAMED = 10;

/** What needs doing today, for this person: each part is null when it is not theirs to do. */
export async function readHome(context: Context, input: z.input<typeof readHomeInput>) {
  const parsed = parseInput(readHomeInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "home.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const plan = await readPlan(db, programmeId, context.now());
  if (plan === null) return fail("not-found", "programme.none");
  const collecting = authorise(context, "assessment.save", programmeId);
  const listing = authorise(context, "participant.list", programmeId);
  const deciding = authorise(context, "assessment.resolve-conflict", programmeId);
  const settingUp = authorise(context, "programme.update", programmeId);
  const [due, people, conflicts, setup, change, worklists, contacts, backups, openings, decisions] = await Promise.all([
    collecting.ok ? readDueWork(collecting.value.db, collecting.value, plan, NAMED) : null,
    listing.ok ? readPeopleCounts(listing.value.db, listing.value) : null,
    deciding.ok ? readOpenConflicts(deciding.value.db, deciding.value) : null,
    settingUp.ok ? readSetup(settingUp.value.db, programmeId) : null,
    scope.value.roles.includes("researcher") ? readSummary(context, programmeId) : null,
    readWorklistCounts(context, programmeId),
    readContactCount(context, programmeId),
    readBackupWarning(context, programmeId),
    countWaitingOpenings(context, programmeId),
    countWaitingDecisions(context, programmeId),
  ]);
  const maySeeChange = authorise(context, "change.read", programmeId).ok;
  const gaps = setup && setupGaps(setup);
  const work = { due, people, conflicts, worklists, contacts, backups, openings, decisions };
  return ok({ today: plan.today, maySeeChange, gaps, change, ...work });
}

/** How much waits on the lists of results; null for somebody who does not work with them. */
async function readWorklistCounts(context: Context, programmeId: string): Promise<WorklistCounts | null> {
  const scope = authorise(context, "worklist.read", programmeId);
  const of = scope.ok ? await readListScope(context, scope.value, null) : scope;
  return of.ok ? countLists(of.value) : null;
}

/** How many people somebody should contact; null for somebody who is not asked to. */
async function readContactCount(context: Context, programmeId: string): Promise<number | null> {
  const scope = authorise(context, "worklist.contacts", programmeId);
  const of = scope.ok ? await readListScope(context, scope.value, null) : scope;
  return of.ok ? countContacts(of.value) : null;
}

/** What an administrator has to know about the backups; null when all is well, and for everybody else. */
async function readBackupWarning(context: Context, programmeId: string): Promise<BackupView | null> {
  const scope = authorise(context, "backup.read", programmeId);
  if (!scope.ok) return null;
  const { db } = scope.value;
  const view = await loadBackups(db, context.now());
  if (view.standing !== "never") return view.standing === "good" ? null : view;
  // Nobody misses a backup of made-up people.
  const programme = await db.programme.findUnique({ where: { id: programmeId }, select: { dataLabel: true } });
  return programme?.dataLabel === null ? view : null;
}

/** The change so far in a few numbers, for those who work with it. */
async function readSummary(context: Context, programmeId: string): Promise<readonly CohortSummary[] | null> {
  const scope = authorise(context, "change.read", programmeId);
  if (!scope.ok) return null;
  const loaded = await loadChange(context, scope.value);
  if (!loaded.ok) return null;
  // The summary says what changed, so it is a look like any other.
  await noteOpenings(context, scope.value, loaded.value.table);
  const { table, sources } = loaded.value;
  return summariseChange(table, (measure) => sources[measure]?.headline === true);
}

type Loaded<T> = T extends Result<infer V> ? V : never;
export type HomeView = Loaded<Awaited<ReturnType<typeof readHome>>>;
