import { env } from "@/lib/env";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "./demo-accounts";

/** Who the sign-in page offers to sign in as: the people of the demo, and no one anywhere else. */
export function findDemoAccounts(): Readonly<{ accounts: readonly DemoAccount[]; password: string }> | undefined {
  return env().REKINDLE_DEMO ? { accounts: DEMO_ACCOUNTS, password: DEMO_PASSWORD } : undefined;
}
