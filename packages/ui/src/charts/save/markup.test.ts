import { describe, expect, it } from "vitest";
import { escaped, short, tag } from "./markup";

describe("markup", () => {
  it("lets no text become an element, an attribute or an unreadable character", () => {
    expect(escaped('<a b="c">&\u0000\u000b\uFFFE d\n')).toBe("&lt;a b=&quot;c&quot;&gt;&amp; d\n");
    expect(tag("text", { x: 1, class: '"><script>' }, escaped("</text>"))).toBe(
      '<text x="1" class="&quot;&gt;&lt;script&gt;">&lt;/text&gt;</text>',
    );
  });

  it("leaves out what says nothing, and keeps hundredths", () => {
    expect(tag("line", { x1: 1.23456, x2: -0.004, stroke: null })).toBe('<line x1="1.23" x2="0"/>');
    expect(short(99.999)).toBe("100");
  });
});
