import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import type { ChartStamp } from "@alongside/ui/charts/save/file-name.model";

/** What ties a file to figures: the hash of what they were computed from, or the moment where there is none. */
export interface FiguresOf {
  /** The data set that was frozen of which they are; nothing or null for the records as they are. */
  readonly snapshot?: { readonly contentHash: string; readonly takenAt: Date | string } | null;
  readonly dataHash?: string;
  readonly computedAt: Date | string;
}

/** A stamp, and the moment in UTC for pages whose figures have no hash. */
export function stampOf({ snapshot, dataHash, computedAt }: FiguresOf): ChartStamp & { readonly at: string } {
  const moment = new Date(snapshot?.takenAt ?? computedAt).toISOString();
  return {
    day: moment.slice(0, 10),
    code: snapshot
      ? snapshotCode(snapshot.contentHash)
      : dataHash === undefined
        ? moment.slice(11, 19).replaceAll(":", "")
        : dataHash.slice(0, HASH_DIGITS),
    at: `${moment.slice(0, 16).replace("T", " ")} UTC`,
  };
}

/** As many as people compare by eye with the whole hash on the page. */
const HASH_DIGITS = 8;
