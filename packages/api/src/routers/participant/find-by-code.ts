import { findByCode as find, findByCodeInput } from "@alongside/services/participant/find-by-code";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const findByCode = procedure
  .input(findByCodeInput)
  .query(async ({ ctx, input }) => unwrap(await find(ctx, input)));
