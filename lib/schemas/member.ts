import { z } from "zod";
import { MANAGER_SCOPES, ROLES } from "@/lib/auth/roles";
import { plainText } from "./plain-text";

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

/** An e-mail address, in lower case: the same person typed in any way. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const personNameSchema = plainText(120);
export const passwordSchema = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);
export const roleSchema = z.enum(ROLES);

export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(PASSWORD_MAX_LENGTH) });

export const inviteSchema = z.object({ email: emailSchema, role: roleSchema });
export type Invite = z.infer<typeof inviteSchema>;

export const changeRoleSchema = z.object({ memberId: z.coerce.number().int().positive(), role: roleSchema });
export const memberIdSchema = z.object({ memberId: z.coerce.number().int().positive() });
export const invitationIdSchema = z.object({ invitationId: z.uuid() });

/** A new person sets name and password; someone who has an account already proves it with the password alone. */
export const acceptInvitationSchema = z.object({
  token: z.string().max(60),
  name: personNameSchema.optional(),
  password: z.string().min(1).max(PASSWORD_MAX_LENGTH),
});

export const managerScopeFormSchema = z.object({ managerScope: z.enum(MANAGER_SCOPES) });

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1).max(PASSWORD_MAX_LENGTH),
  newPassword: passwordSchema,
});

/** A form that is nothing but a button. */
export const noFieldsSchema = z.object({});
