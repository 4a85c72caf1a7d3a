import {
  CARRIED,
  type Carried,
  type CarriedField,
  emptyRow,
  isEmptyRow,
  type RowAnswer,
  type Stack,
  type StackField,
  type StackRow,
} from "./stack";

/** What a row that is sent says by itself, whatever becomes of the rows above: days as days, not as "t" or "-3". */
export interface SaidRow {
  readonly id: string;
  readonly own: Carried;
  readonly timepointCode: string;
}

/** What became of a row that was sent. */
export interface Answered {
  readonly resultId: string;
  /** Null: it is stored, and its row leaves the stack. */
  readonly answer: RowAnswer | null;
}

export type StackAction =
  | { readonly type: "type"; readonly id: string; readonly field: StackField; readonly text: string }
  /** Takes back what a row says itself: it carries on what stands above again. */
  | { readonly type: "carry"; readonly id: string; readonly field: CarriedField }
  | { readonly type: "choose"; readonly id: string; readonly place: number }
  | { readonly type: "reason"; readonly id: string; readonly check: string; readonly text: string }
  | { readonly type: "remove"; readonly id: string }
  | { readonly type: "send"; readonly saveId: string; readonly rows: readonly SaidRow[] }
  | { readonly type: "answered"; readonly saveId: string; readonly at: string; readonly rows: readonly Answered[] }
  /** The server has said no to the whole request; its rows can be changed again. */
  | { readonly type: "declined"; readonly saveId: string }
  | { readonly type: "undone" }
  | { readonly type: "settled" }
  | { readonly type: "load"; readonly stack: Stack };

/**
 * The next state of a stack. Rows that are on their way cannot be changed: somebody may have stored them already. `newId`
 * makes ids for rows that are new.
 */
export function nextStack(stack: Stack, action: StackAction, newId: () => string): Stack {
  return withRoom(step(stack, action, newId), newId);
}

function step(stack: Stack, action: StackAction, newId: () => string): Stack {
  switch (action.type) {
    case "type":
      return changed(stack, action.id, (row) => typed(row, action.field, action.text));
    case "carry":
      return changed(stack, action.id, (row) => carriesOn(row, action.field));
    case "choose":
      return changed(stack, action.id, (row) => ({ ...row, chosen: action.place }));
    case "reason":
      return withReason(stack, action);
    case "remove":
      return removed(stack, action.id);
    case "send":
      return sent(stack, action);
    case "answered":
      return answered(stack, action);
    case "declined":
      return {
        ...stack,
        rows: stack.rows.map((row) => (row.saveId === action.saveId ? { ...row, saveId: null } : row)),
      };
    case "undone":
      return undone(stack, newId);
    case "settled":
      return { ...stack, lastSave: null };
    case "load":
      return action.stack;
  }
}

function changed(stack: Stack, id: string, make: (row: StackRow) => StackRow): Stack {
  return {
    ...stack,
    rows: stack.rows.map((row) => (row.id === id && row.saveId === null ? make({ ...row, answer: null }) : row)),
  };
}

/** What the server asked stays asked while it is answered. */
function withReason(stack: Stack, { id, check, text }: Extract<StackAction, { readonly type: "reason" }>): Stack {
  return {
    ...stack,
    rows: stack.rows.map((row) =>
      row.id === id && row.saveId === null ? { ...row, reasons: { ...row.reasons, [check]: text } } : row,
    ),
  };
}

/** The last row is always an empty one, and no two empty ones stand at the end. */
function withRoom(stack: Stack, newId: () => string): Stack {
  const { rows } = stack;
  const last = rows.at(-1);
  const before = rows.at(-2);
  if (last === undefined || !isEmptyRow(last)) return { ...stack, rows: [...rows, emptyRow(newId())] };
  const isSpare = before !== undefined && isEmptyRow(before) && ownFields(last).length === 0;
  return isSpare ? withRoom({ ...stack, rows: rows.slice(0, -1) }, newId) : stack;
}

function typed(row: StackRow, field: StackField, text: string): StackRow {
  switch (field) {
    case "code":
      // Another person: what was said about the one before does not hold.
      return { ...row, code: text, timepointCode: null, reasons: {} };
    case "state":
      return { ...row, state: text, chosen: null, noResultCode: "" };
    case "result":
      return { ...row, result: text, chosen: null };
    case "noResultCode":
    case "timepointCode":
      return { ...row, [field]: text };
    case "assay":
      // The specimen is the assay's until somebody says otherwise.
      return { ...row, own: { ...row.own, assay: text, specimen: "" }, chosen: null };
    default:
      return { ...row, own: { ...row.own, [field]: text } };
  }
}

function carriesOn(row: StackRow, field: CarriedField): StackRow {
  const { [field]: _own, ...own } = row.own;
  return { ...row, own, chosen: field === "assay" ? null : row.chosen };
}

/** Without a row. What the rows below had from it stays theirs. */
function removed(stack: Stack, id: string): Stack {
  const at = stack.rows.findIndex((row) => row.id === id);
  const row = stack.rows[at];
  if (row === undefined || row.saveId !== null) return stack;
  return { ...stack, rows: withoutRow(stack.rows, at, row) };
}

function withoutRow(rows: readonly StackRow[], at: number, row: StackRow): readonly StackRow[] {
  const next = rows[at + 1];
  const rest = rows.toSpliced(at, 1);
  return next === undefined ? rest : rest.with(at, { ...next, own: { ...row.own, ...next.own } });
}

/** Each row with all it says, so that it goes out, and comes back, as it was when somebody pressed save. */
function sent(stack: Stack, { saveId, rows }: Extract<StackAction, { readonly type: "send" }>): Stack {
  const said = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  return {
    ...stack,
    rows: stack.rows.map((row) => {
      const says = said.get(row.id);
      return says === undefined || row.saveId !== null ? row : { ...row, ...says, saveId, answer: null };
    }),
  };
}

function answered(stack: Stack, action: Extract<StackAction, { readonly type: "answered" }>): Stack {
  const about = new Map(action.rows.map(({ resultId, answer }) => [resultId, answer]));
  const stored: StackRow[] = [];
  let rows = stack.rows;
  for (const row of stack.rows) {
    const answer = about.get(row.id);
    if (row.saveId !== action.saveId || answer === undefined) continue;
    const at = rows.findIndex(({ id }) => id === row.id);
    const now = rows[at] ?? row;
    if (answer !== null) {
      rows = rows.with(at, { ...now, saveId: null, answer });
      continue;
    }
    stored.push(now);
    rows = withoutRow(rows, at, now);
  }
  const lastSave = stored.length === 0 ? stack.lastSave : { saveId: action.saveId, at: action.at, rows: stored };
  return { ...stack, rows, lastSave };
}

/** The rows of the last save are back, above the others, to be put right. They are new results: their ids are used up. */
function undone(stack: Stack, newId: () => string): Stack {
  if (stack.lastSave === null) return stack;
  const back = stack.lastSave.rows.map((row) => ({ ...row, id: newId(), saveId: null, answer: null }));
  return { ...stack, rows: [...back, ...stack.rows], lastSave: null };
}

/** Where the rows wait that were sent and not answered, each save with its rows, the oldest first. */
export function waitingSaves({ rows }: Stack): readonly { readonly saveId: string; readonly rows: StackRow[] }[] {
  const saves = new Map<string, StackRow[]>();
  for (const row of rows) {
    if (row.saveId !== null) saves.set(row.saveId, [...(saves.get(row.saveId) ?? []), row]);
  }
  return [...saves].map(([saveId, sent]) => ({ saveId, rows: sent }));
}

/** Which carried fields a row says itself. */
function ownFields(row: StackRow): readonly CarriedField[] {
  return CARRIED.filter((field) => row.own[field] !== undefined);
}
