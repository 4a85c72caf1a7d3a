import type { Comparator } from "./measurement";
import type { Meaning } from "./phrases.data";
import type { PrintedNumber } from "./printed-number";
import type { Piece, PrintedUnit } from "./scan-print";

/** A number of a print with what stands around it. */
export interface PrintedAmount {
  readonly number: PrintedNumber;
  readonly comparator: Comparator | null;
  readonly unit: PrintedUnit | null;
  /** Named as a limit ("LLOQ 20"), so it is no result. */
  readonly isLimit: boolean;
}

/** What a print says, before anybody decides what it means. */
export interface PrintedFacts {
  readonly amounts: readonly PrintedAmount[];
  readonly says: ReadonlySet<Meaning>;
  /** A slash stands in it: "<20 / not detected" leaves open which of the two. */
  readonly isEitherOr: boolean;
  /** It says "undetectable", which older prints say of everything under their limit. */
  readonly isUndetectable: boolean;
}

/** Why the pieces make no statement. */
export type PiecesProblem = "negative" | "range" | "unit" | "signs" | "other-virus";

interface OpenAmount {
  number: PrintedNumber;
  comparator: Comparator | null;
  unit: PrintedUnit | null;
  isLimit: boolean;
}

const LIMIT_MEANING = {
  "lower-limit": { side: "<", says: "below-quantification" },
  "detection-limit": { side: "<", says: "below-detection" },
  "upper-limit": { side: ">", says: "above-upper" },
} as const;

const SILENCE: ReadonlySet<Meaning> = new Set();

/** Puts numbers, comparisons and units together. A piece that is left over is a problem, never dropped. */
export function gatherFacts(pieces: readonly Piece[]): PrintedFacts | PiecesProblem {
  const gathering = new Gathering();
  let at = 0;
  for (const piece of pieces) {
    at += 1;
    const problem = gathering.take(piece, numberFollows(pieces, at));
    if (problem !== null) return problem;
  }
  return gathering.finish();
}

/** Whether, past any units, a number or its comparison comes next. */
function numberFollows(pieces: readonly Piece[], from: number): boolean {
  let at = from;
  while (pieces[at]?.kind === "unit") at += 1;
  const kind = pieces[at]?.kind;
  return kind === "number" || kind === "comparator";
}

/** One pass over the pieces, remembering what waits for its number. */
class Gathering {
  private readonly amounts: OpenAmount[] = [];
  /** Made when something is said: most prints are a number and nothing else. */
  private says: Set<Meaning> | null = null;
  /** A comparison, unit or name of a limit that stands before its number. */
  private comparator: Comparator | null = null;
  private unitAhead: PrintedUnit | null = null;
  private limitAhead = false;
  /** The amount a unit may still belong to: nothing but an opening bracket or another unit has come since. */
  private last: OpenAmount | null = null;
  private depth = 0;
  private isEitherOr = false;
  private isUndetectable = false;
  private before: Piece["kind"] | null = null;

  take(piece: Piece, isAheadOfNumber: boolean): PiecesProblem | null {
    const problem = this.place(piece, isAheadOfNumber);
    if (piece.kind !== "open" && piece.kind !== "unit" && piece.kind !== "number") this.last = null;
    this.before = piece.kind;
    return problem;
  }

  finish(): PrintedFacts | PiecesProblem {
    if (this.comparator !== null || this.depth !== 0) return "signs";
    if (this.unitAhead !== null) return "unit";
    // "Limit of quantification" with nothing beside it says nothing.
    const { amounts, says, isEitherOr, isUndetectable } = this;
    return { amounts, says: says ?? SILENCE, isEitherOr, isUndetectable };
  }

  private place(piece: Piece, isAheadOfNumber: boolean): PiecesProblem | null {
    switch (piece.kind) {
      case "number":
        return this.placeNumber(piece.number);
      case "unit":
        return this.placeUnit(piece.unit, isAheadOfNumber);
      case "comparator":
        if (this.comparator !== null) return "signs";
        this.comparator = piece.comparator;
        return null;
      case "phrase":
        return this.placePhrase(piece.meaning);
      case "minus":
        return this.amounts.length > 0 ? "range" : "negative";
      case "dash":
        // Between words it is punctuation; before or after a number it could be a sign or a range.
        if (this.before === "phrase") return null;
        return this.amounts.length > 0 ? "range" : "negative";
      case "open":
        this.depth += 1;
        return null;
      case "close":
        this.depth -= 1;
        return this.depth < 0 ? "signs" : null;
      case "slash":
        this.isEitherOr = true;
        return null;
      case "pause":
        return null;
    }
  }

  private placeNumber(number: PrintedNumber): PiecesProblem | null {
    if (this.before === "dash" && this.amounts.length > 0) return "range";
    const amount = { number, comparator: this.comparator, unit: this.unitAhead, isLimit: this.limitAhead };
    this.amounts.push(amount);
    this.last = amount;
    this.comparator = null;
    this.unitAhead = null;
    this.limitAhead = false;
    return null;
  }

  /** A unit belongs to the number before it; in "20000 copies/mL (log 4.30)" the logarithm belongs to the one after. */
  private placeUnit(unit: PrintedUnit, isAheadOfNumber: boolean): PiecesProblem | null {
    const { last } = this;
    if (last === null || (this.before !== "number" && isAheadOfNumber)) {
      const joined = joinedUnit(this.unitAhead, unit);
      if (joined === null) return "unit";
      this.unitAhead = joined;
      return null;
    }
    const joined = joinedUnit(last.unit, unit);
    if (joined === null) return "unit";
    last.unit = joined;
    return null;
  }

  private placePhrase(meaning: Extract<Piece, { readonly kind: "phrase" }>["meaning"]): PiecesProblem | null {
    switch (meaning) {
      case "name":
        return null;
      case "other-virus":
        return "other-virus";
      case "undetectable":
        this.isUndetectable = true;
        this.say("not-detected");
        return null;
      case "lower-limit":
      case "detection-limit":
      case "upper-limit": {
        const { side, says } = LIMIT_MEANING[meaning];
        if (this.comparator === null) {
          this.limitAhead = true;
          return null;
        }
        if (!this.comparator.startsWith(side)) return "signs";
        this.say(says);
        this.comparator = null;
        this.limitAhead = true;
        return null;
      }
      case "below-detection":
      case "below-quantification":
        // "<LDL" and "LDL" say the same.
        if (this.comparator === "<") this.comparator = null;
        this.limitAhead = true;
        break;
      default:
        break;
    }
    this.say(meaning);
    return null;
  }

  private say(meaning: Meaning): void {
    this.says ??= new Set();
    this.says.add(meaning);
  }
}

/** "log10" with "copies/mL" is the logarithm of copies; any other two units contradict each other. */
function joinedUnit(first: PrintedUnit | null, second: PrintedUnit): PrintedUnit | null {
  if (first === null || first === second) return second;
  const isLogOfCopies = first !== "iu" && second !== "iu";
  return isLogOfCopies ? "log10" : null;
}
