import { listSnapshots, listSnapshotsInput } from "@alongside/services/snapshot/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listSnapshotsInput)
  .query(async ({ ctx, input }) => unwrap(await listSnapshots(ctx, input)));
