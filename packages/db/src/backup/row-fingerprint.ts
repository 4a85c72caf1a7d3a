import { createHash } from "node:crypto";

/** What a table held: how many rows, and a number that any other set of rows would give differently. */
export interface RowTotals {
  readonly rows: number;
  /** 64 hexadecimal digits. */
  readonly fingerprint: string;
}

const LANES = 8;
const NEWLINE = 10;

/**
 * Counts and fingerprints rows that arrive as COPY text, in pieces cut anywhere. The fingerprint is the sum of the SHA-256
 * of every row, in eight lanes of 32 bits: the order of the rows does not matter (a database does not keep one), a row
 * that comes twice does.
 */
export class RowFingerprint {
  #rows = 0;
  readonly #lanes = new Uint32Array(LANES);
  #rest: Buffer[] = [];

  /** Takes the next piece. */
  add(piece: Buffer): void {
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, from)) {
      this.#row(piece.subarray(from, end));
      from = end + 1;
    }
    if (from < piece.length) this.#rest.push(piece.subarray(from));
  }

  #row(end: Buffer): void {
    const row = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    const digest = createHash("sha256").update(row).digest();
    // A Uint32Array wraps around by itself.
    for (let lane = 0; lane < LANES; lane += 1)
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) + digest.readUInt32BE(4 * lane);
    this.#rows += 1;
  }

  /** The totals of everything taken. */
  totals(): RowTotals {
    const hex = Array.from(this.#lanes, (lane) => lane.toString(16).padStart(8, "0")).join("");
    return { rows: this.#rows, fingerprint: hex };
  }
}
