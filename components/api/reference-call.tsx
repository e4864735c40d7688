import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { ReferenceCall as Call } from "@/lib/http/api-reference";
import { FieldTable } from "./field-table";

const LANGUAGES = ["curl", "typescript", "python"] as const;

/** One call: what it does, what it takes and answers, and how it is made in three languages. */
export function ReferenceCall({ call }: Readonly<{ call: Call }>) {
  const t = useTranslations("api");
  return (
    <article
      id={call.id}
      aria-labelledby={`${call.id}-title`}
      className="grid min-w-0 scroll-mt-20 grid-cols-1 gap-4 border-t border-line pt-5"
    >
      <div className="grid gap-1.5">
        <h3
          id={`${call.id}-title`}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-semibold text-ink"
        >
          <Tag tone={call.method === "GET" ? "neutral" : "accent"}>{call.method}</Tag>
          <code className="break-all">{`/api/v1${call.path}`}</code>
        </h3>
        <p className="measure text-base text-ink">{call.summary}</p>
        <p className="text-sm text-muted">{t("scope", { scopes: call.scopes })}</p>
      </div>
      {call.parameters.length > 0 ? (
        <FieldTable title={t("parameters")} of={call.path} fields={call.parameters} />
      ) : null}
      {call.body.length > 0 ? <FieldTable title={t("body")} of={call.path} fields={call.body} /> : null}
      {call.bodyType !== null && call.body.length === 0 ? (
        <p className="text-base text-muted">{t("bodyOf", { type: call.bodyType })}</p>
      ) : null}
      <div className="grid grid-cols-1 gap-2">
        <p className="text-base text-ink">{t("answer", { status: call.answer.status, type: call.answer.type })}</p>
        {call.answer.fields.length > 0 ? (
          <details>
            <summary className="cursor-pointer text-base font-medium text-ink">{t("answerFields")}</summary>
            <FieldTable title={t("answerFields")} of={call.path} fields={call.answer.fields} />
          </details>
        ) : null}
      </div>
      <div className="grid grid-cols-1 gap-1">
        {LANGUAGES.map((language) => (
          <details key={language} name={`${call.id}-example`} open={language === "curl"}>
            <summary className="cursor-pointer py-1 text-sm font-medium text-ink">{t(`languages.${language}`)}</summary>
            <section
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
              tabIndex={0}
              aria-label={t("example", { language: t(`languages.${language}`), method: call.method, path: call.path })}
              className="overflow-x-auto rounded-md border border-line bg-sunken p-3"
            >
              <pre className="text-sm text-ink">{call.examples[language]}</pre>
            </section>
          </details>
        ))}
      </div>
    </article>
  );
}
