import type { Contribution } from "@alongside/analysis/disclosure-control/people-between";
import type { ReleasedSet } from "@alongside/analysis/disclosure-control/sets-between";
import type { Tx } from "@alongside/db/client";
import { type Since, touchedPeople } from "./touched-people";

/** Somebody with what they add to figures of the programme whatever arm they are in, at a moment and now. */
interface Known {
  readonly participantId: string;
  readonly siteId: string;
  /** Null for somebody erased since. */
  readonly cohortId: string | null;
  readonly before: Contribution;
  readonly now: Contribution;
}

/** Everybody of the programme as they stood at a moment, and as they stand now. */
export class KnownPeople {
  readonly #people: readonly Known[];
  constructor(people: readonly Known[]) {
    this.#people = people;
  }

  /** What those of whom something holds add, at the moment or now. Who adds nothing is not in it. */
  set(moment: "before" | "now", isIn: (person: Known) => boolean): ReleasedSet {
    return new Map(
      this.#people
        // Of somebody erased it is not known in which groups they were: they count in each.
        .filter((person) => person.cohortId === null || isIn(person))
        .map((person) => [person.participantId, person[moment]] as const)
        .filter(([, adds]) => adds.size > 0),
    );
  }
}

/** Reads everybody at some sites, of a moment and now. */
export async function readKnownPeople(db: Tx, since: Omit<Since, "onlyInOne">): Promise<KnownPeople> {
  const found = await touchedPeople(db, { ...since, onlyInOne: since.siteIds });
  return new KnownPeople(
    found.map(({ participantId, siteId, before, now }) => ({
      ...{ participantId, siteId, cohortId: armOf(now) ?? armOf(before), before: anyArm(before) },
      now: sameAs(anyArm(before), anyArm(now)),
    })),
  );
}

/** Everybody as of a moment; of each moment once. */
export type PeopleReader = (at: Date) => Promise<KnownPeople>;

/** Reads people of a whole programme, each moment once. */
export function peopleReader(
  db: Tx,
  programmeId: string,
  programme: { readonly sites: readonly { readonly id: string }[]; readonly timepoints: Since["waves"] },
): PeopleReader {
  const read = new Map<string, Promise<KnownPeople>>();
  const siteIds = programme.sites.map(({ id }) => id);
  return (moment) => {
    const at = moment.toISOString();
    const people =
      read.get(at) ?? readKnownPeople(db, { programmeId, family: "scores", at, siteIds, waves: programme.timepoints });
    read.set(at, people);
    return people;
  };
}

/** The arm that stands before the name of every figure but that of somebody erased. */
function armOf(adds: Contribution): string | null {
  const [first] = adds.keys();
  return first?.includes(" ") ? (first.split(" ", 1)[0] ?? null) : null;
}

function anyArm(adds: Contribution): Contribution {
  return new Map([...adds].map(([figure, value]) => [figure.slice(figure.indexOf(" ") + 1), value]));
}

/** The first where both are alike, so that people nothing was recorded of are told by identity. */
function sameAs(before: Contribution, now: Contribution): Contribution {
  const isSame = before.size === now.size && [...now].every(([figure, value]) => before.get(figure) === value);
  return isSame ? before : now;
}
