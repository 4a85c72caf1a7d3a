import { ok, type Result } from "@alongside/domain/failure/failure";
import { SHIPPED_STUDIES } from "@alongside/interchange/studies/registry";
import type { StudyProvenance } from "@alongside/interchange/studies/study";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export interface ExampleStudy {
  readonly slug: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly summary: { readonly en: string; readonly zh: string };
  readonly provenance: StudyProvenance;
  readonly participants: number;
  readonly measures: number;
  readonly timepoints: number;
}

export const listExampleStudiesInput = z.object({ programmeId: z.uuid() });

/** The published studies that come with the product, to be opened each as a programme of its own. */
export async function listExampleStudies(
  context: Context,
  input: z.input<typeof listExampleStudiesInput>,
): Promise<Result<readonly ExampleStudy[]>> {
  const parsed = parseInput(listExampleStudiesInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "study-import.load-example", parsed.value.programmeId);
  if (!scope.ok) return scope;
  return ok(
    SHIPPED_STUDIES.map(({ slug, title, summary, provenance, rows, mapping }) => ({
      ...{ slug, title, summary, provenance },
      participants: rows,
      measures: mapping.measures.length,
      timepoints: mapping.timepoints.length,
    })),
  );
}
