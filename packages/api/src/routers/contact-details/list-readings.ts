import {
  listReadingsInput,
  listReadings as listReadingsService,
} from "@alongside/services/contact-details/list-readings";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listReadings = procedure
  .input(listReadingsInput)
  .query(async ({ ctx, input }) => unwrap(await listReadingsService(ctx, input)));
