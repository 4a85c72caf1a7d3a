import { expect, it } from "vitest";
import { takeBack } from "./take-back";

/** An answer that a browser has followed to an address. */
const ledTo =
  (path: string, status = 200) =>
  async (form: URLSearchParams) => {
    expect(form.toString()).toBe("secret=2846");
    return Object.defineProperty(new Response(null, { status }), "url", { value: `https://example.org${path}` });
  };

it("goes on where the server leads: to the form as staff see it, or to the sign-in page", async () => {
  for (const path of ["/p/demo/collect/1/baseline/x", "/sign-in"])
    expect(await takeBack("2846", ledTo(path))).toEqual({ address: `https://example.org${path}` });
});

it("stays on the page for a wrong PIN, and says how many tries are left", async () => {
  expect(await takeBack("2846", ledTo("/form?problem=3"))).toEqual({ problem: { left: 3 } });
});

it("stays on the page without a connection or when the server cannot answer", async () => {
  expect(await takeBack("2846", () => Promise.reject(new TypeError("Failed to fetch")))).toEqual({
    problem: "unreachable",
  });
  expect(await takeBack("2846", ledTo("/locked/submit", 500))).toEqual({ problem: "unreachable" });
});
