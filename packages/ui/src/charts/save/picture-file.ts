import { placeOf } from "./brush";
import { escaped, tag } from "./markup";
import type { DrawnPicture } from "./picture";
import { pixelsOf } from "./pixels";

/**
 * A drawing as an SVG file that needs nothing else: white ground, words as words, its title and what it says there for screen
 * readers too. The marks of single people are in it as a picture of them, without a number that could be read out of the file:
 * rows about people leave by a release, and not by a chart.
 */
export async function svgFile(drawn: DrawnPicture): Promise<string | null> {
  const { width, height } = drawn;
  let inside = drawn.inside;
  for (const [layer, marks] of drawn.people.entries()) {
    const pixels = await pixelsOf({ svg: wrapped(drawn, marks), width, height });
    if (pixels === null) return null;
    const image = tag("image", { width, height, "xlink:href": pixels.toDataURL("image/png") });
    inside = inside.replace(placeOf(layer), image);
  }
  return whole(drawn, inside);
}

/** The same as a PNG of twice its size; null where the browser cannot draw it. */
export async function pngFile(drawn: DrawnPicture): Promise<Blob | null> {
  const inside = drawn.people.reduce((text, marks, layer) => text.replace(placeOf(layer), () => marks), drawn.inside);
  const pixels = await pixelsOf({ ...drawn, svg: whole(drawn, inside) });
  return pixels === null ? null : new Promise((resolve) => pixels.toBlob(resolve, "image/png"));
}

function whole(drawn: DrawnPicture, inside: string): string {
  const { width, height, title, summary } = drawn;
  const words = tag("title", { id: "title" }, escaped(title)) + tag("desc", { id: "summary" }, escaped(summary));
  return wrapped(drawn, words + tag("rect", { width, height, fill: "#ffffff" }) + inside);
}

function wrapped({ width, height, language }: DrawnPicture, inside: string): string {
  const spaces = { xmlns: "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink" };
  const about = { role: "img", "aria-labelledby": "title summary", "xml:lang": language || null };
  const sizes = { width, height, viewBox: `0 0 ${width} ${height}` };
  return tag("svg", { ...spaces, ...sizes, ...about, "font-family": "sans-serif" }, inside);
}
