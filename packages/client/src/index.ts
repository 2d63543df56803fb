/**
 * What every app needs to talk to the api: one Apollo client that sends hashes and never text, the state of the
 * connection, failures in one shape, idempotency keys, permissions and chunked uploads. Drawing lives in @daichao/ui.
 */

export { askAsStranger } from "./ask-as-stranger.ts";
export { ClientProvider, useConnection, useConnectionRetry, useDaichaoClient, useHeldPage } from "./ClientProvider.tsx";
export type { ConnectionFields } from "./cache.ts";
export { createCache, pagedArguments } from "./cache.ts";
export type { Connection, ConnectionState } from "./connection.ts";
export { createConnection } from "./connection.ts";
export type { AppName, ClientOptions, DaichaoClient } from "./create-client.ts";
export { createClient } from "./create-client.ts";
export type { Failure, FailureKind } from "./failure.ts";
export { fieldFailures, toFailure, toFailures } from "./failure.ts";
export { hashOf } from "./hash-link.ts";
export { createIntent, newIdempotencyKey } from "./idempotency.ts";
export { languageHeader } from "./language.ts";
export type { Permission, ViewerPermissions } from "./permission.tsx";
export { Can, can, useCan, ViewerProvider } from "./permission.tsx";
export { putChunk } from "./put-chunk.ts";
export { keptReturnUrl, rememberReturnUrl, takeReturnUrl } from "./return-url.ts";
export type { Day, Id, Instant, Money, Rate } from "./scalars.ts";
export type { StaffSession, StaffSessionOptions } from "./staff-session.tsx";
export { createStaffSession, useStaffSignOut } from "./staff-session.tsx";
export type { StaffSignIn, StaffSignInDocuments } from "./staff-sign-in.ts";
export { useStaffSignIn } from "./staff-sign-in.ts";
export type { UploadHandle, UploadMemory, UploadTicket, UploadTransport } from "./upload.ts";
export { newUploadMemory, uploadFile } from "./upload.ts";
export type { KeyedMutation } from "./use-mutation-with-key.ts";
export { useMutationWithKey } from "./use-mutation-with-key.ts";
