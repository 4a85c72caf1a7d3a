import { createHash } from "node:crypto";

/** The end of one chain, as an anchor states it. */
export interface ChainEnd {
  readonly subjectId: string;
  readonly sequence: number;
  readonly hash: Uint8Array;
}

/** What an anchor says, before it is signed. */
export interface AnchorStatement {
  readonly programmeId: string;
  readonly number: number;
  /** YYYY-MM-DD in UTC. */
  readonly day: string;
  readonly madeAt: Date;
  readonly chains: number;
  readonly root: Uint8Array;
}

/**
 * One hash for all ends of chains, in order of their subjects, and for the anchor before: SHA-256 over its root (nothing
 * for the first) and, for each end, subject, place and hash.
 */
export function anchorRoot(before: Uint8Array | null, ends: readonly ChainEnd[]): Buffer {
  const hash = createHash("sha256").update(before ?? new Uint8Array());
  for (const { subjectId, sequence, hash: end } of ends.toSorted(bySubject)) {
    hash.update(`${subjectId} ${sequence} ${Buffer.from(end).toString("hex")}\n`);
  }
  return hash.digest();
}

function bySubject(a: ChainEnd, b: ChainEnd): number {
  return a.subjectId < b.subjectId ? -1 : a.subjectId > b.subjectId ? 1 : 0;
}

/** The text that is signed: every part of the statement on a line of its own, so that it can be checked from paper too. */
export function anchorMessage({ programmeId, number, day, madeAt, chains, root }: AnchorStatement): Buffer {
  const lines = [
    "audit anchor 1",
    programmeId,
    number,
    day,
    madeAt.toISOString(),
    chains,
    Buffer.from(root).toString("hex"),
  ];
  return Buffer.from(`${lines.join("\n")}\n`, "utf8");
}
