/** The vertical scale of a small chart. */
export interface LinearScale {
  readonly low: number;
  readonly high: number;
  /** Values at which a line is drawn, rising. */
  readonly ticks: readonly number[];
  /** Decimals that tell two ticks apart. */
  readonly decimals: number;
}

export interface ScaleWish {
  /** Everything that has to be seen: means and ends of intervals. */
  readonly values: readonly number[];
  /** Lowest and highest possible score. The scale never reaches beyond. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** The smallest change people notice; the scale shows at least twice that, so that less does not look like much. */
  readonly importantDifference: number | null;
}

/** Share of the possible range that is shown at least; where there is none, of the size of the values. */
const LEAST_SHARE = 0.2;
const TICKS_ABOUT = 4;
/** Smaller than any score; a window of that width has no ticks that can be written down. */
const NEXT_TO_NOTHING = 1e-9;

/**
 * A scale with round ticks that shows all values, and no so small a window that noise would look like change. Without
 * values it is the whole range.
 */
export function verticalScale({ values, range, importantDifference }: ScaleWish): LinearScale {
  const finite = values.filter(Number.isFinite);
  const least = Math.max(
    range === null ? 0 : (range.maximum - range.minimum) * LEAST_SHARE,
    2 * (importantDifference ?? 0),
  );
  const [first, last] = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : wholeRange(range);
  const size = Math.max(Math.abs(first), Math.abs(last));
  const own = size < NEXT_TO_NOTHING ? 1 : LEAST_SHARE * size;
  const missing = Math.max(0, (least || own) - (last - first));
  const [low, high] = keepInside(first - missing / 2, last + missing / 2, range);
  const step = roundStep((high - low) / TICKS_ABOUT);
  const bottom = clampTo(Math.floor(low / step + 1e-9) * step, range);
  const top = clampTo(Math.ceil(high / step - 1e-9) * step, range);
  const ticks: number[] = [];
  for (let index = Math.ceil(bottom / step - 1e-9); index * step <= top + step * 1e-9; index += 1) {
    ticks.push(cleaned(index * step));
  }
  return { low: bottom, high: top, ticks, decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
function roundStep(wish: number): number {
  const power = 10 ** Math.floor(Math.log10(wish));
  const factor = [1, 2, 5].find((one) => one * power >= wish * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function wholeRange(range: ScaleWish["range"]): readonly [number, number] {
  return range === null ? [0, 1] : [range.minimum, range.maximum];
}

/** Moves a window inside the range without making it narrower, as far as the range allows. */
function keepInside(low: number, high: number, range: ScaleWish["range"]): readonly [number, number] {
  if (range === null) return [low, high];
  const up = Math.max(0, range.minimum - low);
  const down = Math.max(0, high - range.maximum);
  return [Math.max(range.minimum, low - down + up), Math.min(range.maximum, high + up - down)];
}

function clampTo(value: number, range: ScaleWish["range"]): number {
  return range === null ? cleaned(value) : cleaned(Math.min(range.maximum, Math.max(range.minimum, value)));
}

/** Takes away the rounding error of multiplying a step. */
function cleaned(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
