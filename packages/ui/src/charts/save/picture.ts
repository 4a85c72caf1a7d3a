import { brushOf } from "./brush";
import { drawPage } from "./draw-page";
import styles from "./sheet.module.css";
import { FILE_WIDTH, openStage, type Stage } from "./stage";

/** What a picture is made of; all of it stands on the page. */
export interface Picture {
  /** The finding, as a sentence. */
  readonly title: string;
  /** Below it, in this order: words, or copies of elements of the page. */
  readonly subtitles: readonly (string | Element)[];
  readonly about: readonly string[];
  readonly cautions: readonly string[];
  /** The drawing with its key. */
  readonly chart: Element;
  /** The drawing in words. */
  readonly summary: string;
  readonly source: string;
}

export interface DrawnPicture {
  /** What the drawing holds, as SVG elements. The marks of single people are left out, their places marked. */
  readonly inside: string;
  /** The marks of single people, as SVG elements, by number of their place. */
  readonly people: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Lays a picture out in light colours and plain fonts, with every style written out. Null where the browser cannot. */
export function drawPicture(picture: Picture): DrawnPicture | null {
  const stage = openStage();
  if (stage === null) return null;
  try {
    const brush = brushOf(stage);
    if (brush === null) return null;
    const sheet = sheetOf(stage, picture);
    stage.document.body.replaceChildren(sheet);
    const drawn = drawPage(stage, brush, sheet);
    const height = Math.ceil(sheet.getBoundingClientRect().height);
    return {
      ...{ inside: drawn, people: brush.people, width: FILE_WIDTH, height },
      ...{ title: picture.title, summary: picture.summary, language: document.documentElement.lang },
    };
  } finally {
    stage.leave();
  }
}

/** The picture as a page: what the file shows, from top to bottom. */
function sheetOf(stage: Stage, picture: Picture): Element {
  const part = (name: string, content: string | Element) => {
    const box = stage.document.createElement("div");
    box.className = styles[name] ?? "";
    box.append(typeof content === "string" ? content : stage.document.importNode(content, true));
    return box;
  };
  const sheet = stage.document.createElement("div");
  sheet.className = styles.sheet ?? "";
  sheet.append(
    part("title", picture.title),
    ...picture.subtitles.map((one) => part("subtitle", one)),
    ...picture.about.map((one) => part("subtitle", one)),
    ...picture.cautions.map((one) => part("caution", one)),
    part("chart", picture.chart),
    part("source", picture.source),
  );
  return sheet;
}
