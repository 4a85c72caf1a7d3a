/** True for a value that is meant as a text in both languages. */
function isBilingual(value: object): value is { readonly en: unknown; readonly zh: unknown } {
  return "en" in value || "zh" in value;
}

/**
 * The paths of all texts inside a value that lack words in either language. Walks plain data; a path reads like
 * `groups.0.elements.3.label.zh`.
 */
export function emptyTexts(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && isBilingual(value)) {
    return (["en", "zh"] as const)
      .filter((language) => typeof value[language] !== "string" || value[language].trim() === "")
      .map((language) => `${path}${language}`);
  }
  return Object.entries(value).flatMap(([key, inner]) => emptyTexts(inner, `${path}${key}.`));
}
