import { createMrg32k3a, type Mrg32k3aSeed } from "@alongside/statistics/random/mrg32k3a";
import { DialectError } from "../dialect/failure";
import { list, NULL, numbers } from "../dialect/make";
import { bind, type RBuiltin, type RValue } from "../dialect/values";

const SEED: Mrg32k3aSeed = [12345, 12345, 12345, 12345, 12345, 12345];

/** `mrg`: a stream of uniform numbers with mrg$seed(six numbers), which starts it anew, and mrg$u(n), the next n. */
export function randomStream(): RValue {
  let stream = createMrg32k3a(SEED);
  const builtin = (name: string, binding: RBuiltin["binding"]): RBuiltin => ({
    kind: "builtin",
    name,
    binding,
    attributes: {},
  });
  return list({
    seed: builtin(
      "mrg$seed",
      bind("x", (args) => {
        stream = createMrg32k3a(args.has("x") ? seedOf(args.numbers("x")) : SEED);
        return NULL;
      }),
    ),
    u: builtin(
      "mrg$u",
      bind("n", (args) => numbers(Array.from({ length: args.number("n") }, () => stream.uniform()))),
    ),
  });
}

function seedOf(values: readonly number[]): Mrg32k3aSeed {
  const [a, b, c, d, e, f] = values;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    throw new DialectError("A seed has six numbers");
  }
  return [a, b, c, d, e, f];
}
