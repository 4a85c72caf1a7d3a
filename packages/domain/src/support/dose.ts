import { SUPPORT_TYPE_NAMES, type SupportShares, type SupportTypeName } from "./contact";

/** One contact, as far as it counts towards a dose. */
export interface DosedContact {
  readonly minutes: number;
  readonly shares: SupportShares;
}

/** Support somebody was given: how often, how long, and how long of each type. */
export interface Dose {
  readonly contacts: number;
  /** Minutes. */
  readonly total: number;
  /** Minutes of each type; together the total. Not rounded. */
  readonly byType: Readonly<Record<SupportTypeName, number>>;
}

/** The minutes of several contacts, whole and by type: those of a contact times the share that a type took. */
export function doseOf(contacts: readonly DosedContact[]): Dose {
  const of = (type: SupportTypeName) =>
    contacts.reduce((sum, { minutes, shares }) => sum + minutes * shares[type], 0) / 100;
  return {
    contacts: contacts.length,
    total: contacts.reduce((sum, { minutes }) => sum + minutes, 0),
    byType: {
      informational: of("informational"),
      instrumental: of("instrumental"),
      emotional: of("emotional"),
      affiliational: of("affiliational"),
      appraisal: of("appraisal"),
    },
  };
}

/** Types of which any was given, most first. */
export function typesGiven({ byType }: Dose): readonly SupportTypeName[] {
  return SUPPORT_TYPE_NAMES.filter((type) => byType[type] > 0).toSorted((a, b) => byType[b] - byType[a]);
}
