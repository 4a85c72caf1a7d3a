const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Where in an input something stands. */
export type Path = readonly (string | number)[];

/** Where ids stand in an input, but for the programme's own: that one decides whom the caller asks, and is tried apart. */
export function idPaths(input: unknown, at: Path = []): readonly Path[] {
  if (typeof input === "string") return UUID.test(input) ? [at] : [];
  if (typeof input !== "object" || input === null) return [];
  if (Array.isArray(input)) return input.flatMap((item, index) => idPaths(item, [...at, index]));
  return Object.entries(input)
    .filter(([name]) => at.length > 0 || name !== "programmeId")
    .flatMap(([name, item]) => idPaths(item, [...at, name]));
}

/** What stands there. */
export function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (Object(inner) as Record<string | number, unknown>)[key], input);
}

/** The same input with something else in that place. */
export function withValue(input: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(input)) return input.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  const object = Object(input) as Record<string | number, unknown>;
  return { ...object, [key]: withValue(object[key], rest, value) };
}
