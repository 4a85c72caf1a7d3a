import { analyseBinary } from "@alongside/analysis/binary-change/analyse-binary";
import { binaryRequest, groupsOf } from "@alongside/analysis/binary-change/binary-request.fixture";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import type { BinaryScriptInput } from "@alongside/interchange/formats/r-script/binary-script-input";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binaryScriptInput } from "./binary-script-input";

const THRESHOLD = 5;
const NO_STATES = Array.from({ length: 16 }, () => 0);

/** People with two answers: yes yes, yes no, no yes, no no. Mostly empty or large, so that much is shown. */
const both = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.integer({ min: 5, max: 14 })), {
  minLength: 4,
  maxLength: 4,
});
/** Sites of cohort A and of cohort B. */
const sites = fc.array(fc.tuple(both, both), { minLength: 1, maxLength: 11 });

/** The same, so often large that many tables may be shown. */
const large = fc.array(
  fc.oneof({ weight: 19, arbitrary: fc.integer({ min: 5, max: 9 }) }, { weight: 1, arbitrary: fc.nat({ max: 4 }) }),
  { minLength: 4, maxLength: 4 },
);
const largeSites = fc.array(fc.tuple(large, large), { minLength: 1, maxLength: 5 });

/** Both cohorts at these sites, and so many of A and B who have no answer after. */
function requestOf(given: readonly (readonly [readonly number[], readonly number[]])[], missing: number) {
  const at = (counts: readonly number[]) => NO_STATES.map((_, state) => counts[[0, 1, 4, 5].indexOf(state)] ?? 0);
  const requests = given.map(([own, other]) =>
    binaryRequest([...groupsOf("A", at(own)), ...groupsOf("B", at(other)), ["A", "yes", "missing", missing]]),
  );
  const { data, ...rest } = binaryRequest([], { comparedWith: "B", design: "cohorts", threshold: THRESHOLD });
  const people = requests
    .flatMap(({ data: { people: those } }, site) => those.map((one) => ({ ...one, siteId: `site ${site + 10}` })))
    .map((person, row) => ({ ...person, row }));
  return { ...rest, data: { ...data, people } } satisfies OutcomeRequest;
}

/** The rule as docs/methods/proportions.md states it, for numbers of people with two answers. */
function verdict([kept = 0, lost = 0, gained = 0, never = 0]: readonly number[]): "cells" | "margins" | "nothing" {
  const n = kept + lost + gained + never;
  if (n === 0) return "cells";
  const margins = [kept + lost, gained + never, kept + gained, lost + never];
  const isSmall = (count: number) => count > 0 && count < THRESHOLD;
  if (n < 10 || margins.some(isSmall) || (n < 20 && margins.includes(0))) return "nothing";
  return [kept, lost, gained, never].some(isSmall) ? "margins" : "cells";
}

const added = (tables: readonly (readonly number[])[]) =>
  [0, 1, 2, 3].map((cell) => tables.reduce((sum, table) => sum + (table[cell] ?? 0), 0));

function scriptOf(request: OutcomeRequest): BinaryScriptInput {
  return binaryScriptInput(request, analyseBinary(request), { family: null, provenance: [] });
}

const figuresOf = ({ figures }: BinaryScriptInput, ...heads: readonly string[]) =>
  figures.filter(({ name }) => heads.some((head) => name.startsWith(head))).map(({ name }) => name);

describe("binaryScriptInput, laws", () => {
  it("leaves no row and no figure of a cohort of whom nothing may be shown", () => {
    fc.assert(
      fc.property(sites, fc.nat({ max: 6 }), (given, missing) => {
        const script = scriptOf(requestOf(given, missing));
        for (const [at, cohort] of (["A", "B"] as const).entries()) {
          const shown = verdict(added(given.map((tables) => tables[at] ?? [])));
          const ofCohort = (one: { readonly cohort: string }) => one.cohort === cohort;
          if (shown !== "cells") {
            expect(script.answers.filter(ofCohort)).toEqual([]);
            expect(script.pairs).toEqual([]);
            expect(figuresOf(script, "ratio.")).toEqual([]);
          }
          if (shown !== "nothing") continue;
          expect(script.margins.filter(ofCohort)).toEqual([]);
          expect(figuresOf(script, `${cohort}.`, "net.", "after")).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it("has rows by site only where each cohort's people at each site may be shown by what they answered", () => {
    let withRows = 0;
    fc.assert(
      fc.property(largeSites, (given) => {
        const script = scriptOf(requestOf(given, 0));
        if (script.pairs.length === 0) return;
        withRows += 1;
        const bySite = script.errors !== "by-person";
        expect(new Set(script.pairs.map(({ site }) => site)).size > 1).toBe(bySite);
        if (bySite)
          expect(
            given
              .flat()
              .map(verdict)
              .filter((one) => one !== "cells"),
          ).toEqual([]);
        const rows = (cohort: "A" | "B") =>
          [11, 10, 1, 0].map(
            (cell) =>
              script.pairs.filter((one) => one.cohort === cohort && one.before * 10 + one.after === cell).length,
          );
        expect([rows("A"), rows("B")]).toEqual([
          added(given.map(([own]) => own)),
          added(given.map(([, other]) => other)),
        ]);
      }),
      { numRuns: 60 },
    );
    expect(withRows).toBeGreaterThan(0);
  }, 30_000);
});
