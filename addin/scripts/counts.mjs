import { writeFileSync } from "node:fs";

/** Leaves the number of passed and failed tests where the test command looks for them. */
export default class Counts {
  onTestRunEnd(modules, errors) {
    const file = process.env.CADREDOCS_RESULT;
    if (!file) return;
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const before = passed + failed;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
      }
      if (module.state() === "failed" && passed + failed === before) failed++;
    }
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }
}
