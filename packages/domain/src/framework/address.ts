import { ELEMENTS } from "./registry";

/**
 * What stands for an element in a web address: eight hexadecimal digits made from its code (FNV-1a, 32 bit). Codes name
 * health matters, and addresses stay behind in browser histories, so the code itself is never part of one. The same
 * code always has the same address.
 *
 * @param code ASCII, as all codes are.
 */
export function elementAddress(code: string): string {
  let hash = 0x811c9dc5;
  for (const character of code) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const BY_ADDRESS = new Map(ELEMENTS.map((element) => [elementAddress(element.code), element]));

/** The element that an address stands for; undefined when there is none. */
export function findByAddress(address: string) {
  return BY_ADDRESS.get(address);
}
