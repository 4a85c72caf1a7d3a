import { compareSnapshotsInput, compareTwoSnapshots } from "@alongside/services/snapshot/compare";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const compare = procedure
  .input(compareSnapshotsInput)
  .query(async ({ ctx, input }) => unwrap(await compareTwoSnapshots(ctx, input)));
