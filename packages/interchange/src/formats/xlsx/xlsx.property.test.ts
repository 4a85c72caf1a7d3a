import fc from "fast-check";
import { expect, it } from "vitest";
import { openXlsx } from "./read";
import { stored, workbookOf } from "./workbook.fixture";

/** Text that XML can hold and that is not trimmed away. */
const text = fc
  .string({
    minLength: 1,
    maxLength: 12,
    unit: fc.integer({ min: 32, max: 0xd7ff }).map((point) => String.fromCodePoint(point)),
  })
  .filter((cell) => cell.trim() !== "" && !/_x/i.test(cell));

it("what a workbook holds is read back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 30 }), async (rows) => {
      const opened = await openXlsx(stored(workbookOf([["first", "second"], ...rows])));
      if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
      const read: unknown[] = [];
      for await (const event of opened.file.events) read.push(event.kind === "row" ? event.cells : event.problem);
      expect(read).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

it("any bytes give rows or problems, and any change of a workbook, too", async () => {
  const whole = workbookOf([
    ["first", "second"],
    ["a", "b"],
  ]);
  const broken = fc
    .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(whole.length))
    .map(([at, change, length]) => {
      const bytes = new Uint8Array(whole);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      return bytes.slice(0, Math.max(length, whole.length - (length % 3)));
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), broken), async (bytes) => {
      const opened = await openXlsx(stored(bytes));
      let events = 0;
      if (opened.kind === "opened")
        for await (const event of opened.file.events)
          events += event.kind === "row" || event.problem.rule !== "" ? 1 : 0;
      expect(opened.kind === "opened" ? events : opened.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
