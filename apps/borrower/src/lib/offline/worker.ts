/**
 * The service worker: keeps the files the public pages are made of, so that the app opens without a network. It keeps
 * nothing it was not built with: no answer of the api, nothing about a person. A new one waits until the page asks.
 */
import { wayOf } from "./worker-rules.ts";

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(name: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(name: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

// What a page calls self is a window to the compiler; here it is the worker.
declare const self: WorkerScope;
/** Written by the build: the files of the public pages, and a name that changes with any of them. */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const family = "daichao-app-";
const kept = `${family}${__VERSION__}`;
const shell = "/";

async function install(): Promise<void> {
  const cache = await caches.open(kept);
  await cache.addAll(__FILES__);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(family) && name !== kept).map((name) => caches.delete(name)),
  );
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

// A page is asked for anew each time: only without a network is it the kept one.
async function pageOf({ request, preloadResponse }: Fetching): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (error) {
    const page = await caches.match(shell, { cacheName: kept });
    if (page === undefined) throw error;
    return page;
  }
}

async function fileOf(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: kept })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const way = wayOf(event.request, self.location.origin);
  if (way === "page") event.respondWith(pageOf(event));
  if (way === "file") event.respondWith(fileOf(event.request));
});
self.addEventListener("message", ({ data }) => {
  if (data === "take over") void self.skipWaiting();
});
