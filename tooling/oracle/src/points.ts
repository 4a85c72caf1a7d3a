import { z } from "zod";
import { Interpreter } from "./dialect/evaluate";
import { namesIn } from "./dialect/formula";
import { parse } from "./dialect/parse";
import { readNumber } from "./dialect/read";
import type { Bindings } from "./dialect/values";
import { encode, type Json } from "./encode";
import { fromJson } from "./from-json";

const argument = z.union([z.number(), z.string()]);
const POINTS = z.object({
  points: z.array(
    z.object({ args: z.union([z.array(argument), argument.transform((one) => [one])]), expected: z.json() }),
  ),
});

/** A grid of a distribution function: its arguments stand beside its answers. */
interface Grid {
  readonly arguments: readonly (readonly (number | string)[])[];
  /** The answers to compare with; what R itself gives stands beside them and is not looked at. */
  readonly expected: Json;
}

/** The grid in a case's outputs, or undefined when they are none. */
export function readGrid(outputs: Json): Grid | undefined {
  const read = POINTS.safeParse(outputs);
  if (!read.success) return undefined;
  return {
    arguments: read.data.points.map((point) => point.args),
    expected: { points: read.data.points.map((point) => ({ expected: point.expected })) },
  };
}

/** The call, e.g. pt(t, df, lower.tail = FALSE), at each point: its names take the arguments in the order they appear. */
export function computeGrid(call: string, grid: Grid, bindings: readonly Bindings[]): Json {
  const expression = parse(call);
  const names = namesIn(expression);
  const interpreter = new Interpreter(bindings);
  const points = grid.arguments.map((values) => {
    for (const [at, name] of names.entries()) {
      const value = values[at] ?? null;
      interpreter.global.set(name, fromJson(typeof value === "string" ? (readNumber(value) ?? value) : value));
    }
    return { expected: encode(interpreter.evaluate(expression)) };
  });
  return { points };
}
