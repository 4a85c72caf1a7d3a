import type { CrosswalkEntry } from "./crosswalk.data";
import { CROSSWALK } from "./crosswalk.data";
import type { Discrepancy } from "./discrepancies.data";
import { DISCREPANCIES } from "./discrepancies.data";
import type { FrameworkElement } from "./element";
import type { FrameworkLink } from "./link";
import { ELEMENTS, findElement, LINKS, STUDIES } from "./registry";
import type { FrameworkStudy } from "./study";
import { ancestorsOf } from "./tree";

/** A link, and the element through which it concerns the one asked about: itself, one above it or one below it. */
export interface ConnectedLink {
  readonly link: FrameworkLink;
  readonly through: FrameworkElement;
}

/** An element of another framework that stands near this one. */
export interface Relative {
  readonly element: FrameworkElement;
  readonly entry: CrosswalkEntry;
}

/** A study, and the element that it supports: the one asked about, a part of it, or a relative in another framework. */
export interface ConnectedStudy {
  readonly study: FrameworkStudy;
  readonly through: FrameworkElement;
}

/** Everything that hangs together with one element. */
export interface Connections {
  /** From the root down to the parent. */
  readonly ancestors: readonly FrameworkElement[];
  readonly children: readonly FrameworkElement[];
  /** Further places where the element may be read. */
  readonly alsoUnder: readonly FrameworkElement[];
  /** Elements that may also be read under this one. */
  readonly alsoHolds: readonly FrameworkElement[];
  readonly refersTo: readonly FrameworkElement[];
  readonly links: readonly ConnectedLink[];
  /** What the links lead to, each once; outcomes only, and not the element itself nor what it is a part of. */
  readonly outcomes: readonly FrameworkElement[];
  readonly relatives: readonly Relative[];
  readonly studies: readonly ConnectedStudy[];
  readonly supersededBy: FrameworkElement | null;
  readonly carriedForwardAs: FrameworkElement | null;
  /** Elements of earlier versions that this one replaced or that went into it. */
  readonly replaces: readonly FrameworkElement[];
  readonly discrepancies: readonly Discrepancy[];
}

/** Follows an element to everything it is tied to. */
export function connectionsOf(element: FrameworkElement): Connections {
  const { code } = element;
  const ancestors = ancestorsOf(element);
  const links = linksOf(element, ancestors);
  const relatives = relativesOf(code);
  return {
    ancestors,
    children: ELEMENTS.filter((other) => other.parent === code),
    alsoUnder: found(element.alsoUnder ?? []),
    alsoHolds: ELEMENTS.filter((other) => other.alsoUnder?.includes(code)),
    refersTo: found(element.refersTo ?? []),
    links,
    outcomes: outcomesOf(links).filter((outcome) => outcome !== element && !ancestors.includes(outcome)),
    relatives,
    studies: studiesOf(element, relatives),
    supersededBy: findElement(element.supersededBy ?? "") ?? null,
    carriedForwardAs: findElement(element.carriedForwardAs ?? "") ?? null,
    replaces: ELEMENTS.filter((other) => other.supersededBy === code || other.carriedForwardAs === code),
    discrepancies: DISCREPANCIES.filter((discrepancy) => discrepancy.affects.some((affected) => affected === code)),
  };
}

/** The elements of codes that are known to exist. */
function found(codes: readonly string[]): readonly FrameworkElement[] {
  return codes.flatMap((code) => findElement(code) ?? []);
}

function descendantsOf(code: string): readonly FrameworkElement[] {
  return ELEMENTS.filter((other) => other.parent === code).flatMap((child) => [child, ...descendantsOf(child.code)]);
}

/** Links that name the element, then those that name something below it, then something above it; each once. */
function linksOf(element: FrameworkElement, ancestors: readonly FrameworkElement[]): readonly ConnectedLink[] {
  const seen = new Set<string>();
  return [element, ...descendantsOf(element.code), ...ancestors.toReversed()].flatMap((through) =>
    LINKS.filter((link) => {
      const named = [...link.contexts, ...link.mechanisms, ...link.outcomes].includes(through.code);
      if (!named || seen.has(link.id)) return false;
      seen.add(link.id);
      return true;
    }).map((link) => ({ link, through })),
  );
}

function outcomesOf(links: readonly ConnectedLink[]): readonly FrameworkElement[] {
  const codes = new Set(links.flatMap(({ link }) => link.outcomes));
  return found([...codes]).filter(({ kind }) => ["outcome", "outcome-domain", "outcome-root"].includes(kind));
}

function relativesOf(code: string): readonly Relative[] {
  const entries: readonly CrosswalkEntry[] = CROSSWALK;
  return entries.flatMap((entry) => {
    if (entry.a !== code && entry.b !== code) return [];
    return found([entry.a === code ? entry.b : entry.a]).map((element) => ({ element, entry }));
  });
}

/** A review's own elements reach its studies by theme or by reference number; elements of other reviews by a bridge. */
function studiesOf(element: FrameworkElement, relatives: readonly Relative[]): readonly ConnectedStudy[] {
  const seen = new Set<string>();
  const candidates = [element, ...descendantsOf(element.code), ...relatives.map((relative) => relative.element)];
  return candidates.flatMap((through) =>
    STUDIES.filter((study) => {
      const tied =
        study.source === through.source &&
        (study.subThemes.includes(through.code) || through.citations.includes(study.reference));
      if (!tied || seen.has(study.code)) return false;
      seen.add(study.code);
      return true;
    }).map((study) => ({ study, through })),
  );
}
