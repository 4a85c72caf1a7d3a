import { GroupKernel } from "./group-kernel";
import type { NestedLevel, Nesting } from "./nesting";
import { type Reducer, type Reduction, slopesFromTangents } from "./reduction";
import { fillFactor } from "./relative-factor";

/** A level with where its effects and thetas stand. */
interface Stage {
  readonly nested: NestedLevel;
  /** Effects per group. */
  readonly size: number;
  /** Columns of a group's cross-product: its own effects, those of all outer levels, and W. */
  readonly width: number;
  /** Index of its first theta. */
  readonly offset: number;
  readonly kernel: GroupKernel;
}

/**
 * The reduction for grouping factors nested in each other, by eliminating the effects of the innermost groups first:
 * what a person leaves is added to the person's volunteer, what a volunteer leaves to the site. Derivatives by theta
 * travel along the same way, so that the cost grows with the number of groups and not with its cube.
 */
export function nestedReducer(nesting: Nesting, w: readonly Float64Array[]): Reducer {
  const stages = stagesOf(nesting, w.length);
  const leaf = leafCrossProducts(nesting, w);
  const size = stages.reduce((total, { nested }) => total + nested.level.factor.positions.length, 0);

  const evaluate = (theta: Float64Array, slopes: boolean) => {
    const tangentCount = slopes ? size : 0;
    const logDeterminants = new Float64Array(1 + tangentCount);
    let current: (Float64Array | null)[] = [leaf, ...Array.from({ length: tangentCount }, () => null)];
    const perStage: Float64Array[] = [];
    stages.forEach((stage, index) => {
      perStage.push(current[0] ?? leaf);
      const rest = stage.width - stage.size;
      const outerGroups = stages[index + 1]?.nested.groups ?? 1;
      const known = stage.offset + stage.nested.level.factor.positions.length;
      const next = current.map((_, k) => (k <= known ? new Float64Array(outerGroups * rest * rest) : null));
      eliminate(stage, theta, current, next, logDeterminants);
      current = next;
    });
    const reduced = (k: number): Reduction => ({
      logDeterminant: logDeterminants[k] ?? 0,
      crossProduct: current[k] ?? new Float64Array(w.length * w.length),
    });
    const tangents = Array.from({ length: tangentCount }, (_, k) => reduced(k + 1));
    return { value: reduced(0), tangents, perStage };
  };

  return {
    width: w.length,
    size,
    reduce: (theta) => evaluate(theta, false).value,
    differentiate: (theta) => {
      const { value, tangents } = evaluate(theta, true);
      return { value, tangents: () => tangents, slopes: (weights) => slopesFromTangents(tangents, weights) };
    },
    effects: (theta, residual) => effectsOf(stages, evaluate(theta, false).perStage, theta, residual),
  };
}

function stagesOf({ levels }: Nesting, width: number): Stage[] {
  let offset = 0;
  let total = levels.reduce((sum, { level }) => sum + level.factor.size, width);
  return levels.map((nested) => {
    const { size, positions } = nested.level.factor;
    const stage = { nested, size, width: total, offset, kernel: new GroupKernel(size) };
    offset += positions.length;
    total -= size;
    return stage;
  });
}

/** Upper triangle of [Z W]'[Z W] for each innermost group. */
function leafCrossProducts({ levels }: Nesting, w: readonly Float64Array[]): Float64Array {
  const columns = [...levels.flatMap(({ level }) => level.columns), ...w];
  const width = columns.length;
  const codes = levels[0]?.codes ?? new Int32Array(0);
  const result = new Float64Array((levels[0]?.groups ?? 0) * width * width);
  columns.forEach((left, a) => {
    for (let b = a; b < width; b += 1) {
      const right = columns[b];
      for (let row = 0; row < codes.length; row += 1) {
        const index = (codes[row] ?? 0) * width * width + a * width + b;
        result[index] = (result[index] ?? 0) + (left[row] ?? 0) * (right?.[row] ?? 0);
      }
    }
  });
  return result;
}

/** Takes the effects of one level out of `current` and adds what is left of each group to its parent in `next`. */
function eliminate(
  { nested, size: q, width, offset, kernel }: Stage,
  theta: Float64Array,
  current: readonly (Float64Array | null)[],
  next: readonly (Float64Array | null)[],
  logDeterminants: Float64Array,
): void {
  const { positions } = nested.level.factor;
  const lambda = fillFactor(nested.level.factor, theta, offset);
  const rest = width - q;
  const [values, target] = [current[0], next[0]];
  if (!values || !target) return;
  const weighted = new Float64Array(q * rest);
  const slope = new Float64Array(q * q);
  const work = new Float64Array(q * rest);
  const addLog = (k: number, amount: number) => {
    logDeterminants[k] = (logDeterminants[k] ?? 0) + amount;
  };
  for (let group = 0; group < nested.groups; group += 1) {
    const from = group * width * width;
    const to = (nested.parents[group] ?? 0) * rest * rest;
    kernel.set(values, from, width, lambda);
    addLog(0, kernel.logDeterminant);
    kernelTimesBlock(weighted, kernel.kernel, values, from, q, width);
    addRest(target, to, values, from, q, width);
    subtractProduct(target, to, values, from, weighted, q, width);
    for (let k = 1; k <= offset; k += 1) {
      const [tangent, out] = [current[k], next[k]];
      if (!tangent || !out) continue;
      addLog(k, traceOf(kernel.kernel, tangent, from, q, width));
      addRest(out, to, tangent, from, q, width);
      kernelTimesTangent(work, weighted, tangent, from, q, width);
      subtractTangent(out, to, weighted, work, q, rest);
    }
    positions.forEach(({ row, column }, index) => {
      const out = next[1 + offset + index];
      if (!out) return;
      addLog(1 + offset + index, kernel.logDeterminantSlope(row, column));
      kernel.kernelSlope(row, column, slope);
      kernelTimesBlock(work, slope, values, from, q, width);
      subtractProduct(out, to, values, from, work, q, width);
    });
  }
}

/** out = K B, where B stands right of the first q columns. */
function kernelTimesBlock(out: Float64Array, k: Float64Array, c: Float64Array, from: number, q: number, width: number) {
  const rest = width - q;
  for (let i = 0; i < q; i += 1) {
    for (let b = 0; b < rest; b += 1) {
      let total = 0;
      for (let j = 0; j < q; j += 1) total += (k[i * q + j] ?? 0) * (c[from + j * width + q + b] ?? 0);
      out[i * rest + b] = total;
    }
  }
}

function addRest(out: Float64Array, to: number, c: Float64Array, from: number, q: number, width: number): void {
  const rest = width - q;
  for (let a = 0; a < rest; a += 1) {
    for (let b = a; b < rest; b += 1) {
      const index = to + a * rest + b;
      out[index] = (out[index] ?? 0) + (c[from + (q + a) * width + q + b] ?? 0);
    }
  }
}

/** Subtracts B' times `right` from the upper triangle. */
function subtractProduct(
  out: Float64Array,
  to: number,
  c: Float64Array,
  from: number,
  right: Float64Array,
  q: number,
  width: number,
): void {
  const rest = width - q;
  for (let a = 0; a < rest; a += 1) {
    for (let b = a; b < rest; b += 1) {
      let total = 0;
      for (let i = 0; i < q; i += 1) total += (c[from + i * width + q + a] ?? 0) * (right[i * rest + b] ?? 0);
      const index = to + a * rest + b;
      out[index] = (out[index] ?? 0) - total;
    }
  }
}

function traceOf(k: Float64Array, tangent: Float64Array, from: number, q: number, width: number): number {
  let total = 0;
  for (let i = 0; i < q; i += 1) {
    for (let j = i; j < q; j += 1) {
      total += (i === j ? 1 : 2) * (k[i * q + j] ?? 0) * (tangent[from + i * width + j] ?? 0);
    }
  }
  return total;
}

/** out = dB - dA K B / 2, so that dB' K B + (K B)' dB - (K B)' dA K B = out' K B + (K B)' out. */
function kernelTimesTangent(
  out: Float64Array,
  weighted: Float64Array,
  tangent: Float64Array,
  from: number,
  q: number,
  width: number,
): void {
  const rest = width - q;
  for (let i = 0; i < q; i += 1) {
    for (let b = 0; b < rest; b += 1) {
      let total = 0;
      for (let j = 0; j < q; j += 1) {
        total += (tangent[from + Math.min(i, j) * width + Math.max(i, j)] ?? 0) * (weighted[j * rest + b] ?? 0);
      }
      out[i * rest + b] = (tangent[from + i * width + q + b] ?? 0) - total / 2;
    }
  }
}

function subtractTangent(
  out: Float64Array,
  to: number,
  weighted: Float64Array,
  work: Float64Array,
  q: number,
  rest: number,
): void {
  for (let a = 0; a < rest; a += 1) {
    for (let b = a; b < rest; b += 1) {
      let total = 0;
      for (let i = 0; i < q; i += 1) {
        total += (work[i * rest + a] ?? 0) * (weighted[i * rest + b] ?? 0);
        total += (weighted[i * rest + a] ?? 0) * (work[i * rest + b] ?? 0);
      }
      const index = to + a * rest + b;
      out[index] = (out[index] ?? 0) - total;
    }
  }
}

/** Effects from the outermost level inwards, each given those of the levels around it. */
function effectsOf(
  stages: readonly Stage[],
  perStage: readonly Float64Array[],
  theta: Float64Array,
  residual: Float64Array,
): Float64Array[] {
  const effects: Float64Array[] = stages.map(({ nested, size }) => new Float64Array(nested.groups * size));
  for (let index = stages.length - 1; index >= 0; index -= 1) {
    const [stage, values, own] = [stages[index], perStage[index], effects[index]];
    if (!stage || !values || !own) continue;
    const { nested, size: q, width, offset, kernel } = stage;
    const lambda = fillFactor(nested.level.factor, theta, offset);
    for (let group = 0; group < nested.groups; group += 1) {
      const from = group * width * width;
      kernel.set(values, from, width, lambda);
      const around: number[] = [];
      let parent = nested.parents[group] ?? 0;
      for (let outer = index + 1; outer < stages.length; outer += 1) {
        const outerSize = stages[outer]?.size ?? 0;
        for (let i = 0; i < outerSize; i += 1) around.push(-(effects[outer]?.[parent * outerSize + i] ?? 0));
        parent = stages[outer]?.nested.parents[parent] ?? 0;
      }
      const weights = [...around, ...residual];
      for (let j = 0; j < q; j += 1) {
        let product = 0;
        weights.forEach((weight, b) => {
          product += weight * (values[from + j * width + q + b] ?? 0);
        });
        for (let i = 0; i < q; i += 1) {
          own[group * q + i] = (own[group * q + i] ?? 0) + (kernel.kernel[i * q + j] ?? 0) * product;
        }
      }
    }
  }
  return effects.map((values, index) =>
    values.slice(0, (stages[index]?.nested.level.levels ?? 0) * (stages[index]?.size ?? 0)),
  );
}
