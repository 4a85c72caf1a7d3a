import { endVolunteer, endVolunteerInput } from "@alongside/services/volunteer/end";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const end = procedure
  .input(endVolunteerInput)
  .mutation(async ({ ctx, input }) => unwrap(await endVolunteer(ctx, input)));
