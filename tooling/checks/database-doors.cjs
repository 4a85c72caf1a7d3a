const TEST = "\\.(test|db-test|property\\.test)\\.tsx?$|/src/testing/";

/**
 * Who may ask the database other than through the scope of `authorise`, and for what: the second list of who may do what,
 * kept as short as it can be.
 */
const DOORS = {
  scope: [
    // The gate itself; and what it gives for sums that are kept for everybody and shown to nobody.
    "^packages/services/src/access/(authorise|whole-programme)\\.ts$",
    // The trail: what the gate refused, and the daily anchors of every programme.
    "^packages/services/src/audit/(trace-refusal|make-due-anchors)\\.ts$",
    // When a report is due next; it is asked for in the person's own scope.
    "^packages/services/src/report-schedule/make-due-reports\\.ts$",
  ],
  whole: [
    "^packages/services/src/change/load\\.ts$",
    // At which site the person is whose record is opened in an emergency, and nothing else of them.
    "^packages/services/src/break-glass/site-of-person\\.ts$",
    // What was released of other sites is compared with what is asked, and nothing of it is shown.
    "^packages/services/src/disclosure/take-release\\.ts$",
    "^packages/services/src/disclosure/admit-cohorts\\.ts$",
    // The sums of a defined cohort are kept for all sites; what is read of them is read in the person's own scope.
    "^packages/services/src/cohort-definition/current-sums\\.ts$",
    // The hash of a snapshot is over all its rows, whoever asks whether it still holds.
    "^packages/services/src/snapshot/read\\.ts$",
  ],
  outside: [
    // Signing in, one's own session and account, and their trail in every programme the person serves.
    "^packages/auth/src/(session-trail|invitations)\\.ts$",
    "^packages/services/src/session/(read|set-language|change-password|own-password|lock|unlock|set-device)\\.ts$",
    // One's own session again, narrowed to a form and done with it.
    "^packages/services/src/handover/(begin|submit)\\.ts$",
    // Opening a programme from another one.
    "^packages/services/src/programme/create\\.ts$",
    "^packages/services/src/study-import/load-example\\.ts$",
    // Which programmes an anchor or a report is due in, and who set it.
    "^packages/services/src/report-schedule/make-due-reports\\.ts$",
    "^packages/services/src/audit/make-due-anchors\\.ts$",
    // An account that serves several programmes.
    "^packages/services/src/person/(change-role|disable|programmes-served)\\.ts$",
  ],
  connecting: [
    // One process's connections; and the demonstration, which is loaded as the owner of the tables.
    "^packages/services/src/runtime\\.ts$",
    "^packages/services/src/demo/load-demo-if-empty\\.ts$",
  ],
};
const ABOVE_DB = "^(packages/(auth|services|api|ui)|apps/web)/src/";

/** Rules of `.dependency-cruiser.cjs`. */
const DATABASE_DOORS = [
  {
    name: "scope-from-the-gate-only",
    comment:
      "A query needs the scope that authorise proved: use its `db`. Binding the database to a programme oneself would be a second gate.",
    severity: "error",
    from: { path: ABOVE_DB, pathNot: [...DOORS.scope, TEST] },
    to: { path: "^packages/db/src/scope/(scoped-db|opening|bind-pool|whole)\\.ts$" },
  },
  {
    name: "all-sites-for-sums-only",
    comment:
      "Widening a scope to all sites is for what DOORS in tooling/checks/database-doors.cjs names. Show people what their own scope finds.",
    severity: "error",
    from: { path: ABOVE_DB, pathNot: [...DOORS.whole, TEST] },
    to: { path: "^packages/services/src/access/whole-programme\\.ts$" },
  },
  {
    name: "outside-programmes-only-here",
    comment:
      "Only signing in, one's own account, opening a programme and accounts of several programmes reach outside the scope; the list is DOORS in tooling/checks/database-doors.cjs. Everything else asks through `scope.db`.",
    severity: "error",
    from: { path: ABOVE_DB, pathNot: [...DOORS.outside, TEST] },
    to: { path: "^packages/db/src/scope/(without-programme|in-programme|roles-of)\\.ts$" },
  },
  {
    name: "connections-in-one-place",
    comment: "Connections to the database are opened in packages/services/src/runtime.ts; a use-case has its scope's.",
    severity: "error",
    from: { path: ABOVE_DB, pathNot: [...DOORS.connecting, TEST] },
    to: { path: "^packages/db/src/client\\.ts$", dependencyTypesNot: ["type-only"] },
  },
];

module.exports = { DATABASE_DOORS };
