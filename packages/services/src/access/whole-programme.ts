import type { ScopedDb } from "@alongside/db/client";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import type { Context } from "../context";
import type { Scope } from "./authorise";

/**
 * The scope's programme with all its sites, for work that is done for everybody and shown to nobody: keeping the sums of all
 * sites in order although whoever came by sees one.
 */
export function wholeProgramme({ database }: Context, { programmeId }: Scope): ScopedDb {
  return scopedDb(database, { programmeId, siteIds: "all" });
}
