import { route } from "@/lib/http/route";
import { listModels } from "@/lib/models/list-models";
import { modelListQuery } from "@/lib/schemas/model-params";

export const GET = route({ action: "models.read", scope: "read", query: modelListQuery }, ({ member, query }) =>
  listModels(member, query),
);
