import { deserialize, serialize } from "node:v8";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { type Release, takeRelease } from "./take-release";
import type { RecordFamily } from "./touched-people";

/** Stands beside figures that may not be as new as the records. */
export interface Held {
  /** When they were released, where too few people have come or changed since to show newer ones; else null. */
  readonly heldSince: Date | null;
}

/** A page of figures and what was chosen on it. */
export interface Asked {
  readonly family: RecordFamily;
  readonly page: string;
  readonly siteId?: string | undefined;
  readonly filter: Readonly<Record<string, unknown>>;
}

/**
 * Figures as they may be shown to this person: as the records are now, or, where too few people have come or changed since
 * the last release, as they were released then. Both are kept in the ledger.
 * @returns `release.waiting` where these figures were not among those released; the answer of `compute`
 */
export async function released<T extends object>(
  context: Context,
  scope: Scope,
  asked: Asked,
  compute: (release: Extract<Release, { kind: "free" | "live" }>) => Promise<Result<T>>,
): Promise<Result<T & Held>> {
  const release = await takeRelease(context, scope, asked);
  // Figures kept under another threshold are not those that may be shown under this one.
  const { smallest } = release;
  const filter = `${asked.page} ${canonicalHash({ ...asked.filter, siteId: asked.siteId ?? null, smallest })}`;
  if (release.kind === "held") {
    const kept = await findAnswer<T>(scope, release.viewId, filter);
    if (kept !== null) {
      await writeAuditEvent(scope.db, context, scope, scope.actorId, { page: asked.page, held: true });
      return ok({ ...kept, heldSince: release.asOf });
    }
  }
  if (release.kind === "held" || release.kind === "refused") return refuse(context, scope, release, asked.page);
  const answer = await compute(release);
  if (!answer.ok) return answer;
  if (release.kind === "live") {
    const { programmeId } = scope;
    const row = { programmeId, viewId: release.viewId, filter, answer: new Uint8Array(serialize(answer.value)) };
    // Somebody else may be shown the same for the first time at the same moment.
    await scope.db.releasedAnswer.createMany({ data: [row], skipDuplicates: true });
  }
  return ok({ ...answer.value, heldSince: null });
}

/**
 * For what is loaded from rows as they are now: only while these are as they were released, and counted for the day of the
 * release. Otherwise days alone would let people leave and enter a figure one by one.
 * @returns the context to load in, or the refusal
 */
export async function asReleased(
  context: Context,
  scope: Scope,
  asked: Omit<Asked, "filter">,
): Promise<Result<Context>> {
  const release = await takeRelease(context, scope, asked);
  if (release.kind === "free") return ok(context);
  if (release.kind === "live") return ok({ ...context, now: () => release.asOf });
  return refuse(context, scope, release, asked.page);
}

/** Refusals leave a trace: somebody who tries many filters is to be seen. */
async function refuse(
  context: Context,
  scope: Scope,
  { kind, smallest }: Extract<Release, { kind: "held" | "refused" }>,
  page: string,
): Promise<Result<never>> {
  await writeAuditEvent(scope.db, context, scope, scope.actorId, { page, refused: kind });
  return fail("rule", kind === "held" ? "release.waiting" : "release.too-close", { params: { smallest } });
}

async function findAnswer<T>({ db, programmeId }: Scope, viewId: string, filter: string): Promise<T | null> {
  const row = await db.releasedAnswer.findUnique({
    where: { programmeId_viewId_filter: { programmeId, viewId, filter } },
    select: { answer: true },
  });
  const kept: T | null = row === null ? null : deserialize(row.answer);
  return kept;
}
