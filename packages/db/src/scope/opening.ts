/** The part of the database that one piece of work may see and write. */
export interface Bounds {
  readonly programmeId: string;
  /** "all", or the sites to which rows that stand at a site are narrowed. */
  readonly siteIds: "all" | readonly string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The settings travel inside the statement's text, so nothing but the id of something may stand there. */
function checked(id: string): string {
  if (!UUID.test(id)) throw new RangeError("A programme or site is named by its id");
  return id;
}

/**
 * The statements that tell the policies which programme and sites a transaction is about. They end with the transaction.
 * Statements, not `set_config`: only those travel to the nodes of a sharded server. Throws for anything but ids.
 */
export function settingsOf({ programmeId, siteIds }: Bounds): string {
  const sites =
    siteIds === "all"
      ? "SET LOCAL app.all_sites = 'yes'"
      : `SET LOCAL app.all_sites = 'no'; SET LOCAL app.site_ids = '{${siteIds.map(checked).join(",")}}'`;
  return `SET LOCAL app.programme_id = '${checked(programmeId)}'; ${sites}`;
}

/** The same, as the opening of a transaction: one message to the server. */
export function openingOf(bounds: Bounds): string {
  return `BEGIN; ${settingsOf(bounds)}`;
}
