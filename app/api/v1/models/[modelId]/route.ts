import { route } from "@/lib/http/route";
import { readModel } from "@/lib/models/read-model";
import { modelParams } from "@/lib/schemas/model-params";

export const GET = route({ action: "models.read", scope: "read", params: modelParams }, ({ member, params }) =>
  readModel(member, params.modelId),
);
