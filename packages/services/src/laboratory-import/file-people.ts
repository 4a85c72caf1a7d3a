import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import type { Scope } from "../access/authorise";
import { type LabProgramme, labProgramme } from "../lab-result/lab-programme";
import type { LabPerson } from "../lab-result/read-people";
import { inScope } from "../lab-result/save-rows";
import { readSome } from "./find-people";
import { ResultsByDay } from "./results-by-day";

/** A person of a file; their results, with those of the rows above, are found by day. */
interface FilePerson {
  readonly person: LabPerson;
  readonly results: ResultsByDay;
}

/**
 * The people of one batch of a file, with what is stored about them. Who is in the next batch as well is not read again: a
 * file about few people would read thousands of results for every batch.
 */
export class FilePeople {
  readonly #pipeline: Pipeline;
  readonly #scope: Scope;
  readonly #now: () => Date;
  /** Null: outside the scope. */
  #kept: ReadonlyMap<string, FilePerson | null> = new Map();
  #programme: LabProgramme | null = null;

  constructor(pipeline: Pipeline, scope: Scope, now: () => Date) {
    this.#pipeline = pipeline;
    this.#scope = scope;
    this.#now = now;
  }

  /** Turns to the people of a batch; at most `MOST_PEOPLE`. */
  async turnTo(ids: readonly string[]): Promise<void> {
    const known = this.#kept;
    const unknown = ids.filter((id) => !known.has(id));
    const read = unknown.length === 0 ? new Map<string, LabPerson>() : await this.#read(unknown);
    this.#kept = new Map(ids.map((id) => [id, known.get(id) ?? keep(read.get(id))]));
  }

  /** One of the people of the batch; undefined outside the scope. */
  of(participantId: string): FilePerson | undefined {
    return this.#kept.get(participantId) ?? undefined;
  }

  /** What results are judged by; null before the first person was read. */
  get programme(): LabProgramme | null {
    return this.#programme;
  }

  async #read(ids: readonly string[]): Promise<Map<string, LabPerson>> {
    const found = await readSome(this.#pipeline, this.#scope.programmeId, ids);
    if (found !== null) this.#programme ??= labProgramme(found.programme, this.#now());
    return inScope(found, this.#scope);
  }
}

function keep(person: LabPerson | undefined): FilePerson | null {
  return person === undefined ? null : { person, results: new ResultsByDay(person.results) };
}
