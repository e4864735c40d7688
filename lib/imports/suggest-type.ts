import { IMPORT_FIELDS, IMPORT_TYPES, type ImportType } from "./import-types";
import { type SampledColumn, suggestFields } from "./suggest-fields";

/** Values and names that only outcomes have. */
const OUTCOME_WORDS = /^(?:break-?up|churn(?:ed)?|renewal|renewed|downgraded?|return(?:ed)?|cancell?ed)$/i;
const OUTCOME_NAMES =
  /churn(?:date|eventid|reason|on)|cancel(?:led|lation)?(?:date|on|at)|reasoncode|outcome|avoidable/;
/** Columns that describe a customer as it is now. */
const CUSTOMER_NAMES =
  /^(?:.*name|signup.*|mrr.*|plan.*|industry|country|owner.*|renew.*|segment|seats|tier|currency|city)$/;

const OTHER_ID = /(?:id|no|number)$/;
const CUSTOMER_ID = /^(?:customer|account|client|company|organi[sz]ation)(?:external)?(?:id|no|number)$/;

/**
 * What a file most probably holds, by the names of its columns and by what is in them. A suggestion only: customers,
 * unless the rows look like things that happened, or like endings and renewals.
 */
export function suggestType(columns: readonly SampledColumn[]): ImportType {
  const names = columns.map((column) => column.name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const saysOutcome = columns.some(
    ({ samples }) => samples.length > 0 && samples.every((text) => OUTCOME_WORDS.test(text)),
  );
  if (saysOutcome || names.some((name) => OUTCOME_NAMES.test(name))) return "outcomes";
  const isComplete = (type: ImportType) => missing(type, columns).length === 0;
  const described = names.filter((name) => CUSTOMER_NAMES.test(name)).length;
  const [first = ""] = names;
  // A thing with an id of its own that belongs to an account: a subscription, a ticket, an invoice.
  const isOfCustomers =
    OTHER_ID.test(first) && !CUSTOMER_ID.test(first) && names.some((name) => CUSTOMER_ID.test(name));
  const customers = !isOfCustomers && described >= 2 && described * 4 >= names.length;
  // What happened may be the same for every row, or stand in the names of columns.
  const isLikeEvents = missing("touchpoints", columns).every((field) => field === "kind");
  if (isLikeEvents && !customers) return "touchpoints";
  if (customers) return "customers";
  return IMPORT_TYPES.find(isComplete) ?? "touchpoints";
}

function missing(type: ImportType, columns: readonly SampledColumn[]): string[] {
  const suggested = new Set(suggestFields(type, columns));
  const needed = IMPORT_FIELDS[type].filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return needed.filter((name) => !suggested.has(name));
}
