import type { PoolClient, QueryResult } from "pg";
import { type SqlFragment, sql } from "../sql";
import { CONNECTIONS, type Connected, driverQuery } from "./connections";
import type { Pipeline } from "./pipeline";
import { sendTogether } from "./send-together";
import type { NameStatement } from "./statement-names";

const COMMIT = sql`COMMIT`;
const ROLLBACK = sql`ROLLBACK`;

/**
 * A transaction whose statements travel together: the first batch brings the BEGIN, the last one the COMMIT, so that
 * reading and then writing takes two round trips where a statement at a time takes six. Work that never says `finish`
 * leaves nothing behind. READ COMMITTED, as everywhere.
 *
 * Throws what the database refused, as the driver words it (`databaseRefusal` reads it); everything is undone then.
 */
export async function pipelinedTransaction<T>(db: Connected, work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
  const { pool, nameStatement, asking, opening = "BEGIN" } = db[CONNECTIONS];
  // The opening is sent here, with the first statements, so the connection is taken as it is.
  const client = await asking.run(undefined, () => pool.connect());
  const transaction = new OpenTransaction(client, opening, nameStatement);
  // A connection that breaks while nothing is under way says so as an event, which would end the process if nobody
  // listened. What is sent next is refused, and that is thrown.
  client.on("error", ignoreForNow);
  try {
    const answer = await work(transaction);
    await transaction.end();
    client.off("error", ignoreForNow);
    client.release();
    return answer;
  } catch (error) {
    // Ends the connection, and with it whatever is open on it; the pool makes another.
    client.release(true);
    throw error;
  }
}

function ignoreForNow(): void {}

class OpenTransaction implements Pipeline {
  #state: "before" | "open" | "over" = "before";
  readonly #client: PoolClient;
  /** Begins the transaction, for a programme where there is one. */
  readonly #opening: string;
  readonly #nameStatement: NameStatement;

  constructor(client: PoolClient, opening: string, nameStatement: NameStatement) {
    this.#client = client;
    this.#opening = opening;
    this.#nameStatement = nameStatement;
  }

  async ask(statements: readonly SqlFragment[]): Promise<readonly (readonly unknown[])[]> {
    return (await this.#send(statements)).map(({ rows }) => rows);
  }

  async finish(statements: readonly SqlFragment[]): Promise<void> {
    // Sent in one go with BEGIN, statements would be kept one by one if the BEGIN were refused.
    if (this.#state === "before") await this.#send([]);
    const answers = await this.#send([...statements, COMMIT]);
    this.#state = "over";
    // The database answers the COMMIT of a transaction that failed with ROLLBACK, not with an error.
    if (answers.at(-1)?.command !== "COMMIT") throw new Error("The database did not keep the transaction");
  }

  /** Undoes what was not finished. */
  async end(): Promise<void> {
    if (this.#state !== "open") return;
    await this.#send([ROLLBACK]);
    this.#state = "over";
  }

  /** Everything in one write to the connection. Throws the first refusal once all have been answered. */
  async #send(statements: readonly SqlFragment[]): Promise<readonly QueryResult[]> {
    if (this.#state === "over") throw new Error("The transaction is over");
    const opening = this.#state === "before" ? [this.#opening] : [];
    this.#state = "open";
    const queries = statements.map((statement) => driverQuery(this.#nameStatement, statement));
    const answers: QueryResult[] = [];
    for (const answer of await sendTogether(this.#client, [...opening, ...queries])) {
      if (answer.status === "rejected") throw answer.reason;
      answers.push(answer.value);
    }
    return answers.slice(opening.length);
  }
}
