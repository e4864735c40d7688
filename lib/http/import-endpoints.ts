import { z } from "zod";
import { discardRequest, discardResult, heldRowQuery, releaseRequest, releaseResult } from "@/lib/schemas/held-row";
import { hookParams, hookResult } from "@/lib/schemas/hook";
import {
  importIdParams,
  importListQuery,
  importOptions,
  readingChange,
  uploadQuery,
} from "@/lib/schemas/import-options";
import { importPreview } from "@/lib/schemas/import-preview";
import type { ApiEndpoint } from "./api-endpoint";

const either = ["read", "write"] as const;
const CSV = "text/csv";

/** Calls that bring files in, take them back, look after held rows, and hooks. */
export const IMPORT_ENDPOINTS: readonly ApiEndpoint[] = [
  { method: "get", path: "/imports", summary: "Imports, newest first", scope: either, query: importListQuery },
  {
    method: "put",
    path: "/imports",
    summary: "Upload a file, streamed",
    scope: "write",
    query: uploadQuery,
    bodyType: CSV,
    status: 201,
  },
  {
    method: "get",
    path: "/imports/{importId}",
    summary: "State, progress and counts of an import",
    scope: either,
    params: importIdParams,
  },
  {
    method: "post",
    path: "/imports/{importId}/reading",
    summary: "Read an uploaded file anew: another type, encoding, delimiter, header or sheet",
    scope: "write",
    params: importIdParams,
    body: readingChange,
  },
  {
    method: "post",
    path: "/imports/{importId}/preview",
    summary: "How the first rows would be read: dates, in both orders while they are ambiguous, and kinds",
    scope: "write",
    params: importIdParams,
    body: importOptions,
    result: importPreview,
  },
  {
    method: "post",
    path: "/imports/{importId}/dry-run",
    summary: "Read the whole file and count, without changing anything",
    scope: "write",
    params: importIdParams,
    body: importOptions,
    status: 202,
  },
  {
    method: "post",
    path: "/imports/{importId}/commit",
    summary: "Import the file",
    scope: "write",
    params: importIdParams,
    body: importOptions,
    status: 202,
  },
  {
    method: "post",
    path: "/imports/{importId}/cancel",
    summary: "Stop a check or an import; rows that are stored stay",
    scope: "write",
    params: importIdParams,
  },
  {
    method: "post",
    path: "/imports/{importId}/resume",
    summary: "Go on with an import that stopped half-way",
    scope: "write",
    params: importIdParams,
    status: 202,
  },
  {
    method: "post",
    path: "/imports/{importId}/undo",
    summary: "Take an import back, once: what it made is removed, what it changed becomes what it was",
    scope: "write",
    params: importIdParams,
    status: 202,
  },
  {
    method: "get",
    path: "/imports/{importId}/rejects.csv",
    summary: "The rejected rows and why",
    scope: either,
    params: importIdParams,
    resultType: CSV,
  },
  {
    method: "get",
    path: "/held-rows",
    summary: "Rows that wait because their customer or kind is not known, newest first",
    scope: either,
    query: heldRowQuery,
  },
  {
    method: "post",
    path: "/held-rows/release",
    summary: "Mend up to 10,000 held rows and send them through the merge",
    scope: "write",
    body: releaseRequest,
    result: releaseResult,
  },
  {
    method: "post",
    path: "/held-rows/discard",
    summary: "Throw up to 10,000 held rows away",
    scope: "write",
    body: discardRequest,
    result: discardResult,
  },
  {
    method: "post",
    path: "/hooks/{token}",
    summary: "Post JSON to a hook: it becomes touchpoints by the hook's mapping. The address is the secret",
    scope: null,
    params: hookParams,
    body: z.unknown(),
    result: hookResult,
  },
];
