import type { Scope } from "../access/authorise";
import { wholeProgramme } from "../access/whole-programme";
import type { Context } from "../context";

/** At which site of the programme somebody is, and nothing else about them: all that is looked up beyond the asker's own sites. */
export async function siteOfPerson(context: Context, scope: Scope, participantId: string): Promise<string | null> {
  const person = await wholeProgramme(context, scope).participant.findUnique({
    where: { participantId },
    select: { siteId: true },
  });
  return person?.siteId ?? null;
}
