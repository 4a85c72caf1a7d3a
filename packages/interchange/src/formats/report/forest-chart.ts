import { formatRounded } from "@alongside/domain/display/rounding";
import type { ReportLanguage } from "@alongside/domain/report/report-document";

/** What a forest chart shows. */
export interface ForestChart {
  readonly language: ReportLanguage;
  readonly rows: readonly {
    readonly name: string;
    /** Estimate with its interval, as it is written. */
    readonly figure: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly words: { readonly axis: string; readonly lower: string; readonly higher: string };
}

const WIDTH = 720;
const ROW = 26;
const TOP = 22;
const LEFT = 304;
const RIGHT = 560;
const INK = "#111827";
const SOFT = "#6b7280";
/** Letters that fit beside the axis; a Chinese one is as wide as two. */
const NAME_WIDTH = 47;

/**
 * Intervals around a line at zero, as an SVG document that prints in one ink: on white, with shapes and words, without colour
 * that means anything.
 */
export function forestChart({ rows, words, language }: ForestChart): string {
  const ticks = ticksOf(rows);
  const [first = -1] = ticks;
  const last = ticks.at(-1) ?? 1;
  const x = (value: number) => LEFT + ((value - first) / (last - first)) * (RIGHT - LEFT);
  const bottom = TOP + rows.length * ROW;
  const height = bottom + 50;
  const lines = ticks.map((tick) => {
    const [at, zero] = [place(x(tick)), tick === 0];
    const label = formatRounded(tick, "score", language);
    return `<line x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${bottom}" stroke="${zero ? INK : "#d1d5db"}" stroke-width="${zero ? 1.2 : 0.8}"/>${word(at, bottom + 14, label, "middle", SOFT)}`;
  });
  const drawn = rows.map((row, index) => {
    const y = TOP + index * ROW + ROW / 2;
    const [low, high, value] = [row.low, row.high, row.value].map((one) => place(x(one)));
    return [
      word(LEFT - 14, y + 4, shortened(row.name), "end", INK),
      `<line x1="${low}" x2="${high}" y1="${y}" y2="${y}" stroke="${INK}" stroke-width="1.6"/>`,
      ...[low, high].map(
        (end) => `<line x1="${end}" x2="${end}" y1="${y - 4}" y2="${y + 4}" stroke="${INK}" stroke-width="1.6"/>`,
      ),
      `<rect x="${Number(value) - 4}" y="${y - 4}" width="8" height="8" fill="${INK}"/>`,
      word(RIGHT + 14, y + 4, row.figure, "start", INK),
    ].join("");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Arial, Helvetica, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif" font-size="11.5">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...lines,
    ...drawn,
    word(LEFT, bottom + 30, `← ${words.lower}`, "start", SOFT),
    word(RIGHT, bottom + 30, `${words.higher} →`, "end", SOFT),
    word((LEFT + RIGHT) / 2, bottom + 45, words.axis, "middle", SOFT),
    "</svg>",
  ].join("");
}

/** Round steps that hold every interval and zero. */
function ticksOf(rows: ForestChart["rows"]): readonly number[] {
  const reach = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const step = [0.1, 0.2, 0.5, 1, 2, 5].find((one) => reach / one <= 4) ?? 10 ** Math.ceil(Math.log10(reach));
  const lowest = Math.min(-step, Math.floor(Math.min(...rows.map(({ low }) => low)) / step) * step);
  const highest = Math.max(step, Math.ceil(Math.max(...rows.map(({ high }) => high)) / step) * step);
  const count = Math.round((highest - lowest) / step);
  const from = Math.round(lowest / step);
  return Array.from({ length: count + 1 }, (_, at) => (from + at) * step);
}

function place(value: number): string {
  return value.toFixed(1);
}

function shortened(name: string): string {
  let width = 0;
  let kept = "";
  for (const letter of name) {
    width += /\p{Script=Han}/u.test(letter) ? 2 : 1;
    if (width > NAME_WIDTH) return `${kept}…`;
    kept += letter;
  }
  return kept;
}

function word(x: number | string, y: number, text: string, anchor: "start" | "middle" | "end", ink: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${ink}">${escaped(text)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, " ")
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "");
}
