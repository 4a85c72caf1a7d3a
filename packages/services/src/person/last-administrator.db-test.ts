import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import { signedIn } from "../testing/test-context";
import { changePersonRole } from "./change-role";
import { resetPersonPassword } from "./reset-password";

const database = useTestDatabase();

describe("the people of a programme", () => {
  it("keeps an administrator when two take the last two away at the same moment", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { programme } = await makeProgramme(database.db);
      const programmeId = programme.id;
      const one = await signedIn(database.db, { programmeId, role: "administrator" });
      const other = await signedIn(database.db, { programmeId, role: "administrator" });
      const results = await Promise.all([
        changePersonRole(one, { programmeId, userId: other.actor?.userId ?? "", roles: [] }),
        changePersonRole(other, { programmeId, userId: one.actor?.userId ?? "", roles: [] }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await database.db.membership.count({ where: { programmeId, role: "administrator" } })).toBe(1);
    }
  });

  it("can still reset the password of somebody who opened a published example", async () => {
    const { programme } = await makeProgramme(database.db);
    const programmeId = programme.id;
    const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    const userId = researcher.actor?.userId ?? "";
    const account = { accountId: userId, providerId: "credential", password: "none" };
    await database.db.account.create({ data: { userId, ...account } });

    const example = await makeProgramme(database.db);
    await database.db.membership.create({ data: { userId, programmeId: example.programme.id, role: "administrator" } });
    expect(await resetPersonPassword(administrator, { programmeId, userId })).toMatchObject({
      failure: { reason: "person.serves-elsewhere" },
    });
    await database.db.programme.update({
      where: { id: example.programme.id },
      data: { dataLabel: "published data set" },
    });
    expect(await resetPersonPassword(administrator, { programmeId, userId })).toMatchObject({ ok: true });
  });
});
