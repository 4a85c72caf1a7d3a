import { describe, expect, it } from "vitest";
import type { MechanismCode } from "../mechanisms/registry";
import type { OutcomeDomainCode } from "../outcomes/domains";
import type { OutcomeCode } from "../outcomes/outcomes";
import type { SupportActivityCode } from "../support/activities";
import type { SupportTypeCode } from "../support/types";
import type { ElementCode } from "./registry";
import { findElement } from "./registry";

// The type checker is what these lines test: each `@ts-expect-error` fails the type check if the line under it compiles.
const OUTCOME: OutcomeCode = "outcome.psychological.hope";
// @ts-expect-error -- a domain is not a specific outcome
const NOT_AN_OUTCOME: OutcomeCode = "outcome.psychological";
const DOMAIN: OutcomeDomainCode = "outcome.social";
// @ts-expect-error -- the root is not one of the five domains
const NOT_A_DOMAIN: OutcomeDomainCode = "outcome";
const SUPPORT: SupportTypeCode = "support.appraisal";
// @ts-expect-error -- a sub-type is not one of the five types
const NOT_A_TYPE: SupportTypeCode = "support.instrumental.medical";
const ACTIVITY: SupportActivityCode = "support.emotional.activity.listening";
const MECHANISM: MechanismCode = "pwud.mechanism.trust";
// @ts-expect-error -- a harm is not a mechanism
const NOT_A_MECHANISM: MechanismCode = "metasyn.harm.misinformation";
// @ts-expect-error -- a slip of the pen
const SLIP: ElementCode = "outcome.psychological.hoep";

describe("codes as types", () => {
  it("stand for elements that exist", () => {
    const codes: readonly ElementCode[] = [OUTCOME, DOMAIN, SUPPORT, ACTIVITY, MECHANISM];
    expect(codes.map((code) => findElement(code)?.code)).toEqual(codes);
  });

  it("leave an unknown code without an element", () => {
    expect(findElement(SLIP)).toBeUndefined();
    for (const code of [NOT_AN_OUTCOME, NOT_A_DOMAIN, NOT_A_TYPE, NOT_A_MECHANISM]) {
      expect(findElement(code)?.code).toBe(code);
    }
  });
});
