import fc from "fast-check";
import { expect, test } from "vitest";
import { newKeyring, withNewestOnly, withNewKey } from "./keyring";
import { SealBroken, type SealedOf, seal, unseal } from "./seal";

const of = fc.record({ programmeId: fc.uuid(), participantId: fc.uuid(), field: fc.constantFrom("name", "phone") });
const text = fc.string({ unit: "grapheme", maxLength: 300 });
const ring = newKeyring();

const reasonOf = (work: () => unknown) => {
  try {
    return `opened: ${String(work())}`;
  } catch (error) {
    return error instanceof SealBroken ? error.reason : String(error);
  }
};

test("what is sealed opens to the same text, and with every later ring that still has the key", () => {
  fc.assert(
    fc.property(of, text, (place, words) => {
      const sealed = seal(ring, place, words);
      expect(unseal(ring, place, sealed)).toBe(words);
      expect(unseal(withNewKey(ring), place, sealed)).toBe(words);
      expect(reasonOf(() => unseal(withNewestOnly(withNewKey(ring)), place, sealed))).toBe("key-missing");
    }),
  );
});

test("a sealed text does not open in another programme, of another person or as another field", () => {
  fc.assert(
    fc.property(of, of, text, (place, other, words) => {
      const sealed = seal(ring, place, words);
      for (const name of ["programmeId", "participantId", "field"] as const) {
        const moved: SealedOf = { ...place, [name]: other[name] };
        fc.pre(moved[name] !== place[name] || name === "field");
        if (moved[name] !== place[name]) expect(reasonOf(() => unseal(ring, moved, sealed))).toBe("not-genuine");
      }
    }),
  );
});

test("no byte of it can be changed unnoticed, and none left out", () => {
  const place = { programmeId: crypto.randomUUID(), participantId: crypto.randomUUID(), field: "name" };
  const { keyId, sealed } = seal(ring, place, "Amina Odhiambo");
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(reasonOf(() => unseal(ring, place, { keyId, sealed: changed }))).toBe("not-genuine");
    expect(reasonOf(() => unseal(ring, place, { keyId, sealed: sealed.subarray(0, at) }))).toBe("not-genuine");
  }
});

test("the same text is sealed otherwise each time, and short ones are equally long", () => {
  const place = { programmeId: crypto.randomUUID(), participantId: crypto.randomUUID(), field: "sms" };
  const sealed = ["yes", "no", "", "+86 138 0013 8000", "yes"].map((words) => seal(ring, place, words).sealed);
  expect(new Set(sealed.map((bytes) => bytes.toString("hex"))).size).toBe(sealed.length);
  expect(new Set(sealed.map((bytes) => bytes.length)).size).toBe(1);
});
