import { expect, it } from "vitest";
import { drawCourse } from "./course";
import { randomStream } from "./random-stream";

/** Mean number of waves collected from people like this. */
function collected(wellbeing: number, dose: number): number {
  const stream = randomStream(7);
  const courses = Array.from({ length: 2000 }, () => drawCourse(stream, "2026-06-15", wellbeing, dose));
  return courses.reduce((sum, { waves }) => sum + waves.length, 0) / courses.length;
}

it("loses more of those who are worse off, and more of those who wait", () => {
  expect(collected(-1, 1)).toBeLessThan(collected(0, 1));
  expect(collected(0, 1)).toBeLessThan(collected(1, 1));
  expect(collected(0, 0)).toBeLessThan(collected(0, 1));
});

it("never records a wave today, later, before enrolment or after its end", () => {
  const stream = randomStream(8);
  for (let draw = 0; draw < 2000; draw += 1) {
    const { enrolledOn, waves, end } = drawCourse(stream, "2026-06-15", stream.normal(), 1);
    for (const { answeredOn } of waves) {
      expect(answeredOn >= enrolledOn && answeredOn < "2026-06-15" && answeredOn <= (end?.on ?? answeredOn)).toBe(true);
    }
  }
});
