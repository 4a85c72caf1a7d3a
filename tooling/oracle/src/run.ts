import { BINDINGS, GLOBALS } from "./bindings/registry";
import type { OracleCase } from "./case";
import { compareOutputs, type FieldResult } from "./compare";
import { completeRows, filterRows, readDataset } from "./dataset";
import { DEFAULT_CALLS } from "./default-calls";
import { Interpreter } from "./dialect/evaluate";
import { UnsupportedError } from "./dialect/failure";
import { parse } from "./dialect/parse";
import type { RValue } from "./dialect/values";
import { encode, type Json } from "./encode";
import { isKnownFamily } from "./families";
import { fromJson } from "./from-json";
import { computeGrid, readGrid } from "./points";
import { tolerancesFor } from "./tolerance";

/** What became of one case. Only "compared" with every field passed is a pass. */
export type Outcome =
  | { readonly kind: "compared"; readonly fields: readonly FieldResult[] }
  /** Nothing here computes it; `missing` is the R function that is not bound, or the family nobody knows. */
  | { readonly kind: "unsupported"; readonly missing: string }
  | { readonly kind: "error"; readonly message: string };

export interface CaseResult {
  readonly name: string;
  readonly family: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/** Reads a data file named by a case, e.g. "debian/btheb.csv". */
export type ReadData = (dataset: string) => string;

/** Computes a case from its inputs and compares. The expected outputs are not looked at before the comparison. */
export function runCase(oracleCase: OracleCase, readData: ReadData): CaseResult {
  const { name, family, tolerance, ...inputs } = oracleCase;
  const started = performance.now();
  if (!isKnownFamily(family))
    return { name, family, outcome: { kind: "unsupported", missing: `family ${family}` }, seconds: 0 };
  const grid = readGrid(inputs.outputs);
  const outcome = ((): Outcome => {
    try {
      const { outputs, ...given } = inputs;
      const got =
        grid === undefined
          ? computeCase(given, callOf(given, family), readData)
          : computeGrid(callOf(given, family), grid, BINDINGS);
      const expected = grid === undefined ? outputs : grid.expected;
      return { kind: "compared", fields: compareOutputs(expected, got, tolerancesFor(family, tolerance)) };
    } catch (failure) {
      if (failure instanceof UnsupportedError) return { kind: "unsupported", missing: failure.missing };
      return { kind: "error", message: failure instanceof Error ? failure.message : String(failure) };
    }
  })();
  return { name, family, outcome, seconds: (performance.now() - started) / 1000 };
}

type Inputs = Omit<OracleCase, "name" | "family" | "outputs" | "tolerance">;

function callOf(inputs: Inputs, family: string): string {
  const call = inputs.r_call ?? (Object.hasOwn(DEFAULT_CALLS, family) ? DEFAULT_CALLS[family] : undefined);
  if (call === undefined) throw new UnsupportedError("a case without a call");
  return call;
}

function computeCase(inputs: Inputs, call: string, readData: ReadData): Json {
  const interpreter = new Interpreter(BINDINGS);
  for (const [name, make] of Object.entries(GLOBALS)) interpreter.global.set(name, make());
  interpreter.global.set("opt", fromJson(inputs.options ?? {}));
  interpreter.global.set("col", fromJson(inputs.columns ?? {}));
  const data = dataOf(inputs, readData);
  if (data !== undefined) interpreter.global.set("d", data);
  return encode(interpreter.evaluate(parse(call)));
}

function dataOf(inputs: Inputs, readData: ReadData): RValue | undefined {
  if (inputs.dataset === null || inputs.dataset === undefined) return undefined;
  const all = readDataset(readData(inputs.dataset));
  const kept = inputs.filter ? filterRows(all, inputs.filter) : all;
  return inputs.complete_cases_on ? completeRows(kept, inputs.complete_cases_on) : kept;
}

/** Whether a case counts as passed: computed, and every field within its tolerance. */
export function hasPassed({ outcome }: CaseResult): boolean {
  return outcome.kind === "compared" && outcome.fields.length > 0 && outcome.fields.every((field) => field.passed);
}
