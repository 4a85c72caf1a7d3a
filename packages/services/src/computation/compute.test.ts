import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { compute } from "./compute";
import type { Task } from "./task";
import { Cancelled, type ThreadPool, threadPool } from "./thread-pool";

/** A thread that squares numbers one by one, dies of 13, refuses 99 and never ends with 0. */
const THREAD = `
const { parentPort, threadId } = require("node:worker_threads");
parentPort.on("message", ({ kind, part }) => {
  const squares = [];
  for (const value of part) {
    if (value === 13) process.exit(3);
    if (value === 99) return parentPort.postMessage({ type: "failed", message: "99 is refused" });
    while (value === 0) {}
    squares.push(value * value);
    parentPort.postMessage({ type: "steps", steps: 1 });
  }
  parentPort.postMessage({ type: "piece", piece: { kind, squares, threadId } });
});`;

interface Piece {
  readonly kind: string;
  readonly squares: readonly number[];
  readonly threadId: number;
}

const SQUARES: Task<readonly number[], readonly number[], Piece, readonly number[]> = {
  parts: (input, threads) => {
    const length = Math.ceil(input.length / threads);
    return Array.from({ length: threads }, (_, at) => input.slice(at * length, (at + 1) * length));
  },
  steps: (input) => input.length,
  run: () => {
    throw new Error("runs on the thread");
  },
  merge: (_, pieces) => pieces.flatMap(({ squares }) => squares),
};

let pool: ThreadPool;
afterEach(() => pool.close());

const poolOf = (size: number) => {
  let started = 0;
  pool = threadPool(() => {
    started += 1;
    return new Worker(THREAD, { eval: true });
  }, size);
  return () => started;
};
const square = (input: readonly number[], signal = new AbortController().signal, told: number[] = []) =>
  compute(pool, "squares", SQUARES, input, ({ done }) => told.push(done), signal);

describe("compute", () => {
  it.each([1, 2, 3])("gives the same result with %s threads, and tells every step", async (threads) => {
    poolOf(threads);
    const told: number[] = [];
    expect(await square([5, 2, 7, 1, 4], undefined, told)).toEqual([25, 4, 49, 1, 16]);
    expect(told).toEqual([1, 2, 3, 4, 5]);
  });

  it("keeps its threads, and lets parts wait for one", async () => {
    const started = poolOf(2);
    await square([1, 2, 3, 4]);
    await Promise.all([square([1, 2]), square([3, 4]), square([5, 6])]);
    expect(started()).toBe(2);
  });

  it("ends a thread in the middle of its work when cancelled, and goes on with another", async () => {
    const started = poolOf(1);
    const cancel = new AbortController();
    const running = compute(pool, "squares", SQUARES, [3, 0], () => cancel.abort(), cancel.signal);
    await expect(running).rejects.toBeInstanceOf(Cancelled);
    expect(await square([6])).toEqual([36]);
    expect(started()).toBe(2);
  });

  it("does not begin what was cancelled before", async () => {
    const started = poolOf(1);
    await expect(square([1], AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
    expect(started()).toBe(0);
  });

  it("lets go at once of what is cancelled while it waits for a thread", async () => {
    poolOf(1);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const endless = square([0], running.signal);
    const queued = square([3], waiting.signal);
    waiting.abort();
    await expect(queued).rejects.toThrow(Cancelled);
    running.abort();
    await expect(endless).rejects.toThrow(Cancelled);
    expect(await square([4])).toEqual([16]);
  });

  it("says why a part failed, ends the others, and survives a thread that dies", async () => {
    poolOf(2);
    await expect(square([0, 99])).rejects.toThrow("99 is refused");
    await expect(square([13, 1])).rejects.toThrow("The thread ended with code 3");
    expect(await square([2, 3])).toEqual([4, 9]);
  });
});
