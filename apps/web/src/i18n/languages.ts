/** Interface languages. A language is added here and as src/messages/<tag>.json; a test keeps the files alike. */
export const LANGUAGES = [
  { tag: "en", name: "English", html: "en" },
  { tag: "zh", name: "中文", html: "zh-Hans" },
] as const;
export type Language = (typeof LANGUAGES)[number]["tag"];
export const DEFAULT_LANGUAGE: Language = "en";

/** True for the tag of an interface language. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language.tag === text);
}

/**
 * The language to greet somebody in: their own choice if they made one, else the best match of the browser's list.
 *
 * @param chosen what the language cookie says
 * @param acceptLanguage the Accept-Language header
 */
export function negotiateLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) if (isLanguage(tag)) return tag;
  return DEFAULT_LANGUAGE;
}
