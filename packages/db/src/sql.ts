import { empty, join, type Sql, sqltag } from "@prisma/client/runtime/client";

/** A piece of SQL with its values kept apart, for `db.$queryRaw` and `db.$executeRaw`. */
export type SqlFragment = Sql;

/** Writes SQL; every `${value}` becomes a parameter, every nested fragment is inlined. */
export const sql = sqltag;

/** Joins values or fragments, by commas unless told otherwise. Throws on an empty list. */
export const joinSql = join;

/** A fragment of nothing. */
export const emptySql: SqlFragment = empty;
