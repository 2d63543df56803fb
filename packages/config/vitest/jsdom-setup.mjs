/** jsdom lays nothing out, so what watches sizes is never told of any. */
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
