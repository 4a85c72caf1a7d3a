import { isTooClose } from "@alongside/analysis/disclosure-control/people-between";
import { followsFromSets } from "@alongside/analysis/disclosure-control/sets-between";
import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import type { Tx } from "@alongside/db/client";
import { coversSite, mayAt, type Scope } from "../access/authorise";
import { wholeProgramme } from "../access/whole-programme";
import type { Context } from "../context";
import { followsFromThree } from "./follows-from-three";
import { peopleReader } from "./known-people";
import { armSets, releasedCohorts } from "./released-sets";
import { isTouched, type RecordFamily, type Since, touchedPeople } from "./touched-people";

/** How figures that somebody asks for stand to what was released before. */
export type Release =
  /** Nothing to compare: they may see the people themselves, or nothing is hidden from anybody. */
  | { readonly kind: "free"; readonly smallest: null }
  /** As the records are now. */
  | { readonly kind: "live"; readonly viewId: string; readonly asOf: Date; readonly smallest: number }
  /** Too few people have come or changed since: only what was released then may be shown. */
  | { readonly kind: "held"; readonly viewId: string; readonly asOf: Date; readonly smallest: number }
  /** These sites were never released together, and too few people tell them from what was. */
  | { readonly kind: "refused"; readonly smallest: number };

const FREE: Release = { kind: "free", smallest: null };

interface Earlier {
  readonly id: string;
  readonly siteIds: readonly string[];
  readonly at: Date;
  readonly asOf: Date;
}

/**
 * Asks the ledger whether figures of these sites may be shown as the records are now, and writes them down as released if so.
 * They may when they differ from every earlier release of the programme, to whomever, by nobody or by at least as many people
 * as the threshold, figure by figure. Only for those who may not see the people themselves at every site in view.
 */
export async function takeRelease(
  context: Context,
  scope: Scope,
  { family, siteId }: { readonly family: RecordFamily; readonly siteId?: string | undefined },
): Promise<Release> {
  const programme = await readLedgerProgramme(scope);
  if (programme === null) return FREE;
  const inView = programme.sites
    .map(({ id }) => id)
    .filter((id) => coversSite(scope, id) && (siteId === undefined || id === siteId))
    .toSorted();
  if (inView.every((id) => mayAt(context, "participant.list", scope.programmeId, id))) return FREE;
  return release(context, scope, { family, inView, programme });
}

/** The same of the whole programme for whoever may not see the people, whoever asks: what is kept for them to open later. */
export async function releaseToAnybody(context: Context, scope: Scope, family: RecordFamily): Promise<Release> {
  const programme = await readLedgerProgramme(scope);
  if (programme === null) return FREE;
  const inView = programme.sites.map(({ id }) => id).toSorted();
  return release(context, scope, { family, inView, programme });
}

async function release(context: Context, scope: Scope, asked: AskedFor): Promise<Release> {
  const { programmeId } = scope;
  const { family, programme } = asked;
  // Published and simulated data may be known to everybody: there is nothing to find out by subtraction.
  if (programme.dataLabel !== null || effectiveThreshold(programme.suppressionThreshold) === 1) return FREE;
  // What was released concerns everybody's sites, so it is compared in the whole programme; and one after another, or two who
  // ask in the same moment would each be compared without the other.
  const whole = wholeProgramme(context, scope);
  return whole.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LEDGER_LOCK}::int, hashtext(${`${programmeId} ${family}`}))`;
    return compareAndNote(tx, context, scope, asked);
  });
}

/** Namespace of the lock under which one release of a programme is compared and written at a time. */
export const LEDGER_LOCK = 72_707_373;

interface AskedFor {
  readonly family: RecordFamily;
  /** Sites whose people are in it, sorted. */
  readonly inView: readonly string[];
  readonly programme: NonNullable<Awaited<ReturnType<typeof readLedgerProgramme>>>;
}

async function compareAndNote(
  db: Tx,
  context: Context,
  { programmeId, actorId }: Scope,
  { family, inView, programme }: AskedFor,
): Promise<Release> {
  const [clock] = await db.$queryRaw<{ at: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`;
  const asOf = context.now();
  const at = clock?.at ?? asOf;
  // The latest of each set of sites is enough: whatever is different from it is different from those before it.
  const earlier = await db.$queryRaw<Earlier[]>`
    SELECT DISTINCT ON (site_ids) id, site_ids AS "siteIds", at, as_of AS "asOf" FROM released_view
     WHERE programme_id = ${programmeId}::uuid AND family = ${family} ORDER BY site_ids, at DESC`;
  const smallest = effectiveThreshold(programme.suppressionThreshold);
  const own = earlier.find(({ siteIds }) => siteIds.join() === inView.join());
  if (own !== undefined && !(await isTouched(db, { programmeId, family, at: own.at.toISOString() }))) {
    return { kind: "live", viewId: own.id, asOf: own.asOf, smallest };
  }
  for (const one of earlier) {
    const [earlierSites, sites] = [new Set(one.siteIds), new Set(inView)];
    const siteIds = [...new Set([...one.siteIds, ...inView])];
    const touched = await touchedPeople(db, {
      ...{ programmeId, family, siteIds, waves: programme.timepoints, at: one.at.toISOString() },
      onlyInOne: siteIds.filter((id) => earlierSites.has(id) !== sites.has(id)),
    });
    if (isTooClose({ earlierSites, sites, touched }, smallest)) return kept(own, smallest);
  }
  const read = (since: Pick<Since, "at" | "siteIds" | "onlyInOne">) =>
    touchedPeople(db, { programmeId, family, waves: programme.timepoints, ...since });
  if (await followsFromThree({ asked: inView, earlier, read }, smallest)) return kept(own, smallest);
  if (family === "scores" && (await tellsOfCohorts(db, { programmeId, programme, inView, at }, smallest))) {
    return kept(own, smallest);
  }
  const viewId = context.newId();
  await db.releasedView.create({
    data: { programmeId, id: viewId, family, siteIds: [...inView], at, asOf, releasedToId: actorId },
  });
  return { kind: "live", viewId, asOf, smallest };
}

/** Whether the arms as they are now would tell of few people beside cohorts that somebody defined, released before. */
async function tellsOfCohorts(
  db: Tx,
  asked: Omit<AskedFor, "family"> & { readonly programmeId: string; readonly at: Date },
  smallest: number,
): Promise<boolean> {
  const { programmeId, programme, inView, at } = asked;
  const people = peopleReader(db, programmeId, programme);
  const cohorts = await releasedCohorts(db, programmeId, people);
  if (cohorts.length === 0) return false;
  const arms = await db.cohort.findMany({ where: { programmeId }, select: { id: true } });
  const now = armSets(
    await people(at),
    "now",
    inView,
    arms.map(({ id }) => id),
  );
  return now.some((arm) => followsFromSets(arm, cohorts, smallest));
}

function kept(own: Earlier | undefined, smallest: number): Release {
  return own === undefined ? { kind: "refused", smallest } : { kind: "held", viewId: own.id, asOf: own.asOf, smallest };
}

/** What the ledger has to know of a programme. */
export function readLedgerProgramme({ db, programmeId }: Scope) {
  return db.programme.findUnique({
    where: { id: programmeId },
    select: {
      suppressionThreshold: true,
      dataLabel: true,
      sites: { select: { id: true } },
      timepoints: { select: { id: true, kind: true, targetDay: true, daysBefore: true, daysAfter: true } },
    },
  });
}
