import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";

const CATALOG_CHAR_OID = 18;
const TEXT_OID = 25;
/** ColumnTypeEnum.Character in @prisma/driver-adapter-utils. */
const CHARACTER = 6;

/**
 * Discrete fields rather than a connection string: node-postgres lets a connection string win over `database`, and the
 * shadow database would then be the real one.
 */
export function connectionFields(url) {
  const parsed = new URL(url);
  const sslmode = parsed.searchParams.get("sslmode") ?? "";
  return {
    host: decodeURIComponent(parsed.hostname),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ...(/^(require|verify)/.test(sslmode) ? { ssl: { rejectUnauthorized: sslmode !== "require" } } : {}),
  };
}

/**
 * Two repairs to an adapter connection that only migrations need:
 * the catalog's one-byte "char" type has no mapping, so it is presented as text and labelled Character; and a script is
 * sent whole, since cutting it at each semicolon breaks functions and leaves a failed migration half applied.
 */
function repair(adapter) {
  const perform = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await perform(query);
    const chars = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CATALOG_CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      chars.push(index);
    }
    query.charColumns = chars;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of query.charColumns ?? []) result.columnTypes[index] = CHARACTER;
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** The adapter factory the engine connects through, with a shadow database that is dropped only after its pool closed. */
export function migrationAwareFactory(url) {
  const fields = connectionFields(url);
  const schema = new URL(url).searchParams.get("schema");
  const options = schema ? { schema } : undefined;
  const factory = new PrismaPg(fields, options);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => repair(await connect());
  factory.connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await factory.connect();
    await main.underlyingDriver().query(`CREATE DATABASE "${name}"`);
    const shadow = repair(await new PrismaPg({ ...fields, database: name }, options).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.underlyingDriver().query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  };
  return factory;
}
