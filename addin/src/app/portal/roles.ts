import type { SessionRole } from "../../api/session";

type RoleWords = Record<"cadre" | "secretary" | "region-chair" | "reviewer" | "officer" | "administrator", string>;

export const roleKey = (role: SessionRole): string => [role.role, role.schoolId ?? role.regionId ?? ""].join(":");

/** 学校书记 · 青禾小学 */
export function roleTitle(role: SessionRole, words: RoleWords): string {
  const title = role.role in words ? words[role.role as keyof RoleWords] : role.role;
  return [title, role.schoolName ?? role.regionName].filter(Boolean).join(" · ");
}
