import { Activity, type ReactNode } from "react";
import { Below } from "./below";

type PieceProps = Readonly<{
  /** It stands below what one sees first: see Below. */
  below?: true;
  children: ReactNode;
}>;

/**
 * A part of a page that comes to life by itself: what the server wrote is there at once, and the browser takes it up in
 * idle moments, a few milliseconds at a time, or at once when somebody touches it. So a long page never blocks a phone.
 */
export function Piece({ below, children }: PieceProps) {
  return <Activity>{below ? <Below>{children}</Below> : children}</Activity>;
}
