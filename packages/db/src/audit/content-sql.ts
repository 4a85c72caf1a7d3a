import { type SqlFragment, sql } from "../sql";

/**
 * SQL for the hash of what one event says: SHA-256 over a JSON array of subject, programme, id, person, action,
 * milliseconds since 1970 and detail, each by the name of its column. The server writes JSON objects in one order, so
 * the same detail gives the same text.
 */
export const eventContent: SqlFragment = sql`
  sha256(convert_to(jsonb_build_array(subject_id, programme_id, id, actor_id, action,
                                      (extract(epoch FROM at) * 1000)::bigint, detail)::text, 'UTF8'))`;
