import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { englishMessages } from "@/lib/i18n/english-messages";

/** Components that lead elsewhere ask for the way at once; without a browser nobody takes it. */
const ROUTER = {} as AppRouterInstance;

/** What a component sends to a browser without JavaScript, in English. */
export function render(node: ReactNode): string {
  const onError = (error: Error) => {
    throw error;
  };
  const children = createElement(AppRouterContext, { value: ROUTER }, node);
  const props = { locale: "en", messages: englishMessages, timeZone: "UTC", onError, children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, props));
}

/** The words of a page, as a screen reader has them: without tags, and without what is hidden from it. */
export function heard(html: string): string {
  return plain(html.replaceAll(/<(\w+)(?: [^>]*)? aria-hidden="true"[^>]*>(?:(?!<\1[ >]).)*?<\/\1>/gs, " "));
}

/** Every word of a page, spoken or seen. */
export function plain(html: string): string {
  const text = html.replaceAll(/<[^>]+>/g, " ");
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  const decoded = text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (all, name: string) => entities[name] ?? all);
  return decoded.replaceAll(/\s+/g, " ").trim();
}
