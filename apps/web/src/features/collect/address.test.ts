import { INSTRUMENTS } from "@alongside/domain/instruments/registry";
import { describe, expect, it } from "vitest";
import { formHref, instrumentFromAddress, instrumentToken } from "./address";

const codes = INSTRUMENTS.map(({ code }) => code);

describe("instruments in addresses", () => {
  it("gives every instrument a fingerprint of its own that leads back to it", () => {
    expect(new Set(codes.map(instrumentToken)).size).toBe(codes.length);
    for (const code of codes) expect(instrumentFromAddress(instrumentToken(code), codes)).toBe(code);
    expect(instrumentFromAddress("phq9", codes)).toBe("phq9");
    expect(instrumentFromAddress("nothing", codes)).toBeUndefined();
  });

  it("does not say what is asked about", () => {
    for (const instrument of codes) {
      const href = formHref("/p/x", { participantId: "1", timepointCode: "end", instrument }, { mode: "paper" });
      expect(href).not.toContain(instrument);
      expect(href).toMatch(/^\/p\/x\/collect\/1\/end\/[0-9a-z]{7}\?mode=paper$/);
    }
  });
});
