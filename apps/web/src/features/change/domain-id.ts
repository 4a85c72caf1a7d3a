import type { Table } from "./change-view";

/** Id of a domain's part of the page, for the address after "#". */
export function domainId({ domain }: Pick<Table["domains"][number], "domain">): string {
  return (domain ?? "outside").replaceAll(".", "-");
}
