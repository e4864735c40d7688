/** A call to be shown: `body` is JSON, `file` the name of a file that is sent as it is. */
export type ExampleCall = Readonly<{ method: string; url: string; body?: unknown; file?: string }>;

/** The same call for three kinds of readers. */
export type CodeExamples = Readonly<{ curl: string; typescript: string; python: string }>;

/** A call as it would be typed in a shell, in TypeScript and in Python with `requests`. */
export function codeExamples(call: ExampleCall): CodeExamples {
  return { curl: curlOf(call), typescript: typescriptOf(call), python: pythonOf(call) };
}

function curlOf({ method, url, body, file }: ExampleCall): string {
  const lines = [
    `curl -X ${method} "${url}"`,
    '-H "Authorization: Bearer rk_…"',
    ...(body === undefined
      ? []
      : ['-H "Content-Type: application/json"', `-d '${quotedForShell(JSON.stringify(body, null, 2))}'`]),
    ...(file ? ['-H "Content-Type: text/csv"', `--data-binary @${file}`] : []),
  ];
  return lines.join(" \\\n  ");
}

function quotedForShell(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

function typescriptOf({ method, url, body, file }: ExampleCall): string {
  const type = body === undefined ? (file ? "text/csv" : undefined) : "application/json";
  const sent =
    body === undefined
      ? file
        ? `await readFile("${file}")`
        : undefined
      : `JSON.stringify(${indented(JSON.stringify(body, null, 2), "  ")})`;
  return [
    ...(file ? ['import { readFile } from "node:fs/promises";', ""] : []),
    `const response = await fetch("${url}", {`,
    `  method: "${method}",`,
    "  headers: {",
    '    Authorization: "Bearer rk_…",',
    ...(type ? [`    "Content-Type": "${type}",`] : []),
    "  },",
    ...(sent ? [`  body: ${sent},`] : []),
    "});",
    "if (!response.ok) throw new Error(await response.text());",
  ].join("\n");
}

function pythonOf({ method, url, body, file }: ExampleCall): string {
  return [
    "import requests",
    "",
    `response = requests.${method.toLowerCase()}(`,
    `    "${url}",`,
    `    headers={"Authorization": "Bearer rk_…"${file ? ', "Content-Type": "text/csv"' : ""}},`,
    ...(body === undefined ? [] : [`    json=${indented(pythonLiteral(body, 0), "    ")},`]),
    ...(file ? [`    data=open("${file}", "rb"),`] : []),
    ")",
    "response.raise_for_status()",
  ].join("\n");
}

function indented(text: string, by: string): string {
  return text.replaceAll("\n", `\n${by}`);
}

function pythonLiteral(value: unknown, depth: number): string {
  const pad = "  ".repeat(depth + 1);
  const end = "  ".repeat(depth);
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) {
    return value.length === 0
      ? "[]"
      : `[\n${value.map((one) => `${pad}${pythonLiteral(one, depth + 1)},`).join("\n")}\n${end}]`;
  }
  if (typeof value === "object") {
    const lines = Object.entries(value).map(
      ([key, one]) => `${pad}${JSON.stringify(key)}: ${pythonLiteral(one, depth + 1)},`,
    );
    return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${end}}`;
  }
  return JSON.stringify(value);
}
