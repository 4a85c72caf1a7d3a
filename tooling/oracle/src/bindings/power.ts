import { chiSquaredQuantile } from "@alongside/statistics/distribution/chi-squared";
import { fQuantile } from "@alongside/statistics/distribution/f";
import { noncentralChiSquaredUpper, noncentralFUpper } from "@alongside/statistics/distribution/noncentral-f";
import { anovaPower } from "@alongside/statistics/power/anova-power";
import { correlationPower } from "@alongside/statistics/power/correlation-power";
import { type Alarm, normalPower } from "@alongside/statistics/power/normal-power";
import { arcsineDistance, arcsinePower, proportionsPower } from "@alongside/statistics/power/proportions-power";
import { tTestPower } from "@alongside/statistics/power/t-test-power";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, number, text } from "../dialect/make";
import { type Binding, type Bindings, bind } from "../dialect/values";
import { bracketedRoot } from "./bracketed-root";

/** R's uniroot stops here unless told otherwise. */
const TOLERANCE = Number.EPSILON ** 0.25;
const [NO_SIGNIFICANCE, ALL_SIGNIFICANCE] = [1e-10, 1 - 1e-10];

type Numbers = Readonly<Record<string, number>>;

/** One of R's power calculations: of all its numbers and the power, the one that is not given is found. */
interface Calculation {
  readonly power: (given: Numbers) => number;
  /** Where R searches each number; given the others. */
  readonly brackets: Readonly<Record<string, (given: Numbers) => readonly [number, number]>>;
  readonly defaults?: Numbers;
}

const between = (low: number, high: number) => (): readonly [number, number] => [low, high];

function calculate(args: Arguments, { power, brackets, defaults = {} }: Calculation, tolerance: number) {
  const given: Record<string, number> = {};
  const missing: string[] = [];
  const names = [...Object.keys(brackets), "sig.level", "power"];
  for (const name of names) {
    const value = args.optional(name);
    const fallback = name === "sig.level" ? 0.05 : defaults[name];
    if (value !== undefined && value.kind !== "null") given[name] = args.number(name);
    else if (value === undefined && fallback !== undefined) given[name] = fallback;
    else missing.push(name);
  }
  const [unknown] = missing;
  if (unknown === undefined || missing.length > 1) throw new DialectError(`Exactly one must be missing: ${missing}`);
  if (unknown === "power") return { ...given, power: power(given) };
  const [from, to] = (brackets[unknown] ?? between(NO_SIGNIFICANCE, ALL_SIGNIFICANCE))(given);
  const excess = (x: number) => power({ ...given, [unknown]: x }) - (given.power ?? Number.NaN);
  if (!(excess(from) * excess(to) <= 0)) throw new DialectError(`No ${unknown} between ${from} and ${to}`);
  return { ...given, [unknown]: bracketedRoot(excess, from, to, tolerance) };
}

const at = (given: Numbers, name: string): number => given[name] ?? Number.NaN;

function alarmOf(given: Numbers, alternative: string, bothTails: boolean): Alarm {
  const twoSided = alternative === "two.sided";
  return { significance: at(given, "sig.level"), alternative: twoSided ? "two-sided" : "one-sided", bothTails };
}

const answer = (found: Numbers, alternative?: string) =>
  list({
    ...Object.fromEntries(Object.entries(found)),
    ...(alternative === undefined ? {} : { alternative: text(alternative) }),
  });

type Bracket = readonly [number, number];

/** One of pwr's calculations of a signed effect: its name and where it is searched, and the smallest sizes. */
interface SignedEffect {
  readonly formals: string;
  readonly effect: string;
  readonly twoSided: Bracket;
  readonly less?: Bracket;
  readonly greater?: Bracket;
  readonly sizes: Numbers;
  readonly power: (effect: number, given: Numbers, alarm: Alarm, args: Arguments) => number;
}

/** pwr's functions: two-sided with both tails, or "less" or "greater" with a signed effect. */
function pwr({ formals, effect, twoSided, less = [-10, 5], greater = [-5, 10], sizes, power }: SignedEffect): Binding {
  return bind(`${formals} sig.level power type alternative`, (args) => {
    const alternative = args.text("alternative", "two.sided");
    const sign = alternative === "less" ? -1 : 1;
    const [low, high] = alternative === "less" ? less : alternative === "greater" ? greater : twoSided;
    const leasts = Object.entries(sizes).map(([name, least]) => [name, between(least + 1e-10, 1e9)]);
    const brackets = { [effect]: between(low, high), ...Object.fromEntries(leasts) };
    const body = (given: Numbers) => power(sign * at(given, effect), given, alarmOf(given, alternative, true), args);
    return answer(calculate(args, { power: body, brackets }, TOLERANCE), alternative);
  });
}

const groupsOf = (args: Arguments): 1 | 2 => (args.text("type", "two.sample") === "two.sample" ? 2 : 1);

export const POWER: Bindings = {
  /** power.t.test(n, delta, sd, sig.level, power, type, alternative, strict, tol). */
  "power.t.test": bind("n delta sd sig.level power type alternative strict tol", (args) => {
    const alternative = args.text("alternative", "two.sided");
    const power = (given: Numbers) =>
      tTestPower(
        {
          ...alarmOf(given, alternative, args.flag("strict", false)),
          groups: groupsOf(args),
          difference: at(given, "delta"),
          standardDeviation: at(given, "sd"),
        },
        { n: at(given, "n") },
      );
    const brackets = {
      n: between(2, 1e7),
      delta: (given: Numbers) => [at(given, "sd") * 1e-7, at(given, "sd") * 1e7] as const,
      sd: (given: Numbers) => [Math.abs(at(given, "delta")) * 1e-7, Math.abs(at(given, "delta")) * 1e7] as const,
    };
    const found = calculate(args, { power, brackets, defaults: { sd: 1 } }, args.number("tol", TOLERANCE));
    return answer(found, alternative);
  }),

  /** power.prop.test(n, p1, p2, sig.level, power, alternative, strict, tol). */
  "power.prop.test": bind("n p1 p2 sig.level power alternative strict tol", (args) => {
    const alternative = args.text("alternative", "two.sided");
    const power = (given: Numbers) => {
      const alarm = alarmOf(given, alternative, args.flag("strict", false));
      return proportionsPower({ ...alarm, first: at(given, "p1"), second: at(given, "p2") }, at(given, "n"));
    };
    const brackets = {
      n: between(1, 1e7),
      p1: (given: Numbers) => [0, at(given, "p2")] as const,
      p2: (given: Numbers) => [at(given, "p1"), 1] as const,
    };
    return answer(calculate(args, { power, brackets }, args.number("tol", TOLERANCE)), alternative);
  }),

  /** power.anova.test(groups, n, between.var, within.var, sig.level, power). */
  "power.anova.test": bind("groups n between.var within.var sig.level power", (args) => {
    const power = (given: Numbers) =>
      anovaPower(
        {
          groups: at(given, "groups"),
          betweenVariance: at(given, "between.var"),
          withinVariance: at(given, "within.var"),
          significance: at(given, "sig.level"),
        },
        at(given, "n"),
      );
    const brackets = {
      groups: between(2, 100),
      n: between(2, 1e5),
      "between.var": (given: Numbers) => [at(given, "within.var") * 1e-7, at(given, "within.var") * 1e7] as const,
      "within.var": (given: Numbers) => [at(given, "between.var") * 1e-7, at(given, "between.var") * 1e7] as const,
    };
    return answer(calculate(args, { power, brackets }, TOLERANCE));
  }),

  "pwr.t.test": pwr({
    formals: "n d",
    effect: "d",
    twoSided: [1e-7, 10],
    sizes: { n: 2 },
    power: (d, given, alarm, args) =>
      tTestPower({ ...alarm, groups: groupsOf(args), difference: d, standardDeviation: 1 }, { n: at(given, "n") }),
  }),
  "pwr.t2n.test": pwr({
    formals: "n1 n2 d",
    effect: "d",
    twoSided: [1e-7, 10],
    sizes: { n1: 2, n2: 2 },
    power: (d, given, alarm) => {
      const sizes = { n: at(given, "n1"), secondN: at(given, "n2") };
      return tTestPower({ ...alarm, groups: 2, difference: d, standardDeviation: 1 }, sizes);
    },
  }),
  "pwr.norm.test": pwr({
    formals: "d n",
    effect: "d",
    twoSided: [1e-10, 10],
    sizes: { n: 1 },
    power: (d, given, alarm) => normalPower(towards(d, alarm) * Math.sqrt(at(given, "n")), alarm),
  }),
  "pwr.p.test": pwr({
    formals: "h n",
    effect: "h",
    twoSided: [1e-10, 10],
    sizes: { n: 2 },
    power: (h, given, alarm) => normalPower(towards(h, alarm) * Math.sqrt(at(given, "n")), alarm),
  }),
  "pwr.2p.test": pwr({
    formals: "h n",
    effect: "h",
    twoSided: [1e-10, 10],
    sizes: { n: 2 },
    power: (h, given, alarm) => arcsinePower(h, at(given, "n"), at(given, "n"), alarm),
  }),
  "pwr.2p2n.test": pwr({
    formals: "h n1 n2",
    effect: "h",
    twoSided: [1e-10, 10],
    sizes: { n1: 2, n2: 2 },
    power: (h, given, alarm) => arcsinePower(h, at(given, "n1"), at(given, "n2"), alarm),
  }),
  "pwr.r.test": pwr({
    formals: "n r",
    effect: "r",
    twoSided: [1e-10, 1 - 1e-10],
    less: [-1 + 1e-10, 1 - 1e-10],
    greater: [-1 + 1e-10, 1 - 1e-10],
    sizes: { n: 4 },
    power: (r, given, alarm) => correlationPower(r, at(given, "n"), alarm),
  }),

  /** pwr.anova.test(k, n, f, sig.level, power): f is the standard deviation of the means over that within groups. */
  "pwr.anova.test": bind("k n f sig.level power", (args) => {
    const power = (given: Numbers) => {
      const [groups, f] = [at(given, "k"), at(given, "f")];
      const betweenVariance = (f * f * groups) / (groups - 1);
      return anovaPower(
        { groups, betweenVariance, withinVariance: 1, significance: at(given, "sig.level") },
        at(given, "n"),
      );
    };
    const brackets = { k: between(2 + 1e-10, 100), n: between(2 + 1e-10, 1e9), f: between(1e-7, 1e7) };
    return answer(calculate(args, { power, brackets }, TOLERANCE));
  }),
  /** pwr.chisq.test(w, N, df, sig.level, power). */
  "pwr.chisq.test": bind("w N df sig.level power", (args) => {
    const df = args.number("df");
    const power = (given: Numbers) =>
      noncentralChiSquaredUpper(
        chiSquaredQuantile(1 - at(given, "sig.level"), df),
        df,
        at(given, "N") * at(given, "w") ** 2,
      );
    const brackets = { w: between(1e-10, 1e9), N: between(1 + 1e-10, 1e9) };
    return answer({ ...calculate(args, { power, brackets }, TOLERANCE), df });
  }),
  /** pwr.f2.test(u, v, f2, sig.level, power). */
  "pwr.f2.test": bind("u v f2 sig.level power", (args) => {
    const power = (given: Numbers) => {
      const [u, v] = [at(given, "u"), at(given, "v")];
      return noncentralFUpper(1 / fQuantile(at(given, "sig.level"), v, u), u, v, at(given, "f2") * (u + v + 1));
    };
    const brackets = { u: between(1 + 1e-10, 100), v: between(1 + 1e-10, 1e9), f2: between(1e-7, 1e7) };
    return answer(calculate(args, { power, brackets }, TOLERANCE));
  }),
  /** ES.h(p1, p2): the arcsine distance. */
  "ES.h": bind("p1 p2", (args) => number(arcsineDistance(args.number("p1"), args.number("p2")))),
};

function towards(effect: number, { alternative }: Alarm): number {
  return alternative === "two-sided" ? Math.abs(effect) : effect;
}
