import { findChineseNames } from "./chinese-names";
import { findAccounts, findEmails, findIdentityNumbers } from "./identity-numbers";
import type { TextSpan } from "./match-spans";
import { findPersonalNames } from "./personal-names";
import { findPhones } from "./phone-numbers";

/** What a text may hold that could tell who somebody is. */
export const IDENTIFYING_KINDS = ["name", "phone", "e-mail", "identity-number", "account"] as const;
export type IdentifyingKind = (typeof IDENTIFYING_KINDS)[number];

export interface Identifying extends TextSpan {
  readonly kind: IdentifyingKind;
}

/**
 * Looks for names, telephone numbers, addresses of e-mail, identity numbers and chat accounts in a note about a person.
 * It knows patterns and short lists, no language: it misses some and is sometimes wrong, so it may warn and never decide.
 * Runs where the text is typed; the text goes nowhere.
 * @returns what it found, in order, none overlapping another
 */
export function findIdentifying(text: string): readonly Identifying[] {
  const found: Identifying[] = [];
  const add = (kind: IdentifyingKind, spans: readonly TextSpan[]) => {
    for (const span of spans) {
      const taken = found.some(({ start, end }) => span.start < end && start < span.end);
      if (!taken) found.push({ kind, ...span });
    }
  };
  // The more certain kinds come first and keep their place.
  add("e-mail", findEmails(text));
  add("account", findAccounts(text));
  add("identity-number", findIdentityNumbers(text));
  add("phone", findPhones(text));
  add("name", findPersonalNames(text));
  add("name", findChineseNames(text));
  return found.toSorted((a, b) => a.start - b.start);
}
