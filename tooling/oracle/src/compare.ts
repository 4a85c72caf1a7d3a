import type { Json } from "./encode";

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** The tolerance of one field. */
export interface FieldTolerance extends Tolerance {
  /** What the case states, when the notes of its family allow more. */
  readonly stated?: Tolerance;
}

/** One number, text or truth value of the outputs beside ours. */
export interface FieldResult {
  /** Where in the outputs, e.g. "ci95/0". */
  readonly path: string;
  readonly expected: Json;
  /** Undefined where ours has no such field. */
  readonly got: Json | undefined;
  /** Of two numbers; null otherwise. */
  readonly relativeError: number | null;
  readonly passed: boolean;
  /** Passed, but not within what the case itself states. */
  readonly loosely: boolean;
}

/** Chooses the tolerance of a field by its path. */
export type ToleranceOf = (path: string) => FieldTolerance;

/** Every value of the expected outputs with ours. A field we lack fails; fields only we have are not looked at. */
export function compareOutputs(
  expected: Json,
  got: Json | undefined,
  toleranceOf: ToleranceOf,
): readonly FieldResult[] {
  return compareAt("", expected, got, toleranceOf);
}

function compareAt(
  path: string,
  expected: Json,
  got: Json | undefined,
  toleranceOf: ToleranceOf,
): readonly FieldResult[] {
  if (isArray(expected)) {
    if (!isArray(got) || got.length !== expected.length)
      return [{ path, expected, got, relativeError: null, passed: false, loosely: false }];
    return expected.flatMap((item, at) => compareAt(join(path, String(at)), item, got[at], toleranceOf));
  }
  if (isObject(expected)) {
    if (!isObject(got)) return [{ path, expected, got, relativeError: null, passed: false, loosely: false }];
    return Object.entries(expected).flatMap(([name, item]) =>
      compareAt(join(path, name), item, Object.hasOwn(got, name) ? got[name] : undefined, toleranceOf),
    );
  }
  if (typeof expected === "number" && typeof got === "number") {
    const difference = Math.abs(got - expected);
    const relativeError = difference === 0 ? 0 : difference / Math.abs(expected);
    const within = ({ absolute, relative }: Tolerance): boolean => difference <= absolute || relativeError <= relative;
    const tolerance = toleranceOf(path);
    const passed = within(tolerance);
    return [{ path, expected, got, relativeError, passed, loosely: passed && !within(tolerance.stated ?? tolerance) }];
  }
  return [{ path, expected, got, relativeError: null, passed: isSame(expected, got), loosely: false }];
}

/** JSON knows neither NA, NaN nor infinities: writers put null, or R's word for them. */
function isSame(expected: Json, got: Json | undefined): boolean {
  if (expected === null) return got === null || got === "Inf" || got === "-Inf";
  return expected === got || (got === null && (expected === "NaN" || expected === "NA"));
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function join(path: string, step: string): string {
  return path === "" ? step : `${path}/${step}`;
}
