import { z } from "zod";
import { LANGUAGES } from "@/lib/format/languages";

export const chooseLanguageSchema = z.object({ language: z.enum(LANGUAGES) });
