/** What a key does in a list; null for a key that does nothing there. */
export type RowAction =
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "press"; readonly what: "counselling" | "enter" }
  | { readonly kind: "help" };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Keys of a list of so many lines while the focus is in one of them, counted from 0. */
export function rowAction(pressed: Pressed, row: number, count: number): RowAction | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  switch (pressed.key) {
    case "ArrowDown":
    case "j":
      return { kind: "go", to: Math.min(row + 1, count - 1) };
    case "ArrowUp":
    case "k":
      return { kind: "go", to: Math.max(row - 1, 0) };
    case "Home":
      return { kind: "go", to: 0 };
    case "End":
      return { kind: "go", to: count - 1 };
    case "c":
      return { kind: "press", what: "counselling" };
    case "e":
      return { kind: "press", what: "enter" };
    case "?":
      return { kind: "help" };
    default:
      return null;
  }
}
