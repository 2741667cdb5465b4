import { send } from "./transport";

export interface Health {
  live: boolean;
  ready: boolean;
  /** Milliseconds until the service answered. */
  milliseconds: number;
}

export async function checkHealth(): Promise<Health> {
  const start = performance.now();
  const live = await isHealthy("/health/live");
  const milliseconds = Math.round(performance.now() - start);
  return { live, ready: await isHealthy("/health/ready"), milliseconds };
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const response = await send(new Request(address));
    return (await response.text()) === "Healthy" && response.ok;
  } catch {
    return false;
  }
}
