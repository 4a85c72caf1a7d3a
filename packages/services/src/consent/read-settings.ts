import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type ProgrammeConsent, programmeConsents } from "./programme-consents";

export const readConsentSettingsInput = z.object({ programmeId: z.uuid() });

export interface ConsentSettings {
  readonly purposes: readonly ProgrammeConsent[];
  /** Who saved an edition, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a programme asks consent for, in which words, and since when an answer is needed. */
export async function readConsentSettings(
  context: Context,
  input: z.input<typeof readConsentSettingsInput>,
): Promise<Result<ConsentSettings>> {
  const parsed = parseInput(readConsentSettingsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "consent-settings.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const purposes = await programmeConsents(scope.value.db, scope.value.programmeId);
  const ids = purposes.flatMap(({ editions }) => editions.flatMap(({ savedById }) => savedById ?? []));
  const people = await scope.value.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return ok({ purposes, names: Object.fromEntries(people.map(({ id, name }) => [id, name])) });
}
