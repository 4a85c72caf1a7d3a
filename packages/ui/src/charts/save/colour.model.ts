/** A colour every program reads: six hexadecimal digits, and how opaque it is from 0 to 1. */
export interface PlainColour {
  readonly hex: string;
  readonly opacity: number;
}

const TRANSPARENT = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/;

/**
 * @param serialised what a canvas gives back for a colour: "#rrggbb", or "rgba(r, g, b, a)" where it is not opaque
 * @returns null for anything else
 */
export function plainColour(serialised: string): PlainColour | null {
  if (/^#[0-9a-f]{6}$/.test(serialised)) return { hex: serialised, opacity: 1 };
  const found = TRANSPARENT.exec(serialised);
  if (found === null) return null;
  const [, red, green, blue, opacity] = found;
  const hex = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return { hex: `#${hex}`, opacity: Number(opacity) };
}
