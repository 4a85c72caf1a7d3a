import { FailureError } from "@alongside/api/failure-error";
import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { insteadOfOutcome } from "./instead-of-outcome";

type Code = ConstructorParameters<typeof TRPCError>[0]["code"];
const refused = (code: Code, failure: ConstructorParameters<typeof FailureError>[0]) =>
  new TRPCError({ code, cause: new FailureError(failure) });

it("explains a view of single sites that a role does not have, instead of breaking down", () => {
  const error = refused("UNPROCESSABLE_CONTENT", { code: "rule", reason: "change.one-view" });
  expect(insteadOfOutcome(error)).toEqual({ wholeProgrammeOnly: true });
});

it("explains too few people, with how many it takes", () => {
  const error = refused("UNPROCESSABLE_CONTENT", { code: "rule", reason: "outcome.too-few", params: { smallest: 10 } });
  expect(insteadOfOutcome(error)).toEqual({ smallest: 10 });
});

it("takes what is not there or not theirs for not found, and explains nothing it does not know", () => {
  expect(insteadOfOutcome(new TRPCError({ code: "NOT_FOUND" }))).toBe("not-found");
  expect(insteadOfOutcome(new TRPCError({ code: "FORBIDDEN" }))).toBe("not-found");
  expect(insteadOfOutcome(new TRPCError({ code: "INTERNAL_SERVER_ERROR" }))).toBeNull();
  expect(insteadOfOutcome(new Error("lost"))).toBeNull();
});
