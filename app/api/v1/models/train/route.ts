import { route } from "@/lib/http/route";
import { requestTraining } from "@/lib/models/request-training";
import { trainRequest } from "@/lib/schemas/train-request";

export const POST = route(
  { action: "models.write", scope: "admin", body: trainRequest, status: 202 },
  ({ member, body }) => requestTraining(member, body),
);
