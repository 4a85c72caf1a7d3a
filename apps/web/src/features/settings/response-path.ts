export interface ResponsePath {
  readonly contact: string;
  readonly withinHours: number;
  readonly firstWords: string;
}

/** A stored response path, as far as it reads like one. */
export function readResponsePath(stored: unknown): ResponsePath | null {
  if (typeof stored !== "object" || stored === null) return null;
  const field = (name: string): unknown => Reflect.get(stored, name);
  const [contact, withinHours, firstWords] = [field("contact"), field("withinHours"), field("firstWords")];
  if (typeof contact !== "string" || typeof withinHours !== "number" || typeof firstWords !== "string") return null;
  return { contact, withinHours, firstWords };
}
