/** The page of all data sets that were frozen. */
export function snapshotsHref(base: string): string {
  return `${base}/snapshots`;
}

/** The page of one of them, beside another if one is named. */
export function snapshotHref(base: string, snapshotId: string, other?: string): string {
  const page = `${snapshotsHref(base)}/${snapshotId}`;
  return other === undefined ? page : `${page}?with=${other}`;
}
