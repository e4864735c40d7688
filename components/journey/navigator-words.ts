/** What the controls of a journey say. */
export type NavigatorWords = Readonly<{
  zoomIn: string;
  zoomOut: string;
  strip: string;
  first: string;
  last: string;
  hint: string;
}>;
