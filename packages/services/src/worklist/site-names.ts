import type { ScopedDb } from "@alongside/db/client";

/** What the sites of a programme are called, by id. */
export async function siteNames(db: ScopedDb, programmeId: string): Promise<ReadonlyMap<string, string>> {
  const sites = await db.site.findMany({ where: { programmeId }, select: { id: true, name: true } });
  return new Map(sites.map(({ id, name }) => [id, name]));
}
