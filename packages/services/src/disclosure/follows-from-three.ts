import { isTooClose, type TouchedPerson } from "@alongside/analysis/disclosure-control/people-between";
import type { KnownPerson, Since } from "./touched-people";

/** Sites whose figures were released together, and when. */
interface View {
  readonly siteIds: readonly string[];
  /** Null for what is asked for now. */
  readonly at: Date | null;
}

/** What is asked for, what was released, and how people are read. */
export interface ThreeViews {
  readonly asked: readonly string[];
  /** The latest release of each set of sites. */
  readonly earlier: readonly { readonly siteIds: readonly string[]; readonly at: Date }[];
  readonly read: (since: Pick<Since, "at" | "siteIds" | "onlyInOne">) => Promise<readonly KnownPerson[]>;
}

/** One view, and two of other sites that nearly make it up. */
interface Trio {
  readonly whole: View;
  readonly parts: readonly [View, View];
}

/**
 * Whether some figure of fewer people than the threshold follows from what is asked for and two earlier releases: one of the three
 * less the two others, where these share no site.
 */
export async function followsFromThree(views: ThreeViews, threshold: number): Promise<boolean> {
  for (const trio of triosOf(views)) {
    const [earlierSites, sites] = [new Set(trio.parts.flatMap(({ siteIds }) => siteIds)), new Set(trio.whole.siteIds)];
    const touched = await touchedIn(trio, views.read);
    if (isTooClose({ earlierSites, sites, touched }, threshold)) return true;
  }
  return false;
}

/** Every way in which one of three views may be less than a few people more or less than the other two. */
function triosOf({ asked, earlier }: ThreeViews): readonly Trio[] {
  const now: View = { siteIds: asked, at: null };
  return earlier.flatMap((one, at) =>
    earlier.slice(at + 1).flatMap((other): Trio[] =>
      [
        { whole: now, parts: [one, other] as const },
        { whole: one, parts: [now, other] as const },
        { whole: other, parts: [now, one] as const },
      ].filter(({ parts: [first, second] }) => first.siteIds.every((id) => !second.siteIds.includes(id))),
    ),
  );
}

/** Everybody who may be different in the whole and in its parts, with what they add to each. */
async function touchedIn({ whole, parts }: Trio, read: ThreeViews["read"]): Promise<readonly TouchedPerson[]> {
  const inParts = parts.flatMap(({ siteIds }) => siteIds);
  const siteIds = [...new Set([...whole.siteIds, ...inParts])];
  const onlyInOne = siteIds.filter((id) => whole.siteIds.includes(id) !== inParts.includes(id));
  const people = new Map<string, KnownPerson>();
  const before = new Map<View, Map<string, KnownPerson>>();
  for (const view of [whole, ...parts]) {
    const found = view.at === null ? [] : await read({ at: view.at.toISOString(), siteIds, onlyInOne });
    before.set(view, new Map(found.map((person) => [person.participantId, person])));
    for (const person of found) people.set(person.participantId, person);
  }
  // Of whom nothing was recorded since a view, they were in it as they are now.
  const inView = (view: View | undefined, { participantId, now }: KnownPerson) =>
    (view && before.get(view)?.get(participantId)?.before) ?? now;
  return [...people.values()].map((person) => ({
    siteId: person.siteId,
    before: inView(
      parts.find((part) => part.siteIds.includes(person.siteId)),
      person,
    ),
    now: inView(whole, person),
  }));
}
