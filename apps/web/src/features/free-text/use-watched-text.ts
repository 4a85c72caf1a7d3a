"use client";

import { findIdentifying, type IdentifyingKind } from "@alongside/domain/free-text/identifying-text";
import { useMemo, useState } from "react";

export interface FoundPiece {
  readonly kind: IdentifyingKind;
  readonly text: string;
}

/** What a text may give away, and whether somebody has said that it may be saved all the same. */
export interface WatchedText {
  readonly found: readonly FoundPiece[];
  readonly accepted: boolean;
  readonly accept: (accepted: boolean) => void;
  /** False while something was found and nobody has said so. */
  readonly ready: boolean;
  /** The same for another text, before it is typed. */
  readonly readyFor: (text: string) => boolean;
}

/**
 * Watches a text as it is typed, in the browser; it is sent nowhere for that. Saying "save it as it is" holds for what was
 * found then: another name asks again.
 */
export function useWatchedText(text: string): WatchedText {
  const found = useMemo(() => piecesOf(text), [text]);
  const [known, setKnown] = useState<readonly string[]>([]);
  const allKnown = (pieces: readonly FoundPiece[]) => pieces.every((piece) => known.includes(piece.text));
  const ready = allKnown(found);
  const accept = (yes: boolean) => setKnown(yes ? found.map((piece) => piece.text) : []);
  const readyFor = (other: string) => allKnown(piecesOf(other));
  return { found, accepted: found.length > 0 && ready, accept, ready, readyFor };
}

function piecesOf(text: string): readonly FoundPiece[] {
  const pieces = findIdentifying(text).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
  return pieces.filter((piece, at) => pieces.findIndex((other) => other.text === piece.text) === at);
}
