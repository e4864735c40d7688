import { route } from "@/lib/http/route";
import { promoteModel } from "@/lib/models/promote-model";
import { modelParams } from "@/lib/schemas/model-params";

export const POST = route({ action: "models.write", scope: "admin", params: modelParams }, ({ member, params }) =>
  promoteModel(member, params.modelId),
);
