import { readSnapshot, readSnapshotInput } from "@alongside/services/snapshot/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readSnapshotInput)
  .query(async ({ ctx, input }) => unwrap(await readSnapshot(ctx, input)));
