import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { coversSite, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { currentSettings } from "../laboratory-settings/read";
import { ruleOf } from "../laboratory-settings/rule-of";
import type { ListScope } from "./list-query";

/** What decides the lists of a scope, narrowed to one site of it when asked. */
export async function readListScope(context: Context, scope: Scope, siteId: string | null): Promise<Result<ListScope>> {
  const { db, programmeId } = scope;
  const [programme, settings, site] = await Promise.all([
    db.programme.findUnique({ where: { id: programmeId }, select: { timeZone: true } }),
    currentSettings(db, programmeId),
    siteId === null ? null : db.site.findUnique({ where: { id: siteId, programmeId }, select: { id: true } }),
  ]);
  if (programme === null) return fail("not-found", "programme.none");
  if (siteId !== null && (site === null || !coversSite(scope, siteId))) return fail("not-found", "site.none");
  const today = todayIn(programme.timeZone, context.now());
  return ok({ scope, siteId, programme: { today, settings, rule: ruleOf(settings) } });
}
