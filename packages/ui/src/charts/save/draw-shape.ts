import { type Brush, lettered, painted } from "./brush";
import { type Attributes, escaped, short, tag } from "./markup";
import type { Stage } from "./stage";

/**
 * A drawing on the stage as flat SVG: every place in pixels of the file, no nested drawings, no shares of a width, no classes.
 * Office programs and editors differ in how much of the rest they know.
 */
export function drawShape(stage: Stage, brush: Brush, element: Element): string {
  const { view } = stage;
  const style = view.getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return "";
  if (element instanceof view.SVGDefsElement) {
    return tag("defs", {}, Array.from(element.children, (one) => drawPattern(stage, brush, one)).join(""));
  }
  if (element instanceof view.SVGSVGElement || element instanceof view.SVGGElement) {
    const inside = Array.from(element.children, (one) => drawShape(stage, brush, one)).join("");
    if (element.hasAttribute("data-people")) return inside === "" ? "" : brush.setApart(inside);
    const opacity = Number(style.opacity);
    return opacity < 1 && inside !== "" ? tag("g", { opacity }, inside) : inside;
  }
  if (!(element instanceof view.SVGGraphicsElement)) return "";
  const matrix = element.getScreenCTM();
  if (matrix === null) return "";
  const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
  if (element instanceof view.SVGTextContentElement) return drawText(brush, element, { style, matrix, scale });
  if (element instanceof view.SVGPathElement) {
    const { a, b, c, d, e, f } = matrix;
    const transform = `matrix(${[a, b, c, d].map((part) => Math.round(part * 1e5) / 1e5).join(" ")} ${short(e)} ${short(f)})`;
    return tag("path", { d: element.getAttribute("d") ?? "", transform, ...painted(brush, style, 1) });
  }
  const held = style.getPropertyValue("vector-effect") === "non-scaling-stroke";
  const shape = placed(stage, element, matrix, scale);
  const paint = painted(brush, style, held ? 1 : scale);
  // A line has no inside.
  const fill = element instanceof view.SVGLineElement ? null : (paint.fill ?? null);
  return shape === null ? "" : tag(element.tagName, { ...shape, ...paint, fill });
}

/** Where a shape lies in the file. */
function placed({ view }: Stage, element: Element, matrix: DOMMatrix, scale: number): Attributes | null {
  const at = (x: number, y: number) => turned(matrix, x, y);
  if (element instanceof view.SVGLineElement) {
    const from = at(element.x1.baseVal.value, element.y1.baseVal.value);
    const to = at(element.x2.baseVal.value, element.y2.baseVal.value);
    return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  }
  if (element instanceof view.SVGRectElement) {
    const { x, y, width, height } = element;
    const from = at(x.baseVal.value, y.baseVal.value);
    const to = at(x.baseVal.value + width.baseVal.value, y.baseVal.value + height.baseVal.value);
    return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  }
  if (element instanceof view.SVGCircleElement) {
    const centre = at(element.cx.baseVal.value, element.cy.baseVal.value);
    return { cx: centre.x, cy: centre.y, r: element.r.baseVal.value * scale };
  }
  if (element instanceof view.SVGPolylineElement || element instanceof view.SVGPolygonElement) {
    const points = Array.from(element.points, ({ x, y }) => at(x, y));
    return { points: points.map(({ x, y }) => `${short(x)},${short(y)}`).join(" ") };
  }
  return null;
}

/** A place in a drawing's own coordinates as one in the file's. */
function turned({ a, b, c, d, e, f }: DOMMatrix, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

interface Look {
  readonly style: CSSStyleDeclaration;
  readonly matrix: DOMMatrix;
  readonly scale: number;
}

/** A rim around words is drawn as words below them, because few programs know how to paint the rim first. */
function drawText(brush: Brush, element: SVGTextContentElement, { style, matrix, scale }: Look): string {
  const text = (element.textContent ?? "").trim();
  if (text === "" || !("x" in element)) return "";
  const x = sumOf(element, "x") + sumOf(element, "dx");
  const y = sumOf(element, "y") + sumOf(element, "dy");
  const place = {
    ...turned(matrix, x, y),
    "text-anchor": style.textAnchor === "start" ? null : style.textAnchor,
    ...lettered(style, scale),
  };
  const { fill = "none", "fill-opacity": seen = null, opacity = null, ...rim } = painted(brush, style, scale);
  const words = tag("text", { ...place, fill, "fill-opacity": seen, opacity }, escaped(text));
  return "stroke" in rim ? tag("text", { ...place, fill: "none", ...rim, opacity }, escaped(text)) + words : words;
}

/** The first of the lengths an attribute of a text lists, in pixels; 0 without any. */
function sumOf(element: SVGTextContentElement, name: "x" | "y" | "dx" | "dy"): number {
  const { [name]: lengths } = element as SVGTextPositioningElement;
  return lengths.baseVal.numberOfItems === 0 ? 0 : lengths.baseVal.getItem(0).value;
}

/** A pattern keeps its own coordinates: it is a tile, not a place. */
function drawPattern(stage: Stage, brush: Brush, pattern: Element): string {
  const tile = Array.from(pattern.children, (one) =>
    tag(one.tagName, { ...ownPlace(one), ...painted(brush, stage.view.getComputedStyle(one), 1) }),
  );
  return tag(pattern.tagName, { ...ownPlace(pattern), id: brush.patternName(pattern.id) }, tile.join(""));
}

const PLACE = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "width", "height"] as const;
const TILE = ["patternUnits", "patternTransform"] as const;

function ownPlace(element: Element): Attributes {
  return Object.fromEntries([...PLACE, ...TILE].map((name) => [name, element.getAttribute(name)]));
}
