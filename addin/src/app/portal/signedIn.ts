// A session that ends while somebody types is renewed in a second window, so that the first one keeps what was typed.
const channelName = "cadredocs.signed-in";
export const signedInReturn = "/?signed-in";

export const isSignedInReturn = (): boolean => location.search === "?signed-in";

export function announceSignedIn(): void {
  new BroadcastChannel(channelName).postMessage("signed-in");
  window.close();
}

export function listenForSignIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}
