import { XlsxRefusal } from "./refusal";

/** What a reader of XML is told, in the order of the text. Names come without their namespace prefix. */
export interface XmlHandler {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** A tag, a comment or a stretch of text longer than this belongs to no workbook. */
const LONGEST_PIECE = 1_048_576;

/**
 * Reads XML 1.0 piece by piece, as far as workbooks use it: elements, attributes, text, the five entities and numbers,
 * comments, CDATA. A document type is refused, since it can make a small file large. `push` may cut anywhere.
 */
export function createXmlReader(handler: XmlHandler): {
  readonly push: (text: string) => void;
  readonly end: () => void;
} {
  let held = "";
  let depth = 0;
  const damaged = (): never => {
    throw new XlsxRefusal("workbook-damaged");
  };

  /** Handles what stands at `at`; the place behind it, or -1 when it does not end in what has arrived. */
  function markup(at: number): number {
    if (held.startsWith("<!--", at)) return behind(held.indexOf("-->", at + 4), 3);
    if (held.startsWith("<![CDATA[", at)) {
      const end = held.indexOf("]]>", at + 9);
      if (end >= 0) handler.text(held.slice(at + 9, end));
      return behind(end, 3);
    }
    if (held.startsWith("<?", at)) return behind(held.indexOf("?>", at + 2), 2);
    if (held.startsWith("<!", at)) return held.length - at < 9 ? -1 : damaged();
    const end = tagEnd(held, at + 1);
    if (end < 0) return -1;
    tag(held.slice(at + 1, end));
    return end + 1;
  }

  function tag(inner: string): void {
    if (inner.startsWith("/")) {
      depth -= 1;
      if (depth < 0) damaged();
      handler.close(localName(inner.slice(1).trimEnd()));
      return;
    }
    const isEmpty = inner.endsWith("/");
    const body = isEmpty ? inner.slice(0, -1) : inner;
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    if (name === "") damaged();
    handler.open(name, (wanted) => (space < 0 ? undefined : attributeOf(body, space, wanted)));
    if (isEmpty) handler.close(name);
    else depth += 1;
  }

  function push(text: string): void {
    held += text;
    let at = 0;
    while (at < held.length) {
      const next = held.indexOf("<", at);
      if (next < 0) break;
      if (next > at) handler.text(decodeEntities(held.slice(at, next)));
      at = next;
      const behindIt = markup(at);
      if (behindIt < 0) break;
      at = behindIt;
    }
    held = held.slice(at);
    if (held.length > LONGEST_PIECE) damaged();
  }

  return {
    push,
    end: () => {
      if (depth !== 0 || held.trim() !== "") damaged();
    },
  };
}

function behind(found: number, length: number): number {
  return found < 0 ? -1 : found + length;
}

/** The ">" that ends a tag: one inside quotation marks does not. */
function tagEnd(text: string, from: number): number {
  let end = text.indexOf(">", from);
  while (end >= 0 && openQuotes(text, from, end)) end = text.indexOf(">", end + 1);
  return end;
}

function openQuotes(text: string, from: number, to: number): boolean {
  let quote = "";
  for (let at = from; at < to; at += 1) {
    const character = text[at];
    if (quote === "" ? character === '"' || character === "'" : character === quote) {
      quote = quote === "" ? (character ?? "") : "";
    }
  }
  return quote !== "";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ATTRIBUTE = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributeOf(body: string, from: number, wanted: string): string | undefined {
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(body); match !== null; match = ATTRIBUTE.exec(body)) {
    if (localName(match[1] ?? "") === wanted) return decodeEntities(match[2] ?? match[3] ?? "");
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
