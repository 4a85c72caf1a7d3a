import type pg from "pg";

/** A rule of the sharded layout that a table breaks. */
export interface BrokenRule {
  readonly rule: ShardingRule;
  readonly table: string;
  /** The constraint, column, index or trigger at fault. */
  readonly what: string;
}

/**
 * The rules that let the same schema run sharded by participant. A table is sharded when it has the key column
 * (`participant_id`, or `subject_id` first in its primary key), hashed alone when its key is `claim`, and otherwise a
 * small table copied to every node. docs/decisions/0002 gives the reasons.
 */
export const SHARDING_RULES = [
  "no-primary-key",
  "key-not-first-in-primary-key",
  "unique-without-key",
  "key-not-uuid",
  "foreign-key-without-key",
  "foreign-key-from-copied-table",
  "foreign-key-to-claim",
  "on-update-action-on-key",
  "on-delete-sets-key",
  "enum-or-money",
  "serial-or-identity",
  "trigger",
  "rewrite-rule",
  "policy-reads-table",
  "no-programme",
] as const;
export type ShardingRule = (typeof SHARDING_RULES)[number];

/** Every table with its kind, and the number and name of the column it is hashed on (null for copied tables). */
const TABLES = `
  SELECT c.oid, c.relname AS name, key.attnum AS key_number, key.atttypid AS key_type, key.attname AS key_name,
         CASE WHEN key.attname = 'claim' THEN 'claim' WHEN key.attname IS NOT NULL THEN 'sharded' ELSE 'copied' END AS kind
    FROM pg_class c
    LEFT JOIN pg_index pk ON pk.indrelid = c.oid AND pk.indisprimary
    LEFT JOIN LATERAL (
      SELECT a.* FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         -- A table hashed by its claim holds the participant as plain data.
         AND CASE WHEN EXISTS (SELECT 1 FROM pg_attribute f WHERE f.attrelid = c.oid AND f.attnum = pk.indkey[0]
                                  AND f.attname IN ('claim', 'subject_id'))
                  THEN a.attnum = pk.indkey[0] ELSE a.attname = 'participant_id' END
    ) key ON true
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
     AND c.relname <> '_prisma_migrations'`;

const CHECKS: Readonly<Record<ShardingRule, string>> = {
  "no-primary-key": `SELECT t.name, '' FROM tables t
    WHERE NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`,
  "key-not-first-in-primary-key": `SELECT t.name, i.indexrelid::regclass::text FROM tables t
    JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary WHERE t.kind = 'sharded' AND i.indkey[0] <> t.key_number`,
  "unique-without-key": `SELECT t.name, i.indexrelid::regclass::text FROM tables t
    JOIN pg_index i ON i.indrelid = t.oid AND (i.indisunique OR i.indisexclusion)
    WHERE t.kind <> 'copied' AND NOT t.key_number = ANY (i.indkey::int2[])`,
  "key-not-uuid": `SELECT t.name, t.key_type::regtype::text FROM tables t
    WHERE t.kind = 'sharded' AND (t.key_type <> 'uuid'::regtype
      OR NOT (SELECT a.attnotnull FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = t.key_number))`,
  "foreign-key-without-key": `SELECT child_name, conname FROM links
    WHERE child_kind = 'sharded' AND parent_kind = 'sharded' AND NOT EXISTS (
      SELECT 1 FROM generate_subscripts(conkey, 1) g WHERE conkey[g] = child_key AND confkey[g] = parent_key)`,
  "foreign-key-from-copied-table": `SELECT child_name, conname FROM links
    WHERE child_kind = 'copied' AND parent_kind <> 'copied'`,
  "foreign-key-to-claim": `SELECT child_name, conname FROM links
    WHERE 'claim' IN (child_kind, parent_kind) AND child_kind <> parent_kind`,
  "on-update-action-on-key": `SELECT child_name, conname FROM links
    WHERE child_kind <> 'copied' AND child_key = ANY (conkey) AND confupdtype NOT IN ('a', 'r')`,
  "on-delete-sets-key": `SELECT child_name, conname FROM links
    WHERE child_kind <> 'copied' AND child_key = ANY (conkey) AND confdeltype IN ('n', 'd')`,
  "enum-or-money": `SELECT t.name, a.attname FROM tables t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_type element ON element.oid = y.typelem AND y.typcategory = 'A'
    WHERE 'e' IN (y.typtype, coalesce(element.typtype, 'b')) OR y.typname = 'money'`,
  "serial-or-identity": `SELECT t.name, a.attname FROM tables t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE a.attidentity <> '' OR pg_get_serial_sequence(t.oid::regclass::text, a.attname) IS NOT NULL`,
  trigger: `SELECT t.name, g.tgname FROM tables t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal`,
  "rewrite-rule": `SELECT t.name, r.rulename FROM tables t JOIN pg_rewrite r ON r.ev_class = t.oid`,
  "policy-reads-table": `SELECT t.name, p.polname FROM tables t JOIN pg_policy p ON p.polrelid = t.oid
    WHERE concat(pg_get_expr(p.polqual, p.polrelid), ' ', pg_get_expr(p.polwithcheck, p.polrelid)) ~* '\\mselect\\M'`,
  "no-programme": `SELECT t.name, '' FROM tables t WHERE t.kind = 'sharded' AND NOT EXISTS (
    SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'programme_id' AND NOT a.attisdropped)`,
};

/**
 * Looks through the catalog of a database for tables that could not be sharded. Reads pg_catalog only, so it runs on any
 * PostgreSQL.
 */
export async function brokenShardingRules(client: pg.Client): Promise<readonly BrokenRule[]> {
  const checks = SHARDING_RULES.map(
    (rule) =>
      `SELECT '${rule}' AS rule, f.on_table::text AS "table", f.what::text FROM (${CHECKS[rule]}) AS f(on_table, what)`,
  );
  const found = await client.query<BrokenRule>(`
    WITH tables AS (${TABLES}),
    links AS (
      SELECT k.*, child.name AS child_name, child.kind AS child_kind, child.key_number AS child_key,
             parent.kind AS parent_kind, parent.key_number AS parent_key
        FROM pg_constraint k JOIN tables child ON child.oid = k.conrelid JOIN tables parent ON parent.oid = k.confrelid
       WHERE k.contype = 'f' AND k.conparentid = 0
    )
    ${checks.join("\nUNION ALL\n")}
    ORDER BY 1, 2, 3`);
  return found.rows;
}
