"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

const FurtherLetters = dynamic(() => import("./further-letters").then((module) => module.FurtherLetters), {
  ssr: false,
});

/** Loads the letters that few texts need, once the page stands. */
export function LateFonts() {
  const [stands, setStands] = useState(false);
  useEffect(() => setStands(true), []);
  return stands ? <FurtherLetters /> : null;
}
