import { expect, it } from "vitest";
import {
  GLANCE_ORDERS,
  GLANCE_READINGS,
  GLANCE_VIEWS,
  type GlanceAddress,
  glanceOf,
  WHOLE_GLANCE,
  writeGlance,
} from "./glance-address";

const GLANCES: readonly GlanceAddress[] = GLANCE_VIEWS.flatMap((view) =>
  GLANCE_ORDERS.flatMap((order) =>
    [null, ...GLANCE_READINGS].flatMap((reading) =>
      [null, "outcome.social"].map((domain) => ({ view, order, reading, domain })),
    ),
  ),
);

it.each(GLANCES)("comes back from the address as it went in: %o", (glance) => {
  const parameters = new URLSearchParams();
  writeGlance(parameters, glance);
  expect(glanceOf(parameters)).toEqual(glance);
});

it("says nothing of the whole overview, and reads what it does not know as the whole", () => {
  const parameters = new URLSearchParams();
  writeGlance(parameters, WHOLE_GLANCE);
  expect(parameters.toString()).toBe("");
  expect(glanceOf(new URLSearchParams("view=pie&order=luck&reading=great&domain=<b>"))).toEqual(WHOLE_GLANCE);
});
