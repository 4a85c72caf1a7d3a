/** Every text of a messages file under its full key, e.g. "shell.area.home". */
export function flatten(messages: object, prefix = ""): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (typeof value === "string") found.set(path, value);
    else if (typeof value === "object" && value !== null)
      for (const [inner, text] of flatten(value, path)) found.set(inner, text);
  }
  return found;
}

/** Names of the arguments and tags in an ICU message, sorted. Branches of a plural or select are not arguments. */
export function placeholders(text: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name = ""] of text.matchAll(/\{\s*([A-Za-z_][\w]*)\s*(?:\}|,\s*[a-z]+)/g)) names.add(name);
  for (const [, name = ""] of text.matchAll(/<([a-z][\w]*)>/g)) names.add(`<${name}>`);
  return [...names].toSorted();
}
