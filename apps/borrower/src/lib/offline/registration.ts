/** What the page needs of the browser's worker container; a test gives its own. */
export interface Workers {
  readonly controller: unknown;
  register(url: string): Promise<ServiceWorkerRegistration>;
  addEventListener(name: "controllerchange", listener: () => void): void;
}

/**
 * Registers the worker and tells of a newer version that waits. `take` lets it take over; the page is loaded anew once
 * it has. The first worker of a browser changes nothing on screen and is not told.
 */
export async function watchForVersions(
  workers: Workers,
  onWaiting: (take: () => void) => void,
  reload: () => void,
): Promise<void> {
  const registration = await workers.register("/worker.js");
  let hasAsked = false;
  const tell = (waiting: ServiceWorker) =>
    onWaiting(() => {
      hasAsked = true;
      waiting.postMessage("take over");
    });
  workers.addEventListener("controllerchange", () => {
    if (hasAsked) reload();
  });
  if (registration.waiting !== null && workers.controller !== null) tell(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller !== null) tell(coming);
    });
  });
}
