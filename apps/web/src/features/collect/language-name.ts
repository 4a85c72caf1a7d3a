/** The name of a language in itself, with its name in the interface language: "Bahasa Indonesia (Indonesian)". */
export function languageName(tag: string, interfaceLanguage: string): string {
  const named = (locale: string) => {
    try {
      return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
    } catch {
      // Not every tag a wording pack may carry is one the browser or Node can name.
      return tag;
    }
  };
  const own = named(tag);
  const here = named(interfaceLanguage);
  return own === here ? own : `${own} (${here})`;
}
