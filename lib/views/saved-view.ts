/** A view of the leaderboard as a member sees it. */
export type SavedView = Readonly<{
  id: number;
  name: string;
  /** What the address asks, without the view itself. */
  query: string;
  shared: boolean;
  /** Of whom it is; null: one's own. */
  by: string | null;
  mayChange: boolean;
  /** The leaderboard opens with it. */
  isDefault: boolean;
}>;
