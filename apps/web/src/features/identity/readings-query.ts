/** What the list of openings is narrowed to, as it stands in the address. */
export interface ReadingsFilter {
  readonly readerId?: string;
  readonly code?: string;
}
export interface ReadingsPlace {
  readonly at: string;
  readonly id: string;
}
export type ReadingsParameters = Readonly<Record<string, string | string[] | undefined>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function only(parameters: ReadingsParameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** What an address asks for; what cannot be read is left out. */
export function readingsFilter(parameters: ReadingsParameters): ReadingsFilter {
  const readerId = only(parameters, "person");
  const code = only(parameters, "code")?.toUpperCase().slice(0, 40);
  return { ...(readerId && UUID.test(readerId) && { readerId }), ...(code && { code }) };
}

/** The last opening of the page before, if the address names one. */
export function readingsPlace(parameters: ReadingsParameters): ReadingsPlace | undefined {
  const [at, id] = [only(parameters, "at"), only(parameters, "after")];
  const readable = at !== undefined && !Number.isNaN(Date.parse(at)) && id !== undefined && UUID.test(id);
  return readable ? { at: new Date(at).toISOString(), id } : undefined;
}

/** The address of a page of the list. */
export function readingsHref(path: string, filter: ReadingsFilter, after?: ReadingsPlace): string {
  const parameters = new URLSearchParams();
  if (filter.readerId) parameters.set("person", filter.readerId);
  if (filter.code) parameters.set("code", filter.code);
  if (after) parameters.set("at", after.at);
  if (after) parameters.set("after", after.id);
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
