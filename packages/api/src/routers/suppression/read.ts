import { suppressionInput } from "@alongside/services/suppression/input";
import { readSuppression } from "@alongside/services/suppression/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(suppressionInput)
  .query(async ({ ctx, input }) => unwrap(await readSuppression(ctx, input)));
