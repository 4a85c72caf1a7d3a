import { type PlainColour, plainColour } from "./colour.model";
import type { Attributes } from "./markup";
import type { Stage } from "./stage";

/** What knows how things look on a stage: colours and fonts as they come out, and the names of patterns in the file. */
export interface Brush {
  /** Null where nothing is painted. */
  readonly colour: (css: string) => PlainColour | null;
  /** How far the baseline lies below the top of a line of text. */
  readonly baseline: (style: CSSStyleDeclaration, line: DOMRect) => number;
  /** A short name for the id of a pattern, the same each time. */
  readonly patternName: (id: string) => string;
  /** Keeps the marks of single people apart from the rest of the drawing; what stands in their place until the file is made. */
  readonly setApart: (markup: string) => string;
  /** What was set apart. */
  readonly people: readonly string[];
}

/** The brush of a stage; null where the browser has no canvas. */
export function brushOf(stage: Stage): Brush | null {
  const canvas = stage.document.createElement("canvas").getContext("2d");
  if (canvas === null) return null;
  const names = new Map<string, string>();
  const people: string[] = [];
  return {
    colour: (css) => {
      canvas.fillStyle = "rgba(0, 0, 0, 0)";
      canvas.fillStyle = css;
      const found = plainColour(String(canvas.fillStyle));
      return found === null || found.opacity === 0 ? null : found;
    },
    baseline: (style, line) => {
      canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = canvas.measureText("x");
      return line.top + (line.height - above - below) / 2 + above;
    },
    patternName: (id) => {
      const name = names.get(id) ?? `pattern-${names.size + 1}`;
      names.set(id, name);
      return name;
    },
    setApart: (markup) => placeOf(people.push(markup) - 1),
    people,
  };
}

/** Where marks of single people belong in a drawing, by their number. */
export function placeOf(layer: number): string {
  return `<!--people ${layer}-->`;
}

/** Fill and stroke of a shape as attributes, with every variable resolved. `scale` is that of its coordinates. */
export function painted(brush: Brush, style: CSSStyleDeclaration, scale: number): Attributes {
  return { ...filled(brush, style), ...stroked(brush, style, scale), ...faint("opacity", Number(style.opacity)) };
}

function filled(brush: Brush, style: CSSStyleDeclaration): Attributes {
  const pattern = /^url\(["']?#([^"')]+)["']?\)/.exec(style.fill)?.[1];
  if (pattern !== undefined) return { fill: `url(#${brush.patternName(pattern)})` };
  const colour = style.fill === "none" ? null : brush.colour(style.fill);
  if (colour === null) return { fill: "none" };
  return { fill: colour.hex, ...faint("fill-opacity", colour.opacity * Number(style.fillOpacity)) };
}

function stroked(brush: Brush, style: CSSStyleDeclaration, scale: number): Attributes {
  const colour = style.stroke === "none" ? null : brush.colour(style.stroke);
  const width = Number.parseFloat(style.strokeWidth) * scale;
  if (colour === null || !(width > 0)) return {};
  const dashes = style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat);
  return {
    stroke: colour.hex,
    "stroke-width": width,
    "stroke-dasharray": dashes.length === 0 ? null : dashes.map((dash) => dash * scale).join(" "),
    "stroke-linecap": style.strokeLinecap === "butt" ? null : style.strokeLinecap,
    "stroke-linejoin": style.strokeLinejoin === "miter" ? null : style.strokeLinejoin,
    ...faint("stroke-opacity", colour.opacity * Number(style.strokeOpacity)),
  };
}

function faint(name: string, opacity: number): Attributes {
  return opacity < 1 ? { [name]: opacity } : {};
}

/** Fonts as attributes: size and weight. The family is that of the whole file. */
export function lettered(style: CSSStyleDeclaration, scale: number): Attributes {
  return {
    "font-size": Number.parseFloat(style.fontSize) * scale,
    "font-weight": Number(style.fontWeight) >= 600 ? "bold" : null,
    "font-style": style.fontStyle === "italic" ? "italic" : null,
  };
}
