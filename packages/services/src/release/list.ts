import { ok, type Result } from "@alongside/domain/failure/failure";
import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import { type ReleaseState, releaseState, takeUntil } from "@alongside/domain/release/release";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { sitesInView } from "../change/sites-in-view";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { maySendOutside } from "./ask";
import { factsOf, findReleases, type StoredRelease } from "./stored-release";

/** So many are listed; older ones stand in the audit trail. */
const LISTED = 100;

export const listReleasesInput = z.object({ programmeId: z.uuid() });

/** A release as it stands, for whoever asked and whoever decides. */
export interface ListedRelease extends Pick<StoredRelease, "purpose" | "words" | "destination" | "askedAt" | "rows"> {
  readonly releaseId: string;
  readonly of: StoredRelease["parameters"];
  readonly state: ReleaseState;
  /** The moment from which it can no longer be taken; null while nobody could. */
  readonly takeUntil: Date | null;
  readonly takenAt: Date | null;
  readonly askedBy: string | null;
  readonly decision: { readonly by: string | null; readonly words: string; readonly at: Date } | null;
  readonly report: AnonymitySummary;
  /** Names of the sites whose people are in it; empty for the whole programme. */
  readonly sites: readonly string[];
  /** Names of what was chosen: cohort and time. */
  readonly chosen: readonly string[];
  readonly isMine: boolean;
  /** Whether the person at hand may approve or refuse it. */
  readonly mayDecide: boolean;
  readonly mayTake: boolean;
}

export interface Releases {
  readonly releases: readonly ListedRelease[];
  readonly maySendOutside: boolean;
  /** Sites whose people may be asked for by themselves. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

/** Somebody's own releases; of whoever decides, all of the programme. Newest first. */
export async function listReleases(
  context: Context,
  input: z.input<typeof listReleasesInput>,
): Promise<Result<Releases>> {
  const parsed = parseInput(listReleasesInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "release.list", programmeId);
  if (!scope.ok) return scope;
  const { actorId, db } = scope.value;
  const decides = authorise(context, "release.decide", programmeId).ok;
  const found = await findReleases(db, { programmeId, ...(decides ? {} : { askedById: actorId }) }, LISTED);
  const { nameOf, sites } = await readNames(scope.value, found);
  const view = sitesInView(context, scope.value, sites);
  const releases = found.map((release): ListedRelease => {
    const { id, parameters, purpose, words, destination, askedById, askedAt, rows, report, siteIds } = release;
    const [facts, decision] = [factsOf(release), release.decisions[0]];
    const state = releaseState(facts, context.now());
    const isMine = askedById === actorId;
    return {
      ...{ releaseId: id, of: parameters, purpose, words, destination, askedAt, rows, report, state, isMine },
      ...{ takeUntil: takeUntil(facts), takenAt: facts.takenAt, askedBy: nameOf(askedById) },
      decision: decision ? { by: nameOf(decision.decidedById), words: decision.words, at: decision.decidedAt } : null,
      sites: siteIds.flatMap((siteId) => nameOf(siteId) ?? []),
      chosen: chosenIds(parameters).flatMap((chosen) => nameOf(chosen) ?? []),
      mayDecide: decides && !isMine && state === "waiting",
      mayTake: isMine && state === "approved",
    };
  });
  return ok({
    releases,
    maySendOutside: maySendOutside(scope.value),
    sites: view.ok ? view.value.several.map(({ id, name }) => ({ id, name })) : [],
  });
}

function chosenIds(of: StoredRelease["parameters"]): readonly string[] {
  const { snapshotId = null } = "snapshotId" in of ? of : {};
  const { cohortId = null, timepointId = null } = "cohortId" in of ? of : {};
  return [cohortId, timepointId, snapshotId].filter((id) => id !== null);
}

/** Names of everything the releases point at: people, sites, cohorts, times. */
async function readNames({ db, programmeId }: Scope, releases: readonly StoredRelease[]) {
  const people = releases.flatMap(({ askedById, decisions }) => [
    askedById,
    ...decisions.map(({ decidedById }) => decidedById),
  ]);
  const [users, programme, snapshots] = await Promise.all([
    db.user.findMany({ where: { id: { in: [...new Set(people)] } }, select: { id: true, name: true } }),
    db.programme.findUnique({
      where: { id: programmeId },
      select: {
        sites: { select: { id: true, name: true } },
        cohorts: { select: { id: true, name: true } },
        timepoints: { select: { id: true, label: true } },
      },
    }),
    db.snapshot.findMany({ where: { programmeId }, select: { id: true, name: true } }),
  ]);
  const names = new Map(
    [
      ...users,
      ...snapshots,
      ...(programme?.sites ?? []),
      ...(programme?.cohorts ?? []),
      ...(programme?.timepoints ?? []).map(({ id, label }) => ({ id, name: label })),
    ].map(({ id, name }) => [id, name]),
  );
  return { nameOf: (id: string): string | null => names.get(id) ?? null, sites: programme?.sites ?? [] };
}
