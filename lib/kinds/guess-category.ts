import type { Category } from "./categories";

/** What names of kinds tend to say, the clearest words first. */
const HINTS: readonly (readonly [RegExp, Category])[] = [
  [/complain|grievance/, "complaint"],
  [/promise/, "promise"],
  [/apolog|goodwill|credit|recover|resolved/, "recovery"],
  [/payment|paid|dunning|chargeback|refund/, "payment"],
  [/purchase|order|invoice|sale|return|bought|checkout/, "purchase"],
  [/ticket|support|incident|outage|bug|case/, "support"],
  [/nps|csat|survey|review|feedback|rating|praise/, "feedback"],
  [/call|meeting|e-?mail|chat|visit|demo/, "conversation"],
  [/campaign|newsletter|webinar|marketing|click/, "marketing"],
  [/contract|renew|upgrade|downgrade|cancel|price|plan/, "contract"],
  [/competitor|merger|acqui|layoff|management|budget/, "market-signal"],
  [/onboard|milestone|anniversary|goal/, "milestone"],
  [/event|referral|social|party/, "social"],
];

/** The category that an unknown kind most likely belongs to; an admin can change it. */
export function guessCategory(key: string): Category {
  return HINTS.find(([words]) => words.test(key))?.[1] ?? "usage";
}
