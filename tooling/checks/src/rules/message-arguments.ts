/**
 * The names of the arguments and tags in an ICU message, each once, sorted. `{visit}` inside a plural branch is text,
 * not an argument, so the braces are walked rather than matched.
 */
export function messageArguments(message: string): readonly string[] {
  const names = new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`));
  readText(message, 0, names);
  return [...names].toSorted();
}

/** Reads message text from `at` to its closing brace or the end; returns the position after it. */
function readText(message: string, at: number, names: Set<string>): number {
  let position = at;
  while (position < message.length) {
    const symbol = message[position];
    if (symbol === "}") return position + 1;
    if (symbol === "'" && /['{}<>#|]/.test(message[position + 1] ?? "")) {
      const end = message.indexOf("'", position + 1);
      position = end < 0 ? message.length : end + 1;
    } else position = symbol === "{" ? readArgument(message, position + 1, names) : position + 1;
  }
  return position;
}

/** Reads `name}`, `name, type}` or `name, plural, branch {text} …}`, starting after the opening brace. */
function readArgument(message: string, at: number, names: Set<string>): number {
  names.add(/^\s*(\w+)/.exec(message.slice(at))?.[1] ?? "");
  let position = at;
  while (position < message.length) {
    const symbol = message[position];
    if (symbol === "}") return position + 1;
    position = symbol === "{" ? readText(message, position + 1, names) : position + 1;
  }
  return position;
}
