/** SQL for customer `c`: when scoring saw it enter the stage it is in. One look into the key of `stage_entry`. */
export const STAGE_ENTERED_AT = `(SELECT e.entered_at FROM stage_entry e
  WHERE e.organisation_id = c.organisation_id AND e.customer_id = c.id ORDER BY e.entered_at DESC LIMIT 1)`;
