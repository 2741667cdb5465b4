// A session that ends while somebody types is renewed in a second window, so that the first one keeps what was typed.
const channelName = "cadredocs.signed-in";
export const signedInReturn = "/?signed-in";

const reasons = ["state", "denied", "provider", "token", "not-in-roster"] as const;

/** Why the sign-in that led here failed; null where none did. */
export function failedSignIn(): (typeof reasons)[number] | null {
  const reason = new URLSearchParams(location.search).get("signIn");
  return reasons.find((known) => known === reason) ?? null;
}

export const isSignedInReturn = (): boolean => location.search === "?signed-in";

/** Tells waiting pages in other windows. */
export function announceSignedIn(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage("signed-in");
  channel.close();
}

export function listenForSignIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}
