import { signOut } from "@/lib/auth/sign-out";
import { problemResponse } from "@/lib/http/problem-response";

export async function POST(request: Request): Promise<Response> {
  try {
    const response = new Response(null, { status: 303, headers: { Location: "/sign-in" } });
    for (const cookie of await signOut(request)) response.headers.append("Set-Cookie", cookie);
    return response;
  } catch (error) {
    return problemResponse(error, request);
  }
}
