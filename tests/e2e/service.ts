import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

/** The real service on a data folder of its own, with the sample district. */
export class Service {
  readonly data = mkdtempSync(join(tmpdir(), "cadredocs-e2e-"));
  url = "";
  private child: ChildProcess | undefined;
  private log = "";
  private port = 0;

  constructor(private readonly settings: Record<string, string> = {}) {}

  async start(): Promise<void> {
    const folder = join(repository, "service/CadreDocs.Service/bin/Release/net10.0");
    const program = join(folder, "cadredocs.dll");
    if (!existsSync(program)) throw new Error("Build the solution in Release first: tests/run does.");
    this.port ||= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    this.child = spawn("dotnet", [program, "serve"], {
      cwd: join(repository, "service/CadreDocs.Service"),
      // Every test signs in from this one address; the limit has tests of its own.
      env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development", ASPNETCORE_URLS: this.url, Data__Folder: this.data, RateLimits__SignInsPerMinute: "100000", ...this.settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout?.on("data", (text) => (this.log += text));
    this.child.stderr?.on("data", (text) => (this.log += text));
    for (let i = 0; i < 300; i++) {
      if (this.child.exitCode !== null) break;
      try {
        if ((await fetch(`${this.url}/health/ready`)).ok) return;
      } catch {
        // not listening yet
      }
      await new Promise((next) => setTimeout(next, 200));
    }
    throw new Error(`The service did not become ready:\n${this.log.slice(-4000)}`);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await ended;
  }

  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}
