import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { WordDocument } from "../../office/ports";
import { useDocumentWatch } from "./useDocumentWatch";

/** A document that only hints, and a read that lasts until it is told to end. */
function watched() {
  let hint = () => {};
  const ends: (() => void)[] = [];
  const read = vi.fn(() => new Promise<void>((end) => void ends.push(end)));
  const stopped = vi.fn();
  const document = {
    onDirty: (changed: () => void) => {
      hint = changed;
      return Promise.resolve(stopped);
    },
  } as unknown as WordDocument;
  const { unmount } = renderHook(() => useDocumentWatch(document, read));
  return { read, ends, stopped, unmount, hint: () => hint() };
}

test("hints during a read bring one more read after it, never a second one beside it", async () => {
  vi.useFakeTimers();
  try {
    const { read, ends, hint } = watched();
    expect(read).toHaveBeenCalledTimes(1);
    hint();
    hint();
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).toHaveBeenCalledTimes(1);
    ends[0]!();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(read).toHaveBeenCalledTimes(2);
    ends[1]!();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});

test("once the document is listened to it is read again: what was typed before raised no hint", async () => {
  vi.useFakeTimers();
  try {
    const { read, ends } = watched();
    ends[0]!();
    await vi.advanceTimersByTimeAsync(1000);
    expect(read).toHaveBeenCalledTimes(2);
    ends[1]!();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});

test("a closed pane reads no more and gives its handlers back", async () => {
  vi.useFakeTimers();
  try {
    const { read, ends, hint, stopped, unmount } = watched();
    hint();
    await vi.advanceTimersByTimeAsync(1);
    unmount();
    ends[0]!();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([read.mock.calls.length, stopped.mock.calls.length]).toEqual([1, 1]);
  } finally {
    vi.useRealTimers();
  }
});
