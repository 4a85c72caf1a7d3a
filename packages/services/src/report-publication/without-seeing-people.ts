import type { Context } from "../context";

/**
 * The same person with the rights of a researcher alone, which are part of an administrator's: what is public can be subtracted
 * from what is public next, so nothing in it may come from seeing the people.
 */
export function withoutSeeingPeople(context: Context, programmeId: string): Context {
  const { actor } = context;
  if (actor === null) return context;
  return { ...context, actor: { ...actor, memberships: [{ programmeId, siteId: null, role: "researcher" }] } };
}
