import { redirect } from "next/navigation";

/** The leaderboard is where a day begins. */
export default function Home(): never {
  redirect("/risk");
}
