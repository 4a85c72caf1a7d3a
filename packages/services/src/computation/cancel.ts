import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { computationInput, findComputation } from "./find-computation";

/**
 * Ends a computation that is running, at once where it runs on this server, within a second elsewhere. What has ended
 * already stays as it is.
 * @returns `computation.not-yours` for anybody but the person who started it
 */
export async function cancelComputation(
  context: Context,
  input: z.input<typeof computationInput>,
): Promise<Result<null>> {
  const parsed = parseInput(computationInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.compute", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await findComputation(scope.value, "sensitivity", parsed.value.computationId);
  if (!found.ok) return found;
  const { id, requestedById } = found.value;
  if (requestedById !== scope.value.actorId) return fail("rule", "computation.not-yours");
  const { count } = await scope.value.db.computation.updateMany({
    where: { id, status: "running" },
    data: { status: "cancelled" },
  });
  context.computations.running.get(id)?.abort();
  if (count === 1)
    await writeAuditEvent(scope.value.db, context, scope.value, scope.value.programmeId, { cancelled: id });
  return ok(null);
}
