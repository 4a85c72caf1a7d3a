import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, coversSite } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";
import { parseInput } from "../parse-input";
import { duplicateClaim } from "./duplicate-claim";

export const findAlikeInput = z.object({
  programmeId: z.uuid(),
  /** What the programme's recipe asks for. It is hashed and forgotten. */
  attribute: z.string().trim().min(1).max(60),
});

export interface AlikePeople {
  /** Codes of people in the caller's sites. */
  readonly codes: readonly string[];
  /** Whether somebody at another site has the same; never who or where. */
  readonly elsewhere: boolean;
}

/** Whoever enrols asks a few times a day; whoever tries out whom the programme knows asks more often. */
export const MOST_QUESTIONS_AN_HOUR = 30;
const HOUR_MS = 3_600_000;
const MOST_CODES = 5;

/** Is somebody with the same initials and birth year, or the same number, enrolled already? Every question is written down. */
export async function findAlike(context: Context, input: z.input<typeof findAlikeInput>): Promise<Result<AlikePeople>> {
  const parsed = parseInput(findAlikeInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, attribute } = parsed.value;
  const scope = authorise(context, "participant.find-alike", programmeId);
  if (!scope.ok) return scope;
  const { db, actorId } = scope.value;
  const settings = await currentIdentity(db, programmeId);
  if (settings.duplicateRecipe === "none" || context.vault === null) return fail("rule", "duplicate.off");
  const claim = duplicateClaim(context.vault, programmeId, settings, attribute);
  if (!claim.ok) return claim;
  const since = new Date(context.now().getTime() - HOUR_MS);
  const asked = await db.auditEvent.groupBy({
    by: ["programmeId"],
    where: { subjectId: actorId, programmeId, action: "participant.find-alike", at: { gt: since } },
    _count: true,
  });
  if ((asked[0]?._count ?? 0) >= MOST_QUESTIONS_AN_HOUR) {
    return fail("too-many", "duplicate.too-many", { params: { retryAfterSeconds: HOUR_MS / 1000 } });
  }
  const marks = await db.duplicateMark.findMany({
    where: { claim: claim.value ?? "", programmeId },
    select: { participantId: true },
  });
  const people = await db.participant.findMany({
    where: { programmeId, participantId: { in: marks.map(({ participantId }) => participantId) } },
    select: { code: true, siteId: true },
    orderBy: { code: "asc" },
  });
  const mine = people.filter(({ siteId }) => coversSite(scope.value, siteId));
  // Row security may hide people of other sites; their marks are there all the same.
  const elsewhere = marks.length > mine.length;
  const detail = { recipe: settings.duplicateRecipe, found: mine.length, elsewhere };
  await writeAuditEvent(db, context, scope.value, actorId, detail);
  return ok({ codes: mine.slice(0, MOST_CODES).map(({ code }) => code), elsewhere });
}
