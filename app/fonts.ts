import localFont from "next/font/local";

/** The letters of most texts, sent along with the page. Others follow: see late-fonts.css. */
const sans = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-inter",
  adjustFontFallback: false,
});

const serif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  variable: "--font-source-serif",
  adjustFontFallback: false,
});

/** For the root element: the fonts' names as variables of the style sheet. */
export const fontClass = `${sans.variable} ${serif.variable}`;
