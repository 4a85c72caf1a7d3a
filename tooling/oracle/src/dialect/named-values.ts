import { flag, number, texts } from "./make";
import type { RValue } from "./values";

/** Names that stand for a value unless the code gives them another. */
export const NAMED_VALUES: Readonly<Record<string, RValue>> = {
  T: flag(true),
  F: flag(false),
  pi: number(Math.PI),
  letters: texts([..."abcdefghijklmnopqrstuvwxyz"]),
  LETTERS: texts([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]),
};
