import { expect, test } from "vitest";
import { inLoadingOrder } from "./list-tables";

const table = (name: string) => ({ schema: "public", table: name, columns: ["id"] });
const refers = (child: string, parent: string) => ({ child: `public.${child}`, parent: `public.${parent}` });
const order = (tables: string[], ...references: ReturnType<typeof refers>[]) =>
  inLoadingOrder(tables.map(table), references).map((one) => one.table);

test("what is referred to comes before what refers to it", () => {
  expect(order(["answer", "form", "person"], refers("answer", "form"), refers("form", "person"))).toEqual([
    "person",
    "form",
    "answer",
  ]);
});

test("a circle is named instead of being loaded wrongly", () => {
  const circle = () => order(["egg", "hen", "nest"], refers("egg", "hen"), refers("hen", "egg"), refers("nest", "egg"));
  expect(circle).toThrow("These tables refer to each other in a circle: public.egg, public.hen, public.nest");
});
