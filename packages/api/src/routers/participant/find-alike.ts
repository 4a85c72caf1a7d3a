import { findAlikeInput, findAlike as findAlikeService } from "@alongside/services/participant/find-alike";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

/** Not a question in an address, where what was typed would stay in logs. */
export const findAlike = procedure
  .input(findAlikeInput)
  .mutation(async ({ ctx, input }) => unwrap(await findAlikeService(ctx, input)));
