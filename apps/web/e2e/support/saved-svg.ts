import type { Page } from "@playwright/test";

/** What a saved drawing holds, as a program that opens it sees it. */
export interface SavedSvg {
  readonly elements: readonly string[];
  /** Names of attributes, each once. */
  readonly attributes: readonly string[];
  /** What refers to something outside the file. */
  readonly references: readonly string[];
  /** Values that only a style sheet or the page could resolve. */
  readonly unresolved: readonly string[];
  readonly texts: readonly string[];
  readonly size: readonly [number, number];
  /** Texts that begin or end outside the drawing, as a browser sets them. */
  readonly cutOff: readonly string[];
}

/** Reads a drawing as XML, strictly, and sets it to see whether it holds its words. */
export async function readSvg(page: Page, file: string): Promise<SavedSvg> {
  return page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, "image/svg+xml");
    const wrong = xml.querySelector("parsererror");
    if (wrong !== null) throw new Error(wrong.textContent ?? "not XML");
    const all = [...xml.querySelectorAll("*")];
    const attributes = all.flatMap((one) => [...one.attributes]);
    const shown = document.importNode(xml.documentElement, true);
    document.body.append(shown);
    const paper = shown.getBoundingClientRect();
    const cutOff = [...shown.querySelectorAll("text")]
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return left < paper.left || right > paper.right || top < paper.top || bottom > paper.bottom;
      })
      .map((one) => one.textContent ?? "");
    shown.remove();
    return {
      elements: [...new Set(all.map(({ tagName }) => tagName))],
      attributes: [...new Set(attributes.map(({ name }) => name))],
      references: attributes
        .filter(
          ({ name, value }) =>
            (/href|src/.test(name) && !value.startsWith("data:image/png;")) || /url\((?!#)/.test(value),
        )
        .map(({ name, value }) => `${name}=${value.slice(0, 60)}`),
      unresolved: attributes
        .map(({ value }) => value)
        .filter((value) => /var\(|light-dark\(|calc\(|currentcolor|%$/i.test(value)),
      texts: [...xml.querySelectorAll("title, desc, text")].map(({ textContent }) => textContent ?? ""),
      size: [Number(xml.documentElement.getAttribute("width")), Number(xml.documentElement.getAttribute("height"))],
      cutOff,
    } as const;
  }, file);
}

/** Width and height of a PNG, from its header. */
export function pngSize(bytes: Buffer): readonly [number, number] {
  if (bytes.toString("latin1", 1, 4) !== "PNG") throw new Error("not a PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
