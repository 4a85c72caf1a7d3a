import { expect, it } from "vitest";
import { fileBase64 } from "./file-base64";

it.each([0, 1, 8191, 8192, 8193, 50_000])("carries %i bytes unchanged", async (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
  expect(Buffer.from(await fileBase64(new Blob([bytes])), "base64")).toEqual(Buffer.from(bytes));
});
