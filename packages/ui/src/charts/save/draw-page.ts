import { type Brush, lettered } from "./brush";
import { drawShape } from "./draw-shape";
import { escaped, tag } from "./markup";
import type { Stage } from "./stage";

/** Words of one look on one line, as the browser has set them. */
interface Run {
  readonly kind: "run";
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly style: CSSStyleDeclaration;
}
type Part = Run | { readonly kind: "markup"; readonly markup: string };

/** Everything in an element of the stage as SVG: drawings flat, words as words, boxes as rectangles, in the order of the page. */
export function drawPage(stage: Stage, brush: Brush, element: Element): string {
  return inLines(partsOf(stage, brush, element))
    .map((line) => ("kind" in line ? line.markup : lineOf(brush, line)))
    .join("");
}

function partsOf(stage: Stage, brush: Brush, element: Element): readonly Part[] {
  const { view } = stage;
  const style = view.getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return [];
  // Said to screen readers only: a picture says it to everybody.
  if (style.clipPath !== "none" && style.position === "absolute") return [];
  if (element instanceof view.SVGElement) return [{ kind: "markup", markup: drawShape(stage, brush, element) }];
  const inside = Array.from(element.childNodes).flatMap((node) => {
    if (node instanceof view.Element) return partsOf(stage, brush, node);
    return node instanceof view.Text ? runsOf(brush, node, style) : [];
  });
  return [{ kind: "markup", markup: boxOf(brush, element, style) }, ...inside];
}

/** Text, cut where the browser broke it into lines. */
function runsOf(brush: Brush, node: Text, style: CSSStyleDeclaration): readonly Run[] {
  const range = node.ownerDocument.createRange();
  const runs: Run[] = [];
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const place = range.getClientRects()[0];
    // What was folded away, such as a space at the end of a line, has no width.
    if (place === undefined || place.width === 0) continue;
    const last = runs.at(-1);
    const baseline = brush.baseline(style, place);
    if (last && Math.abs(last.baseline - baseline) < 1) {
      runs.splice(-1, 1, { ...last, text: last.text + character, right: place.right });
    } else {
      runs.push({ kind: "run", text: character, left: place.left, right: place.right, baseline, style });
    }
  }
  return runs.map((run) => ({ ...run, text: run.text.replaceAll(/\s+/gu, " ") }));
}

type Line = readonly [Run, ...Run[]] | Extract<Part, { kind: "markup" }>;

/** Words that follow each other on one line hang together, so that another font moves them together. */
function inLines(parts: readonly Part[]): readonly Line[] {
  const lines: Line[] = [];
  for (const part of parts) {
    if (part.kind === "markup") {
      if (part.markup !== "") lines.push(part);
      continue;
    }
    const line = lines.at(-1);
    const last = line === undefined || "kind" in line ? undefined : line.at(-1);
    if (line !== undefined && !("kind" in line) && last !== undefined && follows(last, part)) {
      lines.splice(-1, 1, [...line, part]);
    } else lines.push([part]);
  }
  return lines;
}

function follows(first: Run, second: Run): boolean {
  return Math.abs(first.baseline - second.baseline) < 2 && Math.abs(first.right - second.left) < 1.5;
}

function lineOf(brush: Brush, line: readonly [Run, ...Run[]]): string {
  const [first] = line;
  const last = line.at(-1) ?? first;
  const atEnd = ["end", "right"].includes(first.style.textAlign);
  const place = { x: atEnd ? last.right : first.left, y: first.baseline, "text-anchor": atEnd ? "end" : null };
  const spans = line.map(({ style, text }) => ({
    text: escaped(text),
    look: { fill: brush.colour(style.color)?.hex ?? "none", ...lettered(style, 1) },
  }));
  const [only] = spans;
  if (only && spans.length === 1)
    return only.text.trim() === "" ? "" : tag("text", { ...place, ...only.look }, only.text.trim());
  return tag(
    "text",
    { ...place, "xml:space": "preserve" },
    spans.map(({ text, look }) => tag("tspan", look, text)).join(""),
  );
}

/** The ground and the rim of a box, such as a badge. */
function boxOf(brush: Brush, element: Element, style: CSSStyleDeclaration): string {
  const ground = brush.colour(style.backgroundColor);
  const rimWidth = style.borderTopStyle === "none" ? 0 : Number.parseFloat(style.borderTopWidth);
  const rim = rimWidth > 0 ? brush.colour(style.borderTopColor) : null;
  if (ground === null && rim === null) return "";
  const { x, y, width, height } = element.getBoundingClientRect();
  return tag("rect", {
    ...{
      x,
      y,
      width,
      height,
      rx: Math.min(Number.parseFloat(style.borderTopLeftRadius), width / 2, height / 2) || null,
    },
    ...{ fill: ground?.hex ?? "none", "fill-opacity": ground && ground.opacity < 1 ? ground.opacity : null },
    ...(rim === null ? {} : { stroke: rim.hex, "stroke-width": rimWidth }),
  });
}
