import { readBackups, readBackupsInput } from "@alongside/services/backup/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readBackupsInput)
  .query(async ({ ctx, input }) => unwrap(await readBackups(ctx, input)));
