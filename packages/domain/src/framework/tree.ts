import type { FrameworkElement } from "./element";
import { findElement } from "./registry";

/** An element with the elements below it that are shown along with it. */
export interface FrameworkNode {
  readonly element: FrameworkElement;
  readonly children: readonly FrameworkNode[];
}

/**
 * Nests elements under their parents. An element whose parent is not among those given stands on its own, so that a
 * filtered list loses nothing.
 */
export function treeOf(elements: readonly FrameworkElement[]): readonly FrameworkNode[] {
  const given = new Set(elements.map((element) => element.code));
  const nodeOf = (element: FrameworkElement): FrameworkNode => ({
    element,
    children: elements.filter((other) => other.parent === element.code).map(nodeOf),
  });
  return elements.filter(({ parent }) => parent === null || !given.has(parent)).map(nodeOf);
}

/** The elements above an element, the root first; empty for a root. */
export function ancestorsOf(element: FrameworkElement): readonly FrameworkElement[] {
  const parent = element.parent === null ? undefined : findElement(element.parent);
  return parent === undefined ? [] : [...ancestorsOf(parent), parent];
}
