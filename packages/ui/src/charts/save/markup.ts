/** Attributes of an SVG element; those that are absent or say nothing are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** Characters that XML does not allow. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\uFFFE|\uFFFF/gu;

/** Text as it may stand in XML, also inside quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** One SVG element. Coordinates keep hundredths of a pixel: more says nothing. */
export function tag(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : escaped(value ?? "")}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A coordinate as text. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
