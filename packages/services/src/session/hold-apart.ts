import type { Actor } from "@alongside/domain/access/actor";
import type { Hold } from "@alongside/domain/access/hold";

/** The person behind a session that is locked or handed over. */
export interface HeldActor extends Actor {
  readonly hold: Hold;
}

/**
 * Puts the person of a held session where no use-case finds them, so that everything is refused as if nobody were signed
 * in, whether or not whoever wrote it thought of locks.
 */
export function holdApart(actor: Actor | null): { readonly actor: Actor | null; readonly held: HeldActor | null } {
  if (actor === null || actor.hold === null) return { actor, held: null };
  return { actor: null, held: { ...actor, hold: actor.hold } };
}
