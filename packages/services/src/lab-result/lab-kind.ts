import { LAB_KINDS, type LabKind } from "@alongside/domain/laboratory/kinds";

/** The kind a column holds. Throws for one that is none: the database's own check does not let it in. */
export function labKindOf(text: string): LabKind {
  const kind = LAB_KINDS.find((one) => one === text);
  if (kind === undefined) throw new RangeError(`No kind of result ${text}`);
  return kind;
}
