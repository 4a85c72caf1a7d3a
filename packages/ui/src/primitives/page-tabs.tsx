import styles from "./page-tabs.module.css";

/** Class names of a `nav` whose links are the pages of one part, the one that is shown marked with `aria-current`. */
export function pageTabsClass(): string {
  return styles.tabs ?? "";
}
