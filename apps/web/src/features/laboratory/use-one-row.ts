import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { useCallback, useState } from "react";
import { uuidv7 } from "uuidv7";
import { emptyStack, type Stack, type StackRow } from "./stack";
import { nextStack, type StackAction } from "./stack.model";

/** One row that is not kept on the device: a correction, or a second reading. */
export function useOneRow(kind: LabKind, begin: () => StackRow) {
  const [stack, setStack] = useState<Stack>(() => ({ ...emptyStack(kind, uuidv7()), rows: [begin()] }));
  const act = useCallback((action: StackAction) => setStack((before) => nextStack(before, action, uuidv7)), []);
  return { row: stack.rows[0] ?? begin(), act };
}
