import { route } from "@/lib/http/route";
import { shadowModel } from "@/lib/models/shadow-model";
import { modelParams } from "@/lib/schemas/model-params";

export const POST = route({ action: "models.write", scope: "admin", params: modelParams }, ({ member, params }) =>
  shadowModel(member, params.modelId),
);
