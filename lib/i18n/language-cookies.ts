/** The language this browser reads; lives on after signing out. */
export const LANGUAGE_COOKIE = "language";

/** A language chosen while nobody was signed in: whoever signs in next on this browser takes it as the own. */
export const CHOSEN_LANGUAGE_COOKIE = "language-chosen";
