import { expect, it } from "vitest";
import { stepOf } from "./step";

it("follows what the server knows, and goes back to the columns until it has run", () => {
  expect(stepOf("uploading", false, null, null)).toBe("sending");
  expect(stepOf("uploaded", false, null, "check")).toBe("columns");
  expect(stepOf("checking", false, null, "columns")).toBe("check");
  expect(stepOf("checked", true, null, null)).toBe("check");
  expect(stepOf("checked", true, null, "columns")).toBe("columns");
  expect(stepOf("running", true, null, "columns")).toBe("run");
  expect(stepOf("done", true, null, "columns")).toBe("done");
});

it("shows work as soon as it was asked for", () => {
  expect(stepOf("uploaded", false, "check", null)).toBe("check");
  expect(stepOf("checked", true, "run", null)).toBe("run");
});

it("asks for the columns where nothing was checked", () => {
  expect(stepOf("cancelled", false, null, null)).toBe("columns");
  expect(stepOf("cancelled", true, null, null)).toBe("check");
  expect(stepOf("interrupted", false, null, null)).toBe("columns");
});
