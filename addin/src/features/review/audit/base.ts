/** A credit as the service spells it: 2, 0.4; other text stays as it is and is refused there with its reason. */
export function creditText(text: string): string {
  const plain = text.trim();
  return plain === "" || !Number.isFinite(Number(plain)) ? plain : String(Math.round(Number(plain) * 10) / 10);
}

/** The mark by which it is known whether anybody wrote into a row: the first ten hex digits of SHA-256, as the service puts it into 底稿. */
export async function baseOf({ opinion, recognised, reason }: { opinion: string; recognised: string; reason: string }): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${opinion}|${creditText(recognised)}|${reason}`));
  return [...new Uint8Array(digest).subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
