import { PreviewResult } from "@/components/rules/preview-result";
import type { Member } from "@/lib/auth/member";
import { previewRules } from "@/lib/rules/preview-rules";

/** Streams in when everyone has been scored twice. */
export async function DraftPreview({ member }: Readonly<{ member: Member }>) {
  return <PreviewResult preview={await previewRules(member, {})} />;
}
