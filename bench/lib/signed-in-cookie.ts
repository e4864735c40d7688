import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo/demo-accounts";

/** Signs in as the demo's admin. @returns the session as a Cookie header. @throws Error when it was refused */
export async function signedInCookie(address: string): Promise<string> {
  const admin = DEMO_ACCOUNTS.find((account) => account.role === "admin");
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: admin?.email, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
