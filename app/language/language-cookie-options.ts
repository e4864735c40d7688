/** A year; for pages of this installation, not secret. */
export const LANGUAGE_COOKIE_OPTIONS = { path: "/", maxAge: 31_536_000, sameSite: "lax" } as const;
