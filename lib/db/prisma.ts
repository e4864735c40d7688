import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { appPool } from "./pool";

let client: PrismaClient | undefined;

/** The Prisma client on the application's pool. Tenant tables are empty through it: use withTenant. */
export function getPrisma(): PrismaClient {
  client ??= new PrismaClient({ adapter: new PrismaPg(appPool()) });
  return client;
}
