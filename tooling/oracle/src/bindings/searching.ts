import { minimiseScalar } from "@alongside/statistics/optimisation/minimise-scalar";
import type { Arguments } from "../dialect/arguments";
import { functionOf } from "../dialect/builtins/apply";
import { list, number } from "../dialect/make";
import { oneNumber } from "../dialect/read";
import { type Binding, type Bindings, bind } from "../dialect/values";
import { bracketedRoot } from "./bracketed-root";

/** The function of one number that is searched, with what else it is given, and the two ends. */
function searched(args: Arguments): { readonly f: (x: number) => number; readonly ends: readonly [number, number] } {
  const called = functionOf(args, "f");
  const more = args.rest.map((part) => part.value());
  const names = args.rest.map((part) => part.name);
  const f = (x: number): number => oneNumber(args.apply(called, [number(x), ...more], [undefined, ...names]));
  const [low = 0, high = 1] = args.has("interval")
    ? args.numbers("interval")
    : [args.number("lower"), args.number("upper")];
  return { f, ends: [low, high] };
}

const optimise: Binding = bind("f interval ... lower upper maximum tol", (args) => {
  const { f, ends } = searched(args);
  const sign = args.flag("maximum", false) ? -1 : 1;
  const found = minimiseScalar((x) => sign * f(x), ends[0], ends[1], args.number("tol", Number.EPSILON ** 0.25));
  return sign > 0
    ? list({ minimum: found.at, objective: found.value })
    : list({ maximum: found.at, objective: -found.value });
});

export const SEARCHING: Bindings = {
  uniroot: bind("f interval ... lower upper tol maxiter extendInt check.conv", (args) => {
    const { f, ends } = searched(args);
    const root = bracketedRoot(f, ends[0], ends[1], args.number("tol", Number.EPSILON ** 0.25));
    return list({ root, "f.root": f(root) });
  }),
  optimize: optimise,
  optimise,
};
