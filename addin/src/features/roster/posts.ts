import type { Cadre, RosterPost } from "../../api/roster";

/** Other schools where a post goes on, each once. */
export function otherSchools(cadre: Pick<Cadre, "posts">, schoolId: string): { id: string; name: string }[] {
  const going = cadre.posts.filter((post) => post.to === null && post.schoolId !== schoolId);
  return [...new Map(going.map((post) => [post.schoolId, { id: post.schoolId, name: post.schoolName }])).values()];
}

/** Posts that nobody has ended yet. */
export const going = (posts: readonly RosterPost[]): RosterPost[] => posts.filter((post) => post.to === null);
