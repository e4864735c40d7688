import "./late-fonts.css";

/** Nothing to see: its style sheet comes along. */
export function FurtherLetters() {
  return null;
}
