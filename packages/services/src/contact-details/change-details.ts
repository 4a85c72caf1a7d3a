import type { VaultChange } from "@alongside/db/vault/vault";
import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Verb } from "../access/matrix";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type Act, perform } from "../perform";
import { reachablePerson } from "./reachable-person";

/**
 * A change of one person's contact details: the trace is stored before the change is, and neither without the other as
 * long as the machine runs on.
 */
export async function changeDetails<
  S extends z.ZodType<{ programmeId: string; participantId: string }>,
  V extends Verb,
  T,
>(
  context: Context,
  verb: V,
  schema: S,
  input: unknown,
  act: (change: VaultChange, ...given: Parameters<Act<S, V, T>>) => ReturnType<Act<S, V, T>>,
  evenIf: { readonly notToBeReached?: true } = {},
): Promise<Result<T>> {
  const parsed = parseInput(schema, input);
  if (!parsed.ok) return parsed;
  // Nobody who may not is handed a connection of the vault.
  const scope = authorise(context, verb, parsed.value.programmeId);
  if (!scope.ok) return scope;
  const inside = (change: VaultChange | null) =>
    perform(context, verb, schema, input, async (tx, scope, asked) => {
      const found = await reachablePerson(tx, context, scope, asked.participantId, evenIf);
      if (!found.ok) return found;
      return change === null ? fail("rule", "contact-details.off") : act(change, tx, scope, asked);
    });
  if (context.vault === null) return inside(null);
  return context.vault.change(parsed.value.programmeId, inside, (result) => result.ok);
}
