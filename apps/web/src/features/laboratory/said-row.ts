import { DATE_FIELDS, type RowView } from "./row-view.model";
import type { Carried, Stack, StackRow } from "./stack";
import type { SaidRow } from "./stack.model";
import { readTypedDate } from "./typed-date";

/** All that a row says now, with what it has from the rows above and with days as days. */
export function saidRow(
  id: string,
  { carried, dates, timepointCode }: Pick<RowView, "carried" | "dates" | "timepointCode">,
): SaidRow {
  const days = DATE_FIELDS.map((field) => [field, dates[field] ?? carried[field]]);
  return { id, own: { ...carried, ...Object.fromEntries(days) }, timepointCode: timepointCode ?? "" };
}

/**
 * The stack as the device keeps it: a day typed as "t" or "-3" is kept as the day that was meant, for it may be read again
 * tomorrow.
 * @param today the date in the programme's time zone
 */
export function withDays(stack: Stack, today: string): Stack {
  return { ...stack, rows: stack.rows.map((row) => ({ ...row, own: ownDays(row, today) })) };
}

function ownDays({ own }: StackRow, today: string): Partial<Carried> {
  const days = DATE_FIELDS.flatMap((field) => {
    const typed = readTypedDate(own[field] ?? "", today);
    return typed.kind === "day" ? [[field, typed.day]] : [];
  });
  return { ...own, ...Object.fromEntries(days) };
}
