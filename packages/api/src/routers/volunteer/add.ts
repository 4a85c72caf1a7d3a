import { addVolunteer, addVolunteerInput } from "@alongside/services/volunteer/add";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const add = procedure
  .input(addVolunteerInput)
  .mutation(async ({ ctx, input }) => unwrap(await addVolunteer(ctx, input)));
