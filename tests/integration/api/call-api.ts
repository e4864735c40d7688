import { createApiKey } from "@/lib/api-keys/create-api-key";
import type { ApiScope } from "@/lib/auth/scopes";
import { systemMember } from "@/lib/auth/system-member";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import type { Settings } from "@/lib/schemas/settings";

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response> | Response;

export type Call = Readonly<{
  key?: string;
  method?: string;
  /** Query of the address, with or without the question mark. */
  query?: string;
  params?: Record<string, string>;
  /** Sent as JSON, unless `raw` is given. */
  body?: unknown;
  raw?: string | Buffer<ArrayBuffer>;
  contentType?: string | null;
}>;

/** A whole answer; `json` is undefined for one that is not JSON. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests check.
export type Answer = Readonly<{ status: number; headers: Headers; text: string; json: any }>;

/** Calls a handler of a route as Next does, and reads its whole answer. */
export async function call(handler: Handler, options: Call): Promise<Answer> {
  const { key, method = "GET", query = "", params = {}, contentType = "application/json" } = options;
  const headers = new Headers();
  if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  if (body !== undefined && contentType !== null) headers.set("content-type", contentType);
  const address = `http://127.0.0.1:3000/api/v1/x${query && `?${query.replace(/^\?/, "")}`}`;
  const request = new Request(address, { method, headers, ...(body === undefined ? {} : { body: new Blob([body]) }) });
  if (contentType === null) request.headers.delete("content-type");
  const response = await handler(request, { params: Promise.resolve(params) });
  const type = response.headers.get("content-type") ?? "";
  const text = type.startsWith("text/event-stream") ? await firstEvent(response) : await response.text();
  const isJson = /json/.test(type);
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** What a stream that lasts says first; the caller then hangs up. */
async function firstEvent(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

export type TestOrganisation = Readonly<{ organisationId: number; read: string; write: string; admin: string }>;

/** An organisation with one key of each scope. */
export async function makeOrganisation(name: string, settings: Partial<Settings> = {}): Promise<TestOrganisation> {
  const admin = { name: "Olga Owner", email: `olga@${name.toLowerCase()}.example`, password: "a long password" };
  const { organisationId } = await createOrganisation({ name, admin, settings });
  return {
    organisationId,
    read: await makeKey(organisationId, "read"),
    write: await makeKey(organisationId, "write"),
    admin: await makeKey(organisationId, "admin"),
  };
}

export async function makeKey(organisationId: number, scope: ApiScope): Promise<string> {
  return createApiKey(systemMember(organisationId), {
    name: `${scope} key`,
    scopes: [scope],
    expiresInDays: undefined,
  });
}

/** What is to be seen of a problem: its status and the paths and codes of its faults. */
export function faults({ status, json }: Answer) {
  return { status, errors: json.errors?.map(({ path, code }: { path: string; code: string }) => `${path}: ${code}`) };
}
