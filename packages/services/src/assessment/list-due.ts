import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type OfferedLanguage, offeredLanguages } from "./offered-languages";
import { definitionOf, type ParticipantPlan, participantPlan } from "./participant-plan";
import { readPacks } from "./read-packs";

export const listDueInput = z.object({ programmeId: z.uuid(), participantId: z.uuid() });

export interface DueList extends ParticipantPlan {
  /** By instrument: in which languages it can be collected. */
  readonly languages: Readonly<Record<string, readonly OfferedLanguage[]>>;
}

/** Everything planned for one participant and how far it is, for choosing what to collect next. */
export async function listDueAssessments(
  context: Context,
  input: z.input<typeof listDueInput>,
): Promise<Result<DueList>> {
  const parsed = parseInput(listDueInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "assessment.list-due", programmeId);
  if (!scope.ok) return scope;
  const [plan, packs] = await Promise.all([
    participantPlan(scope.value.db, scope.value, participantId, context.now()),
    readPacks(scope.value.db, { programmeId }),
  ]);
  if (!plan.ok) return plan;
  await writeAuditEvent(scope.value.db, context, scope.value, participantId);
  const languages: Record<string, readonly OfferedLanguage[]> = {};
  for (const place of plan.value.places) {
    const definition = definitionOf(place);
    if (definition !== undefined) languages[place.instrument] ??= offeredLanguages(definition, packs);
  }
  return ok({ ...plan.value, languages });
}
