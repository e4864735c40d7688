import { numberFormat } from "./intl-cache";

/** A share (0 to 1) out of 100: "12", and with a digit more, "0.8" or "99.7", near both ends. */
export function formatShare(share: number, locale: string): string {
  const per = share * 100;
  return numberFormat(locale, { maximumFractionDigits: per < 9.95 || per > 99 ? 1 : 0 }).format(per);
}
