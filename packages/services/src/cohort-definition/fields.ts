import { cohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { z } from "zod";

export const definitionFields = {
  name: z.string().trim().min(1).max(80),
  criteria: cohortCriteria,
} as const;
