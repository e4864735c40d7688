/** The address of a customer's page; ids may hold slashes, dots and spaces. */
export function customerPath(externalId: string): string {
  return `/customers/${encodeURIComponent(externalId)}`;
}
