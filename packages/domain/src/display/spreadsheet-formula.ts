const NUMBER = /^[+-]?(\d+([.,]\d+)*|[.,]\d+)([eE][+-]?\d+)?$/;
const ONLY_DASHES = /^-+$/;

/**
 * True when a spreadsheet program would take the text for a formula: it begins with = + - @, in
 * full width too, with a tab or the end of a line, and is not simply a signed number or a dash that stands for "none".
 * The list of characters is the one OWASP gives under "CSV injection".
 */
export function isFormula(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x3d: // =
    case 0x40: // @
    case 0x09: // tab
    case 0x0a: // line feed
    case 0x0d: // carriage return
    case 0xff0b: // the same signs in full width, which East Asian editions of spreadsheet programs read alike
    case 0xff0d:
    case 0xff1d:
    case 0xff20:
      return true;
    case 0x2b: // +
    case 0x2d: // -
      return !(NUMBER.test(text) || ONLY_DASHES.test(text));
    default:
      return false;
  }
}

/** The text made harmless for a spreadsheet program: a leading apostrophe is shown by none of them and stops all. */
export function neutraliseFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}
