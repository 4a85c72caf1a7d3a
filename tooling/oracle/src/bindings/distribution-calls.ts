import type { Arguments } from "../dialect/arguments";
import { UnsupportedError } from "../dialect/failure";
import { numbers } from "../dialect/make";
import { asNumbers } from "../dialect/read";
import { type Binding, bind, type RValue } from "../dialect/values";

/** A distribution as our statistics know it; parameters in the order of R's arguments. */
export interface Distribution {
  /** R's names of the parameters; a default stands after "=". */
  readonly parameters: readonly (readonly [name: string, fallback?: number])[];
  readonly density?: (x: number, ...parameters: number[]) => number;
  readonly lower: (x: number, ...parameters: number[]) => number;
  readonly upper: (x: number, ...parameters: number[]) => number;
  readonly quantile: (p: number, ...parameters: number[]) => number;
  /** Logarithms of the tails where the tails themselves vanish; else those of `lower` and `upper`. */
  readonly logLower?: (x: number, ...parameters: number[]) => number;
  readonly logUpper?: (x: number, ...parameters: number[]) => number;
  /** The value with this share above it; from `quantile` at 1 - p when there is none. */
  readonly upperQuantile?: (p: number, ...parameters: number[]) => number;
}

function recycled(columns: readonly RValue[], compute: (values: number[]) => number | null): RValue {
  const vectors = columns.map((column) => asNumbers(column).values);
  const length = vectors.some((vector) => vector.length === 0)
    ? 0
    : Math.max(...vectors.map((vector) => vector.length));
  const [first] = columns;
  const shape = first !== undefined && asNumbers(first).values.length === length ? first.attributes : {};
  const results = Array.from({ length }, (_, at) => {
    const values = vectors.map((vector) => vector[at % vector.length] ?? null);
    const present = values.filter((value) => value !== null);
    return present.length < values.length ? null : compute(present);
  });
  const { names, dim, dimnames } = shape;
  return numbers(results, { names, dim, dimnames });
}

function parametersOf(args: Arguments, distribution: Distribution): readonly RValue[] {
  return distribution.parameters.map(([name, fallback]) => {
    const given = args.optional(name);
    if (given !== undefined) return given;
    return fallback === undefined ? args.value(name) : numbers([fallback]);
  });
}

function refuseNoncentral(args: Arguments, name: string): void {
  if (args.has("ncp")) throw new UnsupportedError(`${name} with ncp`);
}

/** R's d, p and q functions of a distribution, e.g. dnorm, pnorm and qnorm for "norm". */
export function callsOf(name: string, distribution: Distribution): Readonly<Record<string, Binding>> {
  const formals = distribution.parameters.map(([parameter]) => parameter).join(" ");
  const extra = distribution.parameters.some(([parameter]) => parameter === "ncp") ? "" : "ncp";
  const share = bind(`q ${formals} ${extra} lower.tail log.p`, (args) => {
    if (extra !== "") refuseNoncentral(args, `p${name}`);
    const lower = args.flag("lower.tail", true);
    const tail = lower ? distribution.lower : distribution.upper;
    const logarithm = args.flag("log.p", false);
    const logTail = lower ? distribution.logLower : distribution.logUpper;
    return recycled([args.value("q"), ...parametersOf(args, distribution)], ([x = Number.NaN, ...parameters]) => {
      if (logarithm && logTail) return logTail(x, ...parameters);
      const value = tail(x, ...parameters);
      return logarithm ? Math.log(value) : value;
    });
  });
  const quantile = bind(`p ${formals} ${extra} lower.tail log.p`, (args) => {
    if (extra !== "") refuseNoncentral(args, `q${name}`);
    const lower = args.flag("lower.tail", true);
    const logarithm = args.flag("log.p", false);
    const { upperQuantile } = distribution;
    return recycled([args.value("p"), ...parametersOf(args, distribution)], ([given = Number.NaN, ...parameters]) => {
      const p = logarithm ? Math.exp(given) : given;
      if (lower) return distribution.quantile(p, ...parameters);
      return upperQuantile ? upperQuantile(p, ...parameters) : distribution.quantile(1 - p, ...parameters);
    });
  });
  const { density } = distribution;
  if (density === undefined) return { [`p${name}`]: share, [`q${name}`]: quantile };
  const mass = bind(`x ${formals} ${extra} log`, (args) => {
    if (extra !== "") refuseNoncentral(args, `d${name}`);
    const logarithm = args.flag("log", false);
    return recycled([args.value("x"), ...parametersOf(args, distribution)], ([x = Number.NaN, ...parameters]) => {
      const value = density(x, ...parameters);
      return logarithm ? Math.log(value) : value;
    });
  });
  return { [`d${name}`]: mass, [`p${name}`]: share, [`q${name}`]: quantile };
}
