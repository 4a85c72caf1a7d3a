import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { currentIdentity, type IdentitySettings } from "./settings";

export const readIdentitySettingsInput = z.object({ programmeId: z.uuid() });

export interface IdentitySettingsView extends IdentitySettings {
  /** Has this installation a vault? Without one nothing can be switched on. */
  readonly available: boolean;
}

/** What the programme keeps besides codes. */
export async function readIdentitySettings(
  context: Context,
  input: z.input<typeof readIdentitySettingsInput>,
): Promise<Result<IdentitySettingsView>> {
  const parsed = parseInput(readIdentitySettingsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "identity-settings.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const settings = await currentIdentity(scope.value.db, scope.value.programmeId);
  return ok({ ...settings, available: context.vault !== null });
}
