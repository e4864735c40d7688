import { receiveDelivery } from "@/lib/hooks/receive-delivery";
import { openRoute } from "@/lib/http/open-route";
import { hookParams } from "@/lib/schemas/hook";

const BODY_LIMIT_BYTES = 1024 * 1024;

export const POST = openRoute({ params: hookParams, bodyLimitBytes: BODY_LIMIT_BYTES }, ({ params, readBody }) =>
  receiveDelivery(params.token, readBody),
);
