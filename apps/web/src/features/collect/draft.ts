import type { Failure } from "@alongside/domain/failure/failure";
import type { Answer, Answers } from "@alongside/domain/instruments/answers";
import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import type { Mode } from "./address";

/** A form that is being filled in on this device, or waits to be sent from it. */
export interface Draft {
  readonly version: 1;
  /** Whose draft it is. Nobody else who signs in on this device sees it, goes on with it or sends it. */
  readonly personId: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly timepointId: string;
  readonly instrument: string;
  readonly edition: string;
  /** Made once and kept through every attempt to send, so that the form is stored once. */
  readonly assessmentId: string;
  readonly mode: Mode;
  readonly language: string;
  readonly answeredOn: string;
  readonly answers: Answers;
  /** The question where the person is; null at the beginning. */
  readonly place: string | null;
  /** Set when this corrects what is stored; the reason is asked before sending. */
  readonly correction: { readonly assessmentId: string; readonly reason: string } | null;
  /** The answers of those questions that are asked: what goes out. */
  readonly toSend: Readonly<Record<string, Answer>>;
  /** Set when an answer calls for somebody to act, whether or not the server knows of it yet. */
  readonly risk: RiskAlert | null;
  /**
   * `unsent`: it was to be sent and no answer has come back yet. `refused`: the server has said no, and nobody but a
   * person can put it right.
   */
  readonly state: "editing" | "unsent" | "refused";
  /** Why the server said no, while the state is `refused`; null otherwise. */
  readonly refusal: Failure | null;
  /** When it was last kept, as an ISO instant. */
  readonly keptAt: string;
  /** How lists of drafts name it. Holds the pseudonymous code and no other word about the person. */
  readonly shown: { readonly code: string; readonly timepoint: string; readonly title: string; readonly href: string };
}

export type DraftPlace = Pick<Draft, "personId" | "programmeId" | "participantId" | "timepointId" | "instrument">;
export type DraftOwner = Pick<Draft, "personId" | "programmeId">;

/** The key under which the device keeps a draft: one per person, participant, timepoint and instrument. */
export function draftKey(place: DraftPlace): string {
  return `${draftPrefix(place)}${place.participantId}:${place.timepointId}:${place.instrument}`;
}

/** The beginning of the keys of all drafts of a person in a programme. */
function draftPrefix({ personId, programmeId }: DraftOwner): string {
  return `draft-of:${personId}:${programmeId}:`;
}

/** Of everything the device holds, one person's drafts in a programme, the newest first. */
export function draftsOf(held: readonly (readonly [unknown, unknown])[], owner: DraftOwner): readonly Draft[] {
  const prefix = draftPrefix(owner);
  return held
    .flatMap(([key, value]) =>
      String(key).startsWith(prefix) && isDraft(value) && value.personId === owner.personId ? [value] : [],
    )
    .toSorted((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}

/** How many questions have an answer, or a reason why not. */
export function answeredCount(answers: Answers): number {
  return Object.values(answers).filter((answer) => answer !== undefined).length;
}

/** The answers with one more, or one less. */
export function withAnswer(answers: Answers, item: string, answer: Answer | undefined): Answers {
  const { [item]: _before, ...rest } = answers;
  return answer === undefined ? rest : { ...rest, [item]: answer };
}

/** True for what the device gives back when it is a draft this version of the product wrote. */
export function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false;
  const record = value as Partial<Record<keyof Draft, unknown>>;
  return (
    record.version === 1 &&
    typeof record.personId === "string" &&
    typeof record.assessmentId === "string" &&
    [record.answers, record.toSend, record.shown].every(isRecord) &&
    [record.risk, record.refusal].every((one) => one === null || isRecord(one))
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
