import { takeSnapshot, takeSnapshotInput } from "@alongside/services/snapshot/take";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const take = procedure
  .input(takeSnapshotInput)
  .mutation(async ({ ctx, input }) => unwrap(await takeSnapshot(ctx, input)));
