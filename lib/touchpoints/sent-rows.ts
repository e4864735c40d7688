/**
 * The rows of a statement, which come as the arrays of encodeCompared from $2 on and stay in the order of their keys:
 * neighbours in an index are met together, and two imports at the same moment never wait for each other in a circle.
 */
export const SENT_ROWS = `unnest($2::uuid[], $3::int4[], $4::timestamptz[], $5::int2[], $6::float8[], $7::float4[])
  AS sent(key, customer_id, occurred_at, kind_id, value, sentiment)`;

/** Whether a stored row says something else than the one that was sent under its key. */
export const SAYS_OTHERWISE = `(stored.customer_id <> sent.customer_id OR stored.occurred_at <> sent.occurred_at
  OR stored.kind_id <> sent.kind_id OR stored.value IS DISTINCT FROM sent.value
  OR stored.sentiment IS DISTINCT FROM sent.sentiment)`;
