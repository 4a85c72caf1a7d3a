/** Pixels for each pixel of the drawing: sharp at 16 cm on paper. */
const PNG_SCALE = 2;

/** A drawing as pixels, twice its size; null where the browser has no canvas. */
export async function pixelsOf(drawing: {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}): Promise<HTMLCanvasElement | null> {
  const { svg, width, height } = drawing;
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * PNG_SCALE;
    canvas.height = height * PNG_SCALE;
    const brush = canvas.getContext("2d");
    brush?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return brush === null ? null : canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}
