/** What staff may type at enrolment, so that somebody who is enrolled already is noticed. The programme chooses one. */
export const DUPLICATE_RECIPES = ["none", "initials-birth-year", "phone"] as const;
export type DuplicateRecipe = (typeof DUPLICATE_RECIPES)[number];

/** National and international ways of writing a number agree in their last digits. */
const COUNTED_DIGITS = 8;
const MOST_DIGITS = 15;
const INITIALS_AND_YEAR = /^(\p{L}{1,6})((?:19|20)\d{2})$/u;

/**
 * What was typed, in the one form that is hashed: case, spaces and punctuation make no difference, nor does the way a
 * phone number is begun.
 * @returns null when it is not what the recipe asks for
 */
export function normalisedAttribute(recipe: Exclude<DuplicateRecipe, "none">, typed: string): string | null {
  const plain = typed.normalize("NFKC");
  switch (recipe) {
    case "initials-birth-year": {
      const found = INITIALS_AND_YEAR.exec(plain.replaceAll(/[\s.,·・/-]+/gu, ""));
      return found ? `${found[1]?.toUpperCase()}${found[2]}` : null;
    }
    case "phone": {
      if (/[^\d\s()+./-]/.test(plain)) return null;
      const digits = plain.replaceAll(/\D/g, "");
      return digits.length < COUNTED_DIGITS || digits.length > MOST_DIGITS ? null : digits.slice(-COUNTED_DIGITS);
    }
  }
}
