import type { Codebook } from "../mechanisms/codebook";
import { CODEBOOKS } from "../mechanisms/registry";
import { OUTCOME_DOMAINS } from "../outcomes/domains";
import { OUTCOMES } from "../outcomes/outcomes";
import { SUPPORT_ACTIVITIES } from "../support/activities";
import { SUPPORT_FORMS } from "../support/forms";
import { SUPPORT_SUBTYPES, SUPPORT_TYPES } from "../support/types";
import { CONCEPTS } from "./concepts";
import type { ElementGroup, FrameworkElement } from "./element";
import { elementsOfGroup } from "./element";
import type { FrameworkLink } from "./link";
import type { FrameworkStudy } from "./study";

const CORE_GROUPS = [
  CONCEPTS,
  SUPPORT_FORMS,
  SUPPORT_TYPES,
  SUPPORT_SUBTYPES,
  SUPPORT_ACTIVITIES,
  OUTCOME_DOMAINS,
  OUTCOMES,
] as const satisfies readonly ElementGroup[];

type RegisteredGroup = (typeof CORE_GROUPS)[number] | (typeof CODEBOOKS)[number]["groups"][number];

/** Every code of the framework. A code that does not exist does not compile. */
export type ElementCode = RegisteredGroup["elements"][number]["code"];

const ALL_CODEBOOKS: readonly Codebook[] = CODEBOOKS;

/** Every group of elements: the shared vocabulary first, then codebook by codebook. */
export const ELEMENT_GROUPS: readonly ElementGroup[] = [
  ...CORE_GROUPS,
  ...ALL_CODEBOOKS.flatMap((codebook) => codebook.groups),
];

/** Every element, in the order of its group. */
export const ELEMENTS: readonly FrameworkElement[] = ELEMENT_GROUPS.flatMap(elementsOfGroup);

/** Every tie that a source states. */
export const LINKS: readonly FrameworkLink[] = ALL_CODEBOOKS.flatMap((codebook) => codebook.links);

/** Every study that a review describes one by one. */
export const STUDIES: readonly FrameworkStudy[] = ALL_CODEBOOKS.flatMap((codebook) => codebook.studies);

const BY_CODE: ReadonlyMap<string, FrameworkElement> = new Map(ELEMENTS.map((element) => [element.code, element]));

/** The element of a code that comes from outside, such as an address; undefined when there is none. */
export function findElement(code: string): FrameworkElement | undefined {
  return BY_CODE.get(code);
}
