"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type KeyMove, keyMove, type PressedIn } from "./cell-keys";
import { nextStep } from "./next-cell";
import type { RowView } from "./row-view.model";
import { CARRIED, type Stack, type StackField } from "./stack";
import type { StackAction } from "./stack.model";
import styles from "./stack.module.css";
import { type StackRowProps, StackRowView } from "./stack-row";
import type { People } from "./use-people";

export interface GridProps extends Pick<StackRowProps, "kind" | "rule" | "options"> {
  readonly stack: Stack;
  readonly views: ReadonlyMap<string, RowView>;
  readonly people: People;
  readonly act: (action: StackAction) => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onHistory: (code: string) => void;
  readonly onShortcuts: () => void;
}

/** The stack as a table to type in. Keys move as in a spreadsheet; everything can also be reached with Tab. */
export function StackGrid(props: GridProps): React.JSX.Element {
  const { stack, views, people, act } = props;
  const t = useTranslations("laboratory");
  const list = useRef<HTMLOListElement>(null);
  const [openRow, setOpenRow] = useState<string | null>(null);

  const place = (id: string) => stack.rows.findIndex((row) => row.id === id);
  const reach = (id: string, selector: string) => {
    flushSync(() => setOpenRow(id));
    const cell = list.current?.querySelector<HTMLElement>(`[data-row="${id}"]${selector}`);
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
    return cell !== null && cell !== undefined;
  };
  const toCell = (id: string, field: StackField) => reach(id, `[data-cell="${field}"]`);
  const toRow = (id: string, by: number, field: string) => {
    const target = stack.rows[place(id) + by];
    if (target !== undefined && !reach(target.id, `[data-cell="${field}"]`)) toCell(target.id, "code");
  };
  const onward = (id: string, from: string) => {
    const row = stack.rows[place(id)];
    const view = views.get(id);
    if (row === undefined || view === undefined) return;
    const step = nextStep(row, view, people.of(row.code), from);
    switch (step.kind) {
      case "cell":
        toCell(id, step.field);
        return;
      case "choice":
        reach(id, '[data-choice="0"]');
        return;
      case "reason":
        reach(id, `[data-reason="${step.check}"]`);
        return;
      case "next-row":
        toRow(id, 1, "code");
        return;
      case "stay":
    }
  };

  const latest = useRef(onward);
  useLayoutEffect(() => {
    latest.current = onward;
  });

  const sideways = (from: HTMLElement, id: string, by: number) => {
    const cells = [...(list.current?.querySelectorAll<HTMLElement>(`[data-row="${id}"][data-cell]`) ?? [])];
    const target = cells[cells.indexOf(from) + by];
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  };

  const follow = (move: KeyMove, from: HTMLElement, id: string, field: string): void => {
    switch (move.kind) {
      case "next-step":
        onward(id, field);
        return;
      case "next-row":
        toRow(id, 1, "code");
        return;
      case "up":
      case "down":
        toRow(id, move.kind === "up" ? -1 : 1, field);
        return;
      case "left":
      case "right":
        sideways(from, id, move.kind === "left" ? -1 : 1);
        return;
      case "save":
        props.onSave();
        return;
      case "undo":
        props.onUndo();
        return;
      case "history":
        props.onHistory(stack.rows[place(id)]?.code ?? "");
        return;
      case "shortcuts":
        props.onShortcuts();
        return;
      case "remove": {
        const next = stack.rows[place(id) + 1] ?? stack.rows[place(id) - 1];
        act({ type: "remove", id });
        if (next !== undefined) toCell(next.id, "code");
        return;
      }
      case "carry": {
        const carried = CARRIED.find((one) => one === field);
        if (carried !== undefined) act({ type: "carry", id, field: carried });
      }
    }
  };

  return (
    <ol
      ref={list}
      className={styles.stack}
      data-kind={props.kind === "viral-load" ? "wide" : "narrow"}
      aria-label={t("stack")}
      onFocus={(event) => {
        const id = event.target.dataset.row;
        if (id !== undefined && id !== openRow) setOpenRow(id);
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
        const { row: id, cell, reason } = event.target.dataset;
        if (id === undefined) return;
        const move = keyMove({ ...pressed(event), isComposing: event.nativeEvent.isComposing }, cellOf(event.target));
        // A choice is a button: it answers to Enter itself.
        if (move === null || (event.target.dataset.choice !== undefined && move.kind === "next-step")) return;
        event.preventDefault();
        follow(move, event.target, id, cell ?? reason ?? "");
      }}
    >
      {stack.rows.map((row, at) => {
        const view = views.get(row.id);
        return view === undefined ? null : (
          <StackRowView
            key={row.id}
            {...{ row, view, act }}
            person={people.of(row.code)}
            number={at + 1}
            kind={props.kind}
            rule={props.rule}
            options={props.options}
            open={row.id === openRow}
            focus={(id, field) => focusEnd(list.current, id, field)}
            onChosen={(id) => latest.current(id, "result")}
          />
        );
      })}
    </ol>
  );
}

function pressed({ key, ctrlKey, metaKey, altKey, shiftKey }: React.KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

function cellOf(element: HTMLElement): PressedIn {
  if (!(element instanceof HTMLInputElement)) return { kind: "list", atStart: false, atEnd: false };
  const { selectionStart, selectionEnd, value } = element;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  return {
    kind: element.dataset.reason === undefined ? "text" : "sentence",
    atStart: isWhole || (selectionStart === 0 && selectionEnd === 0),
    atEnd: isWhole || (selectionStart === value.length && selectionEnd === value.length),
  };
}

/** The first character is typed already: the caret goes behind it. */
function focusEnd(list: HTMLElement | null, id: string, field: string): void {
  const cell = list?.querySelector<HTMLInputElement>(`[data-row="${id}"][data-cell="${field}"]`);
  cell?.focus();
  cell?.setSelectionRange?.(cell.value.length, cell.value.length);
}
