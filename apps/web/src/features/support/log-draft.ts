import {
  type ContactMode,
  equalShares,
  MOST_MINUTES,
  SUPPORT_TYPE_NAMES,
  type SupportShares,
  type SupportTypeName,
} from "@alongside/domain/support/contact";

/** A contact as a form holds it while somebody types. */
export interface LogDraft {
  /** One code, or those of a group, a line each. */
  readonly codes: string;
  readonly happenedOn: string;
  readonly minutes: string;
  readonly mode: ContactMode;
  readonly volunteerId: string;
  readonly types: readonly SupportTypeName[];
  /** In per cent as typed, where the types did not take the same time; else null. */
  readonly parts: Readonly<Partial<Record<SupportTypeName, string>>> | null;
}

/** What is not said yet. */
export type LogGap = "codes" | "minutes" | "types" | "parts";

export type ReadLog =
  | {
      readonly kind: "log";
      readonly codes: readonly string[];
      readonly minutes: number;
      readonly shares: SupportShares;
    }
  | { readonly kind: "gap"; readonly gap: LogGap };

/** What the form says, or the first thing it does not say. */
export function readLog({ codes: typed, minutes: typedMinutes, mode, types, parts }: LogDraft): ReadLog {
  const lines = typed.split(/[\n,;]+/).map((line) => line.trim());
  const codes = lines.filter((line) => line !== "");
  if (codes.length === 0 || (mode !== "group" && codes.length > 1)) return { kind: "gap", gap: "codes" };
  const minutes = Number(typedMinutes.trim() || "0");
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES) return { kind: "gap", gap: "minutes" };
  if (types.length === 0) return { kind: "gap", gap: "types" };
  const shares = parts === null ? equalShares(types) : typedShares(types, parts);
  return shares === null ? { kind: "gap", gap: "parts" } : { kind: "log", codes, minutes, shares };
}

/** Null unless they are whole per cent and together all of the time, with some of each type that was given. */
function typedShares(types: readonly SupportTypeName[], parts: NonNullable<LogDraft["parts"]>): SupportShares | null {
  const of = (type: SupportTypeName) => (types.includes(type) ? Number(parts[type]?.trim() || "0") : 0);
  const shares = {
    informational: of("informational"),
    instrumental: of("instrumental"),
    emotional: of("emotional"),
    affiliational: of("affiliational"),
    appraisal: of("appraisal"),
  };
  const given = types.map((type) => shares[type]);
  const isSound = given.every((part) => Number.isInteger(part) && part >= 1);
  return isSound && given.reduce((sum, part) => sum + part, 0) === 100 ? shares : null;
}

/** The parts as they are when nobody has changed them. */
export function evenParts(types: readonly SupportTypeName[]): NonNullable<LogDraft["parts"]> {
  const shares = equalShares(types);
  return Object.fromEntries(SUPPORT_TYPE_NAMES.map((type) => [type, String(shares[type])]));
}
