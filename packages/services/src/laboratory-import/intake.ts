import { refreshStandings } from "@alongside/db/lab-standing/refresh";
import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import type { SqlFragment } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import { auditInserts } from "../audit/write-audit-event";
import type { Context } from "../context";
import { insertResults, type ResultRow, retireResults } from "../lab-result/insert-results";
import { resultRow, storedOf } from "../lab-result/save-rows";
import { dueOn } from "../worklist/standing-sql";
import { FileClaims } from "./file-claims";
import { FilePeople } from "./file-people";
import { CodeBook, lockEverybody, MOST_PEOPLE, readKnown } from "./find-people";
import { judgeFileRow, type MeasuredRow, resultIdOf } from "./judge-file-row";
import { insertOutcomes, type OutcomeRow } from "./outcome-rows";
import { type FileReading, type FileRow, readRows } from "./read-rows";
import { type ImportReport, ReportMaker } from "./report";

/** What a file is taken in with. */
export interface Intake extends FileReading {
  readonly pipeline: Pipeline;
  readonly context: Context;
  readonly scope: Scope;
  readonly importId: string;
  readonly laboratoryId: string;
  /** False for the dry run, which writes nothing but what would become of the rows. */
  readonly writes: boolean;
  /** Told after every batch; throws to stop. */
  readonly onProgress: (rows: number) => Promise<void>;
}

/**
 * Reads a laboratory's file against the programme, batch by batch, and says what becomes, or would become, of every row.
 * Memory holds one batch, and of the rows above who they are about and what they say, so that contradictions inside a
 * file are found. Throws UnreadableFile; whatever was written then is the caller's to undo.
 */
export async function takeIn(intake: Intake): Promise<ImportReport & { readonly rows: number }> {
  const { pipeline, scope, writes } = intake;
  const { programmeId } = scope;
  const codes = new CodeBook(pipeline, programmeId);
  if (writes) {
    for await (const batch of readRows(intake, MOST_PEOPLE)) await codes.learn(batch.flatMap(codeOf));
    await lockEverybody(pipeline, programmeId, codes.everybody);
  }
  const batches = new BatchIntake(intake, codes);
  for await (const batch of readRows(intake, MOST_PEOPLE)) {
    await batches.take(batch);
    await intake.onProgress(batches.made.rows);
  }
  if (writes) await batches.refresh();
  return { ...batches.made.report(), rows: batches.made.rows };
}

function codeOf({ said }: FileRow): readonly string[] {
  return "content" in said && said.content.kind === "measurement" && said.code !== null ? [said.code] : [];
}

class BatchIntake {
  readonly made = new ReportMaker();
  readonly #intake: Intake;
  readonly #codes: CodeBook;
  readonly #claims = new FileClaims();
  readonly #changed = new Set<string>();
  readonly #people: FilePeople;

  constructor(intake: Intake, codes: CodeBook) {
    this.#intake = intake;
    this.#codes = codes;
    this.#people = new FilePeople(intake.pipeline, intake.scope, intake.context.now);
  }

  async take(batch: readonly FileRow[]): Promise<void> {
    const { pipeline, scope, importId, writes } = this.#intake;
    await this.#codes.learn(batch.flatMap(codeOf));
    const measured = batch.map((row) => this.#measured(row));
    const ids = [...new Set(measured.flatMap((row) => (row === null ? [] : [row.participantId])))];
    await this.#people.turnTo(ids);
    const keys = measured.flatMap((row) =>
      row === null ? [] : [{ participantId: row.participantId, id: row.resultId }],
    );
    const known = keys.length === 0 ? new Map() : await readKnown(pipeline, keys);
    const results: ResultRow[] = [];
    const outcomes = batch.map((row, index): OutcomeRow => {
      const one = measured[index] ?? null;
      return one === null ? this.#unmeasured(row) : this.#judge(row, one, known, results);
    });
    const written = writes && results.length > 0 ? writeStatements(this.#intake, results) : [];
    await pipeline.ask([...written, insertOutcomes({ programmeId: scope.programmeId, importId }, outcomes)]);
    for (const { participantId } of results) this.#changed.add(participantId);
  }

  /** Brings the standings of everybody up to date who has a new result. */
  async refresh(): Promise<void> {
    const { programme } = this.#people;
    if (programme === null) return;
    const everybody = [...this.#changed];
    for (let from = 0; from < everybody.length; from += MOST_PEOPLE) {
      const some = everybody.slice(from, from + MOST_PEOPLE);
      await this.#intake.pipeline.ask(refreshStandings(some, dueOn(programme.settings)));
    }
  }

  #measured({ said }: FileRow): MeasuredRow | null {
    if (!("content" in said) || said.content.kind !== "measurement" || said.code === null) return null;
    const participantId = this.#codes.idOf(said.code);
    if (participantId === null) return null;
    const resultId = resultIdOf(this.#intake.laboratoryId, { participantId, content: said.content });
    return { content: said.content, siteId: said.siteId, participantId, resultId };
  }

  #judge(
    { position, said }: FileRow,
    measured: MeasuredRow,
    known: ReadonlyMap<string, "current" | "superseded">,
    results: ResultRow[],
  ): OutcomeRow {
    const { context, scope, importId, mapping } = this.#intake;
    const { participantId, resultId } = measured;
    const person = this.#people.of(participantId);
    const { programme } = this.#people;
    if (programme === null) throw new RangeError("People were judged before they were read");
    const judging = { corrects: mapping.corrects, programme, claims: this.#claims };
    const { accepted, ...decided } = judgeFileRow(measured, person, known.get(resultId) ?? null, judging);
    const checks = accepted?.judged.checks.map(({ check }) => check) ?? [];
    this.made.row(decided.outcome, decided.field, decided.rule, accepted?.judged.verification === "awaiting");
    if (accepted !== null && person !== undefined) {
      const given = { programmeId: scope.programmeId, saveId: importId, importId, entry: "import", rows: [] } as const;
      const stored = resultRow(context, scope, given, accepted.row, accepted.judged);
      results.push(stored);
      person.results.add(storedOf(stored));
    }
    const shown = "content" in said ? { code: said.code, printed: said.printed } : { code: null, printed: null };
    return { position, ...shown, ...decided, checks, resultId: accepted === null ? null : resultId };
  }

  /** A row that is no measurement of anybody here. */
  #unmeasured({ position, said }: FileRow): OutcomeRow {
    const rest = { position, checks: [], resultId: null };
    if (!("content" in said)) {
      this.made.row("refused", null, said.rule, false);
      const values = { ...(said.column === undefined ? {} : { column: said.column }), ...said.params };
      return { ...rest, outcome: "refused", code: null, printed: null, field: null, rule: said.rule, values };
    }
    const { code, printed, content } = said;
    const shown = { ...rest, code, printed };
    switch (content.kind) {
      case "question": {
        const { text, assay, question, readings } = content;
        this.made.row("question", "result", "question", false);
        this.made.question({ text, printed: printed ?? "", assay, question, readings });
        return { ...shown, outcome: "question", field: "result", rule: "question", values: { question } };
      }
      case "refused": {
        const { field, rule, values } = content;
        this.made.row("refused", field, rule, false);
        if (rule === "unknown-word") this.made.unknownWord({ field, text: String(values.text ?? "") });
        return { ...shown, outcome: "refused", field, rule, values };
      }
      case "measurement": {
        this.made.row("refused", "participant", "participant.none", false);
        return { ...shown, outcome: "refused", field: "participant", rule: "participant.none", values: {} };
      }
    }
  }
}

/** The statements that store results with their trace: what is replaced stops counting first. */
function writeStatements({ context, scope, importId }: Intake, results: readonly ResultRow[]): readonly SqlFragment[] {
  const replaced = results.flatMap(({ participantId, replacesId }) =>
    replacesId === null ? [] : [{ participantId, id: replacesId }],
  );
  const events = results.map(({ participantId, id, kind, verification, replacesId, reason, checks }) => ({
    subjectId: participantId,
    detail: {
      ...{ resultId: id, kind, entry: "import", importId, verification },
      ...(checks.length > 0 && { checks: checks.map(({ check }) => check) }),
      ...(replacesId !== null && { replaces: replacesId, reason }),
    },
  }));
  // A row may replace one that came with the same batch.
  const gone = new Set(replaced.map(({ id }) => id));
  const rows = results.map((row) => (gone.has(row.id) ? { ...row, current: false } : row));
  return [
    ...(replaced.length === 0 ? [] : [retireResults(replaced)]),
    insertResults(rows),
    ...auditInserts(context, scope, events),
  ];
}
