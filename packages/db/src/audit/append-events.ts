import { type SqlFragment, sql } from "../sql";
import { eventContent } from "./content-sql";

/** One line of the audit trail, before it has its place in a chain. */
export interface NewAuditEvent {
  readonly subjectId: string;
  readonly id: string;
  readonly programmeId: string;
  /** Null when it is not known that it was a person with an account. */
  readonly actorId: string | null;
  /** `${entity}.${verb}` */
  readonly action: string;
  readonly detail: object | null;
  readonly at: Date;
}

/**
 * The statements that append events to their chains, to be sent in this order in one transaction: one statement, and one
 * more for each time that a subject occurs again. Each moves the ends of the chains on and links the events to what was
 * there; the end's row stays locked until the transaction is over, so that two of them cannot link to the same event.
 * Subjects are taken in order, so that two batches do not wait for each other.
 */
export function appendEvents(events: readonly NewAuditEvent[]): readonly SqlFragment[] {
  const rounds: NewAuditEvent[][] = [];
  const taken = new Map<string, number>();
  for (const event of events) {
    const chain = `${event.subjectId} ${event.programmeId}`;
    const round = taken.get(chain) ?? 0;
    taken.set(chain, round + 1);
    rounds[round] ??= [];
    rounds[round].push(event);
  }
  return rounds.map(appendOnce);
}

function appendOnce(events: readonly NewAuditEvent[]): SqlFragment {
  const rows = events.map(({ subjectId, programmeId, actorId, ...rest }) => ({
    ...{ subject_id: subjectId, programme_id: programmeId, actor_id: actorId },
    ...rest,
  }));
  return sql`
    WITH given AS (
      SELECT *, ${eventContent} AS content
        FROM json_to_recordset(${JSON.stringify(rows)}::json)
          AS r(subject_id uuid, id uuid, programme_id uuid, actor_id uuid, action text, detail jsonb, at timestamptz(3))
    ), head AS (
      INSERT INTO audit_head AS h (subject_id, programme_id, sequence, content, hash)
      SELECT subject_id, programme_id, 1, content, sha256(int4send(1) || content)
        FROM given ORDER BY subject_id, programme_id
      ON CONFLICT (subject_id, programme_id) DO UPDATE
        SET sequence = h.sequence + 1, content = excluded.content,
            hash = sha256(h.hash || int4send(h.sequence + 1) || excluded.content)
      RETURNING h.subject_id, h.programme_id, h.sequence, h.hash
    )
    INSERT INTO audit_event (subject_id, id, programme_id, actor_id, action, detail, at, sequence, hash)
    SELECT g.subject_id, g.id, g.programme_id, g.actor_id, g.action, g.detail, g.at, head.sequence, head.hash
      FROM given g JOIN head USING (subject_id, programme_id)`;
}
