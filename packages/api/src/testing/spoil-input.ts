import fc from "fast-check";

/** Where a value stands inside an input: the keys that lead to it. */
type Path = readonly string[];

/** One spoilt call: what was done to a right input, in words, and the input. */
export interface SpoiltInput {
  readonly how: string;
  readonly input: unknown;
}

const LONG = "a".repeat(70_000);
/** Deep enough to end a program that walks by calling itself without end. */
const DEEP: unknown = Array.from({ length: 3_000 }).reduce<unknown>((inner) => [inner], "deep");

/** What somebody could send who is careless, or means harm. */
const HOSTILE: readonly unknown[] = [
  ...["", " ", "\0", "a\0b", "\ud800", LONG, "'; DROP TABLE participant; --", "../../etc/passwd", "%s%n%x", "{{7*7}}"],
  ...[
    "<script>alert(1)</script>",
    "\u202eabc",
    "１２",
    "=1+1",
    "NaN",
    "1e400",
    "-0",
    "null",
    "undefined",
    "[object Object]",
  ],
  ...["2026-02-30", "0000-00-00", "-000001-01-01", "9999999-01-01", "2026-13-01", "275760-09-14", "10000-01-01"],
  ...["2026-02-30T25:61:00Z", "+275760-09-13T00:00:00.000Z", "00000000-0000-0000-0000-000000000000"],
  ...["ffffffff-ffff-ffff-ffff-ffffffffffff", "constructor", "__proto__", "toString", "*", "\n", "https://example.org"],
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, -0, 0.5, 1e308, 5e-324, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21],
  ...[null, undefined, true, false, [], {}, [null], { length: -1 }, DEEP, 10n, new Date(Number.NaN), new Date(8.64e15)],
  ...[new Map([["a", 1]]), new Set([1]), /(a+)+$/, new URL("https://example.org"), Symbol("s"), () => 1],
  ...[JSON.parse('{"__proto__":{"isAdmin":true}}'), { constructor: { prototype: {} } }, { toString: null }],
  Array.from({ length: 5_000 }, (_, at) => at),
  Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, at])),
];

/** Every place inside a value, itself included. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function change(value: unknown, path: Path, make: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return make(value);
  if (Array.isArray(value)) return value.map((inner, at) => (String(at) === key ? change(inner, rest, make) : inner));
  return { ...Object(value), [key]: change(Reflect.get(Object(value), key), rest, make) };
}

function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (rest.length > 0) return change(value, path.slice(0, -1), (inner) => without(inner, path.slice(-1)));
  if (Array.isArray(value)) return value.filter((_, at) => String(at) !== key);
  return Object.fromEntries(Object.entries(Object(value)).filter(([name]) => name !== key));
}

/** A value of another length or size, of the same kind. */
function stretched(old: unknown): unknown {
  if (typeof old === "string") return `${old}${old}x`;
  if (typeof old === "number") return -old * 1e9 - 1;
  if (Array.isArray(old)) return [...old, ...old, ...old];
  return { ...Object(old), surplus: old };
}

/** Spoils a right input in one to three places: hostile values, keys left out or added, arrays doubled, parts swapped. */
export function spoiltInput(right: unknown): fc.Arbitrary<SpoiltInput> {
  const places = placesIn(right);
  const place = fc.constantFrom(...places);
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant("replaced" as const), place, fc.constantFrom(...HOSTILE)) },
    { weight: 2, arbitrary: fc.tuple(fc.constant("replaced" as const), place, fc.anything()) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("left out" as const), place, fc.constant(null)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("stretched" as const), place, fc.constant(null)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("exchanged" as const), place, place) },
  );
  return fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => {
    let input = right;
    const how: string[] = [];
    for (const [kind, path, given] of steps) {
      how.push(`${path.join(".") || "all"} ${kind}`);
      if (kind === "left out") input = without(input, path);
      else if (kind === "stretched") input = change(input, path, stretched);
      else if (kind === "replaced") input = change(input, path, () => given);
      else input = change(input, path, (old) => valueAt(right, given) ?? old);
    }
    return { how: how.join(", "), input };
  });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner === null ? undefined : Reflect.get(Object(inner), key)), value);
}
