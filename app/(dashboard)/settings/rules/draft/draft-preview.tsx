import { PreviewResult } from "@/components/rules/preview-result";
import type { Member } from "@/lib/auth/member";
import { previewRules } from "@/lib/rules/preview-rules";
import { MOST_PREVIEWED } from "@/lib/schemas/rule-trial";

type DraftPreviewProps = Readonly<{
  member: Member;
  /** How many customers are scored at most. */
  atMost: number;
  /** Where as many are scored as can be. */
  moreHref: string;
}>;

/** Streams in when everyone, or the sample, has been scored twice. */
export async function DraftPreview({ member, atMost, moreHref }: DraftPreviewProps) {
  const preview = await previewRules(member, { atMost });
  return <PreviewResult preview={preview} more={{ href: moreHref, atMost: MOST_PREVIEWED }} />;
}
