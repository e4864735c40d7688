/** A cell of the leaderboard where it is a table; lower where rows are dense. */
export const CELL =
  "@4xl:table-cell @4xl:border-b @4xl:border-line @4xl:px-3 @4xl:py-1.5 @4xl:align-top @4xl:group-data-[density=dense]/board:py-1";

/** What a dense row leaves out, for eyes and ears alike: the customer's page has it. */
export const DENSE_HIDES = "@4xl:group-data-[density=dense]/board:hidden";
