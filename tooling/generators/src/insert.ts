/**
 * Puts a line before the first line that matches. Throws when none does, naming what was looked for: a registry that has
 * changed its form must be noticed, not skipped.
 */
export function insertBefore(text: string, pattern: RegExp, line: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((existing) => pattern.test(existing));
  if (at < 0) throw new Error(`Found no line like ${String(pattern)} to insert before.`);
  return lines.toSpliced(at, 0, line).join("\n");
}

/** Adds an import above the others; the formatter puts it into order. */
export function addImport(text: string, line: string): string {
  return insertBefore(text, /^import /, line);
}
