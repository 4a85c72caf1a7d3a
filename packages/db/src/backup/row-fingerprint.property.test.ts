import fc from "fast-check";
import { expect, test } from "vitest";
import { RowFingerprint, type RowTotals } from "./row-fingerprint";

const row = fc.string({ maxLength: 8 }).map((text) => text.replaceAll("\n", "\\n"));
const rows = fc.array(row, { maxLength: 12 });

function totalsOf(lines: readonly string[], cuts: readonly number[] = []): RowTotals {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  const fingerprint = new RowFingerprint();
  const at = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  at.forEach((from, i) => {
    fingerprint.add(bytes.subarray(from, at[i + 1]));
  });
  return fingerprint.totals();
}

test("neither the order of the rows nor where the stream is cut matters", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.nat(200), { maxLength: 6 }), (lines, cuts) => {
      expect(totalsOf([...lines].sort(), cuts)).toEqual(totalsOf(lines));
    }),
  );
});

test("one row more, one row less, a row twice or another row is another fingerprint", () => {
  fc.assert(
    fc.property(rows, row, fc.nat(11), (lines, other, at) => {
      const before = totalsOf(lines).fingerprint;
      expect(totalsOf([...lines, other]).fingerprint).not.toBe(before);
      const place = at % Math.max(1, lines.length);
      if (lines.length === 0 || lines[place] === other) return;
      expect(totalsOf(lines.toSpliced(place, 1)).fingerprint).not.toBe(before);
      expect(totalsOf(lines.toSpliced(place, 1, other)).fingerprint).not.toBe(before);
    }),
  );
});

test("it is the sum of the SHA-256 of the rows, lane by lane", () => {
  expect(totalsOf([])).toEqual({ rows: 0, fingerprint: "0".repeat(64) });
  // printf a | sha256sum
  const a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
  expect(totalsOf(["a"])).toEqual({ rows: 1, fingerprint: a });
  // Twice that in each lane of eight digits, without what is carried out of it.
  const twice = "952f022494377b94f58463663447b89a4f0ddff028f89ce47300ef0a5fdc9176";
  expect(totalsOf(["a", "a"])).toEqual({ rows: 2, fingerprint: twice });
});
