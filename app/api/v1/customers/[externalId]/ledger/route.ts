import { route } from "@/lib/http/route";
import { readLedger } from "@/lib/ledger/read-ledger";
import { toLedgerAnswer } from "@/lib/ledger/to-ledger-answer";
import { customerParams } from "@/lib/schemas/customer-params";
import { ledgerQuery } from "@/lib/schemas/ledger-query";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams, query: ledgerQuery },
  async ({ member, params, query }) => toLedgerAnswer(await readLedger(member, params.externalId, query)),
);
