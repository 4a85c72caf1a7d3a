/** Where a chart is laid out for its file: a light page of its own, as wide as the file, that nobody sees. */
export interface Stage {
  readonly view: Window & typeof globalThis;
  readonly document: Document;
  readonly leave: () => void;
}

/**
 * Width of the file in CSS pixels. Printed 16 cm wide, which is the text of an A4 page, the smallest words of a chart are
 * 8 points high.
 */
export const FILE_WIDTH = 640;
/** Room at either side of the chart in it. */
const MARGIN = 24;
/** How wide the chart itself is. */
export const CHART_WIDTH = FILE_WIDTH - 2 * MARGIN;

/** Plain families, which every program has, and white paper: these stand above what the page says. */
const OWN_LOOK = `:root { --font-text: sans-serif; --font-title: sans-serif; --surface: #ffffff; --paper: #ffffff; }
html, body { background: #ffffff; }`;

/**
 * Opens the page. It has the styles of this one, but neither its width nor its colours of the night. Null where the browser
 * gives no such page.
 */
export function openStage(): Stage | null {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = `position: fixed; inset: 0 auto auto -10000px; width: ${FILE_WIDTH}px; height: 10px; border: 0;`;
  document.body.append(frame);
  const inner = frame.contentDocument;
  const view = inner?.defaultView ?? null;
  if (inner === null || view === null) {
    frame.remove();
    return null;
  }
  inner.documentElement.lang = document.documentElement.lang;
  inner.documentElement.dataset.mantineColorScheme = "light";
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`${stylesOfPage()}\n${OWN_LOOK}`);
  inner.adoptedStyleSheets = [sheet];
  return { view, document: inner, leave: () => frame.remove() };
}

function stylesOfPage(): string {
  return Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .map(({ cssText }) => cssText)
    .join("\n");
}
