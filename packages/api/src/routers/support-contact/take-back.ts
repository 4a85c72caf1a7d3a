import { takeBackContact, takeBackContactInput } from "@alongside/services/support-contact/take-back";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const takeBack = procedure
  .input(takeBackContactInput)
  .mutation(async ({ ctx, input }) => unwrap(await takeBackContact(ctx, input)));
