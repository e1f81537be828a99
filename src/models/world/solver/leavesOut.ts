/** What a world of one composite good does not know: the one list, for every outcome of the model. */
export const leavesOut: readonly string[] = /* @__PURE__ */ Object.freeze([
  "Tariffs in the baseline: every tariff is a change from free trade.",
  "Sectors and products: each pair of economies trades one composite good, at one rate; rates that differ by product are weighted by trade before the change.",
  "Services, capital, migration and exchange rates; transfers between economies follow the rule given.",
  "Time: two equilibria are compared, not the way from one to the other.",
]);
