import { previewRelease, previewReleaseInput } from "@alongside/services/release/preview";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const preview = procedure
  .input(previewReleaseInput)
  .query(async ({ ctx, input }) => unwrap(await previewRelease(ctx, input)));
