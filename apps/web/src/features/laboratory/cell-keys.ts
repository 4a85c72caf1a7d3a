/** Where a key leads from a cell of the stack. */
export type KeyMove =
  | { readonly kind: "next-row" }
  | { readonly kind: "next-step" }
  | { readonly kind: "up" }
  | { readonly kind: "down" }
  | { readonly kind: "left" }
  | { readonly kind: "right" }
  | { readonly kind: "save" }
  | { readonly kind: "undo" }
  | { readonly kind: "history" }
  | { readonly kind: "remove" }
  | { readonly kind: "carry" }
  | { readonly kind: "shortcuts" };

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** A key of an input method that is still composing characters. */
  readonly isComposing: boolean;
}

/** The cell in which the key was pressed. */
export interface PressedIn {
  readonly kind: "text" | "list" | "sentence";
  /** Whether the caret stands at the beginning or end of the text; both where nothing is typed. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/**
 * What a key does in the stack, as in a spreadsheet; null where the cell itself deals with it. Lists keep their arrows,
 * and text keeps them until its edge.
 */
export function keyMove(pressed: PressedKey, cell: PressedIn): KeyMove | null {
  if (pressed.isComposing || pressed.altKey) return null;
  const { key } = pressed;
  if (pressed.ctrlKey || pressed.metaKey) return withControl(key);
  switch (key) {
    case "Enter":
      return { kind: pressed.shiftKey ? "up" : "next-step" };
    case "F8":
      return { kind: "undo" };
    case "F9":
      return { kind: "history" };
    case "Escape":
      return { kind: "carry" };
    case "?":
      return cell.kind === "sentence" ? null : { kind: "shortcuts" };
    case "ArrowUp":
      return cell.kind === "list" ? null : { kind: "up" };
    case "ArrowDown":
      return cell.kind === "list" ? null : { kind: "down" };
    case "ArrowLeft":
      return cell.kind !== "list" && cell.atStart && !pressed.shiftKey ? { kind: "left" } : null;
    case "ArrowRight":
      return cell.kind !== "list" && cell.atEnd && !pressed.shiftKey ? { kind: "right" } : null;
    default:
      return null;
  }
}

function withControl(key: string): KeyMove | null {
  switch (key) {
    case "Enter":
    case "s":
    case "S":
      return { kind: "save" };
    case "Delete":
      return { kind: "remove" };
    case "ArrowUp":
      return { kind: "up" };
    case "ArrowDown":
      return { kind: "down" };
    case "ArrowLeft":
      return { kind: "left" };
    case "ArrowRight":
      return { kind: "right" };
    default:
      return null;
  }
}

/** The state a letter stands for in the list of states. */
export const STATE_KEYS = {
  q: "quantified",
  b: "below-quantification",
  n: "not-detected",
  a: "above-upper",
  r: "rejected",
  f: "failed",
  p: "pending",
} as const;

/** What a key typed in the list of states means: a state, or the first character of a printed result. */
export function stateKey(key: string): { readonly state: string } | { readonly print: string } | null {
  if (key.length !== 1) return null;
  const letter = key.normalize("NFKC").toLowerCase();
  const state = Object.entries(STATE_KEYS).find(([name]) => name === letter)?.[1];
  if (state !== undefined) return { state };
  return /[\d<>≤≥＜＞]/u.test(key) || /\p{Script=Han}/u.test(key) ? { print: key } : null;
}
