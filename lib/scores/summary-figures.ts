/** The figures of `risk_summary`, in the order in which SUMMARY_FIGURES reckons them. */
export const SUMMARY_COLUMNS =
  "calm, watch, at_risk, critical, wavering, rose, worsened, improved, departed, valued, value_at_risk_minor";

/** Those figures over rows of `score`: a customer who departed counts in `departed` and nowhere else. */
export const SUMMARY_FIGURES = `count(*) FILTER (WHERE stage <> 'departed' AND band = 'calm')::int,
  count(*) FILTER (WHERE stage <> 'departed' AND band = 'watch')::int,
  count(*) FILTER (WHERE stage <> 'departed' AND band = 'at-risk')::int,
  count(*) FILTER (WHERE stage <> 'departed' AND band = 'critical')::int,
  count(*) FILTER (WHERE stage = 'wavering')::int,
  count(*) FILTER (WHERE stage <> 'departed' AND change_7d >= 10)::int,
  count(*) FILTER (WHERE stage <> 'departed' AND change_7d >= 1)::int,
  count(*) FILTER (WHERE stage <> 'departed' AND change_7d <= -1)::int,
  count(*) FILTER (WHERE stage = 'departed')::int,
  count(value_at_risk_minor) FILTER (WHERE stage <> 'departed' AND in_own_currency)::int,
  coalesce(sum(value_at_risk_minor) FILTER (WHERE stage <> 'departed' AND in_own_currency), 0)::bigint`;
