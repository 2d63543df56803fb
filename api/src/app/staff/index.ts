/**
 * Staff of the platform made from the host's own shell: how the first people of a new house get in, since nobody is
 * there yet who could let them. Whoever runs this holds the master key; each account made leaves its event.
 */
import { randomBytes } from "node:crypto";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { Modules } from "../modules.js";

export interface NewPlatformStaff {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Shown once: neither the password nor the second factor's secret can be read again. */
export interface StaffCredentials {
  readonly login: string;
  readonly password: string;
  readonly totpUri: string;
}

const LOGIN = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with a wish in plain English for a shell; null when nothing is. */
export function staffProblem({ login, name, roles }: NewPlatformStaff, known: readonly string[]): string | null {
  if (!LOGIN.test(login) || login.length > 100) return "--login must be an e-mail address";
  if (name.trim() === "" || name.length > 30) return "--name must have 1 to 30 characters";
  if (roles.length === 0) return `--role is missing; there are ${known.join(", ")}`;
  const unknown = roles.find((role) => !known.includes(role));
  return unknown === undefined ? null : `there is no role ${unknown}; there are ${known.join(", ")}`;
}

/** @throws IDENTITY_LOGIN_TAKEN */
export async function createPlatformStaff(
  kernel: Kernel,
  { identity }: Modules["identity"],
  wish: NewPlatformStaff,
): Promise<StaffCredentials> {
  const password = randomBytes(15).toString("base64url");
  const passwordHash = await identity.hashPassword("PLATFORM", password);
  const made = await kernel.db.write(system, (tx) =>
    identity.createStaff(tx, system, {
      kind: "PLATFORM",
      login: wish.login,
      displayName: wish.name.trim(),
      passwordHash,
      roles: wish.roles,
    }),
  );
  return { login: wish.login, password, totpUri: made.totpUri };
}
