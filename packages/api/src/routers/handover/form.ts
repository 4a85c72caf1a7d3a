import { handedForm } from "@alongside/services/handover/form";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const form = procedure.query(async ({ ctx }) => unwrap(await handedForm(ctx)));
