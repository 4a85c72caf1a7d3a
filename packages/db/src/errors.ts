/** What the database refused, in terms a service can act on. Constraint names are those in the migrations. */
export type DatabaseRefusal =
  | { readonly kind: "unique"; readonly constraint: string | undefined }
  | { readonly kind: "foreign-key"; readonly constraint: string | undefined }
  | { readonly kind: "check"; readonly constraint: string | undefined }
  | { readonly kind: "not-null" }
  /** The row to change or read does not exist. */
  | { readonly kind: "missing-row" }
  /** Two transactions stood in each other's way; the same work may be tried again. */
  | { readonly kind: "write-conflict" }
  /** The role may not do this, e.g. change an audit event. */
  | { readonly kind: "permission" }
  /** No connection became free, or the transaction took too long. */
  | { readonly kind: "busy" }
  | { readonly kind: "disk-full" }
  | { readonly kind: "unreachable" };

/** PostgreSQL's own codes (SQLSTATE). */
const BY_SQLSTATE: Readonly<Record<string, DatabaseRefusal["kind"]>> = {
  "23505": "unique",
  "23503": "foreign-key",
  "23514": "check",
  "23502": "not-null",
  "40001": "write-conflict",
  "40P01": "write-conflict",
  "42501": "permission",
  "53100": "disk-full",
  "55P03": "busy",
  "57014": "busy",
  "53300": "busy",
  "25P03": "unreachable",
  "57P01": "unreachable",
  "57P02": "unreachable",
  "57P03": "unreachable",
};

/** Codes of the network, from errors that never reached the database. */
const BY_NETWORK_CODE: Readonly<Record<string, DatabaseRefusal["kind"]>> = {
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  EPIPE: "unreachable",
  ENOENT: "unreachable",
  ENOTFOUND: "unreachable",
  ETIMEDOUT: "unreachable",
};

/** What the driver says in words only. */
const BY_MESSAGE: readonly (readonly [RegExp, DatabaseRefusal["kind"]])[] = [
  [/^timeout exceeded when trying to connect$/, "busy"],
  [/^(Connection terminated|Client has encountered a connection error|Client was closed)/, "unreachable"],
];

/** Prisma's codes, for errors that carry no SQLSTATE. */
const BY_PRISMA_CODE: Readonly<Record<string, DatabaseRefusal["kind"]>> = {
  P2002: "unique",
  P2003: "foreign-key",
  P2004: "check",
  P2011: "not-null",
  P2025: "missing-row",
  P2034: "write-conflict",
  P2024: "busy",
  P2028: "busy",
  P1001: "unreachable",
  P1002: "unreachable",
  P1008: "unreachable",
  P1017: "unreachable",
};

/** A property of an unknown value, or undefined. */
function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !(key in current)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * The constraint's name. A sharded server appends the shard's number, and its errors list fields where a plain server
 * names the index, so the name in the message comes first.
 */
function constraintName(cause: unknown): string | undefined {
  const message = text(at(cause, "originalMessage")) ?? text(at(cause, "message")) ?? "";
  const inMessage = [...message.matchAll(/constraint\s+["«„]([^"»“]+)["»“]/g)].at(-1)?.[1];
  const name = inMessage ?? text(at(cause, "constraint", "index"));
  return name?.replace(/_\d{5,}$/, "");
}

/**
 * Reads an error thrown by the database client. Undefined for anything else, which the caller should throw again.
 * @param error whatever was thrown
 */
export function databaseRefusal(error: unknown): DatabaseRefusal | undefined {
  const cause = at(error, "meta", "driverAdapterError", "cause") ?? at(error, "cause");
  const state = text(at(cause, "originalCode")) ?? text(at(cause, "code"));
  const code = text(at(error, "code")) ?? text(at(error, "errorCode"));
  const kind =
    BY_SQLSTATE[state ?? ""] ??
    BY_SQLSTATE[code ?? ""] ??
    BY_PRISMA_CODE[code ?? ""] ??
    BY_NETWORK_CODE[state ?? ""] ??
    BY_NETWORK_CODE[code ?? ""] ??
    kindInWords(cause) ??
    kindInWords(error);
  switch (kind) {
    case undefined:
      return undefined;
    case "unique":
    case "foreign-key":
    case "check":
      return { kind, constraint: constraintName(cause ?? error) };
    default:
      return { kind };
  }
}

function kindInWords(error: unknown): DatabaseRefusal["kind"] | undefined {
  const words = text(at(error, "originalMessage")) ?? text(at(error, "message")) ?? "";
  return BY_MESSAGE.find(([pattern]) => pattern.test(words))?.[1];
}

/** Was it refused because such a thing exists already? With a name: by that constraint. */
export function isUniqueRefusal(error: unknown, constraint?: string): boolean {
  const refusal = databaseRefusal(error);
  return refusal?.kind === "unique" && (constraint === undefined || refusal.constraint === constraint);
}
