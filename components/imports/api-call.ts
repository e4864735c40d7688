import type { Problem } from "@/lib/schemas/problem";

/** What a call of the API came to: its result, or what to tell the person. */
export type ApiAnswer<T> = Readonly<{ ok: true; result: T } | { ok: false; messages: readonly string[] }>;

/** Posts JSON to the API of this installation with the session of this browser. */
export async function postJson<T>(path: string, body: unknown, unreachable: string): Promise<ApiAnswer<T>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return toAnswer<T>(response.ok, await response.text(), unreachable);
  } catch {
    // The network failed: what the person typed stays in the form.
    return { ok: false, messages: [unreachable] };
  }
}

/** Sends a file as it is, and tells how much of it has been sent, from 0 to 1. */
export function putFile<T>(
  path: string,
  file: File,
  unreachable: string,
  onSent: (share: number) => void,
): Promise<ApiAnswer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.setRequestHeader("Content-Type", "text/csv");
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onSent(1);
    request.onerror = () => resolve({ ok: false, messages: [unreachable] });
    request.onload = () => resolve(toAnswer<T>(request.status < 300, request.responseText, unreachable));
    request.send(file);
  });
}

function toAnswer<T>(ok: boolean, text: string, unreachable: string): ApiAnswer<T> {
  const json = parse(text);
  if (ok && json !== undefined) return { ok: true, result: json as T };
  const problem = json as Partial<Problem> | undefined;
  const faults = (problem?.errors ?? []).map(({ message }) => message);
  if (faults.length > 0) return { ok: false, messages: faults };
  return { ok: false, messages: [problem?.detail ?? unreachable] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page instead of an answer of ours.
    return undefined;
  }
}
