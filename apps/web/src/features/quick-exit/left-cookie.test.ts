import { expect, it } from "vitest";
import { forgetLeft, wasLeft } from "./left-cookie";

it("knows a browser that was left, over TLS and without", () => {
  expect(wasLeft("session=abc; left=1")).toBe(true);
  expect(wasLeft("__Host-left=1; session=abc")).toBe(true);
  expect(wasLeft("session=left; lefty=1; right=left=1")).toBe(false);
  expect(wasLeft("session=abc; left=; __Host-left")).toBe(false);
  expect(wasLeft(null)).toBe(false);
});

it("forgets under the names it knows", () => {
  const names = forgetLeft().map((line) => line.split("=")[0]);
  for (const name of names) expect(wasLeft(`${name}=1`)).toBe(true);
  expect(forgetLeft().every((line) => line.includes("Max-Age=0"))).toBe(true);
});
