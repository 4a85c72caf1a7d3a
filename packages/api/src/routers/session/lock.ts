import { lockSession } from "@alongside/services/session/lock";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const lock = procedure.mutation(async ({ ctx }) => unwrap(await lockSession(ctx)));
