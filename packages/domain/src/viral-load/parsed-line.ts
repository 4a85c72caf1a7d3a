import { parseResult } from "./parse-result";
import { QUESTIONS } from "./reading";

/** A parsed print as one flat object: what `viral-load:parse` writes for each line. */
export interface ParsedLine {
  readonly input: string;
  readonly state: "quantified" | "below-quantification" | "not-detected" | "above-upper" | "unparsed";
  readonly comparator: "<" | "<=" | ">" | ">=" | null;
  readonly copiesPerMl: number | null;
  readonly question: string | null;
}

/**
 * Reads one print without an assay. With a question, the other fields hold what stands there word for word, where that
 * much is certain: "<20" is below 20 whatever the laboratory means by it.
 */
export function parsedLine(input: string): ParsedLine {
  const parsed = parseResult(input);
  const question = parsed.kind === "question" ? QUESTIONS[parsed.question].en : null;
  const reading = parsed.kind === "question" ? parsed.literal : parsed;
  if (reading === null || "reason" in reading) {
    return { input, state: "unparsed", comparator: null, copiesPerMl: null, question };
  }
  const { state, comparator, copiesPerMl } = reading;
  if (state === "rejected" || state === "failed" || state === "pending") {
    return { input, state: "unparsed", comparator: null, copiesPerMl: null, question };
  }
  return { input, state, comparator, copiesPerMl, question };
}
