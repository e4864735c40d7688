import { expect, it } from "vitest";
import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { GET as scoresCsv } from "@/app/api/v1/scores.csv/route";
import { appPool } from "@/lib/db/pool";
import { call, makeOrganisation } from "./call-api";

it("a download of scores that is broken off gives its connections back", async () => {
  const { read, write } = await makeOrganisation("Large");
  const customers = Array.from({ length: 5_000 }, (_, n) => ({ externalId: `large-customer-${n}` }));
  await call(postCustomers, { key: write, method: "POST", body: { customers } });
  const request = new Request("http://127.0.0.1:3000/x", { headers: { authorization: `Bearer ${read}` } });
  const response = await scoresCsv(request, { params: Promise.resolve({}) });
  const reader = response.body!.getReader();
  expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  const inUse = () => appPool().totalCount - appPool().idleCount;
  await expect.poll(inUse, { timeout: 5_000 }).toBe(0);
  expect((await call(scoresCsv, { key: read })).text.trimEnd().split("\n")).toHaveLength(5_001);
}, 20_000);
