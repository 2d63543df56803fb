/** People as rows: accounts without a password, sealed names and numbers, a profile, a card, and the events of all that. */
import { maskCard, maskIdentityNumber, maskName, maskPhone, type PersonCipher } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { bankCards, borrowers, profileVersions } from "../../modules/borrowers/borrower.tables.js";
import { borrowerEvents } from "../../modules/borrowers/index.js";
import * as accountRepository from "../../modules/identity/account.repository.js";
import { accounts } from "../../modules/identity/account.tables.js";
import { identityEvents } from "../../modules/identity/index.js";
import * as personKeyRepository from "../../modules/identity/person-key.repository.js";
import { personKeys } from "../../modules/identity/person-key.tables.js";
import * as roleRepository from "../../modules/identity/role.repository.js";
import { accountRoles } from "../../modules/identity/role.tables.js";
import type { Actor, EventLog } from "./event-log.js";
import type { Person } from "./people.js";
import { Random } from "./random.js";
import { insertRows } from "./rows.js";
import type { Times } from "./times.js";

/** A person with the key their values are sealed under. */
export interface Member {
  readonly person: Person;
  readonly cipher: PersonCipher;
  /** Null where the key stands already. */
  readonly wrappedKey: string | null;
  /** Business time of joining. */
  readonly joinedAt: Date;
}

export const actorOf = (person: Person): Actor => ({ kind: "BORROWER", id: person.id });

/** Gives everybody a key; the demo borrower takes the id and the key of their account. */
export async function enrol(
  kernel: Kernel,
  reader: Reader,
  people: readonly Person[],
  times: Times,
): Promise<Member[]> {
  const demo = await accountRepository.byDemoKey(reader, "borrower");
  const demoKey = demo && (await personKeyRepository.find(reader, demo.id));
  return people.map((person, index) => {
    const random = new Random(`joined/${index}`);
    const joinedAt = times.daysAgo(random.whole(372, 460), random.whole(9 * 60, 21 * 60));
    if (person.isDemo && demo && demoKey)
      return {
        person: { ...person, id: demo.id },
        cipher: kernel.vault.person(demo.id, demoKey),
        wrappedKey: null,
        joinedAt,
      };
    const wrappedKey = kernel.vault.newPersonKey(person.id);
    return { person, cipher: kernel.vault.person(person.id, wrappedKey), wrappedKey, joinedAt };
  });
}

const borrowerRow = ({ person, cipher, joinedAt }: Member, { vault }: Kernel, times: Times) => ({
  id: person.id,
  name: cipher.seal(`borrowers.name.${person.id}`, person.name),
  nameMasked: maskName(person.name),
  identityNumber: cipher.seal(`borrowers.identity_number.${person.id}`, person.identityNumber),
  identityNumberMasked: maskIdentityNumber(person.identityNumber),
  identityNumberBlind: vault.blindIndex("identity-number", person.identityNumber),
  phoneMasked: maskPhone(person.phone),
  identityVerifiedAt: times.real(joinedAt),
  tryCount: 1,
  triesOn: times.dayOf(joinedAt),
  createdAt: times.real(joinedAt),
});

const FACTS = [
  "employment",
  "employer",
  "monthlyIncome",
  "monthlyDebtPayment",
  "employedSince",
  "education",
  "housing",
  "province",
  "city",
  "address",
  "emergencyContactName",
  "emergencyContactPhone",
] as const;

/** The profile as last confirmed: fresh enough for whoever has just applied. */
function profileRow({ person, cipher }: Member, recordedAt: Date, times: Times) {
  const seal = (field: string, text: string) => cipher.seal(`profile_versions.${field}.${person.id}.1`, text);
  const told = { source: "BORROWER", recordedAt: recordedAt.toISOString() } as const;
  const { employment, monthlyIncome, monthlyDebtPayment, employedSince, education, housing, province, city } = person;
  return {
    id: new Random(`profile/${person.identityNumber}`).id(),
    borrowerId: person.id,
    version: 1,
    employment,
    employer: seal("employer", person.employer),
    monthlyIncome,
    monthlyDebtPayment,
    employedSince,
    education,
    housing,
    province,
    city,
    address: seal("address", person.address),
    emergencyContactName: seal("emergencyContactName", person.contactName),
    emergencyContactPhone: seal("emergencyContactPhone", person.contactPhone),
    emergencyContactPhoneMasked: maskPhone(person.contactPhone),
    provenance: Object.fromEntries(FACTS.map((field) => [field, told])),
    createdAt: times.real(recordedAt),
  };
}

const cardRow = ({ person, cipher, joinedAt }: Member, { vault }: Kernel, times: Times) => {
  const { cardId: id, cardNumber } = person;
  const token = `card_${new Random(`card/${id}`).id().replaceAll("-", "").slice(0, 20)}_${cardNumber.slice(-4)}`;
  return {
    id,
    borrowerId: person.id,
    bankName: person.bankName,
    number: cipher.seal(`bank_cards.number.${id}`, cardNumber),
    numberMasked: maskCard(cardNumber),
    numberBlind: vault.blindIndex("bank-card", cardNumber),
    token: cipher.seal(`bank_cards.token.${id}`, token),
    boundAt: times.real(new Date(joinedAt.getTime() + 600_000)),
  };
};

const accountRow = ({ person, cipher, joinedAt }: Member, { vault }: Kernel, times: Times) => ({
  id: person.id,
  kind: "BORROWER" as const,
  loginIndex: vault.blindIndex("login", person.phone),
  loginSealed: cipher.seal(`accounts.login.${person.id}`, person.phone),
  displayName: `尾号${person.phone.slice(-4)}用户`,
  createdAt: times.real(joinedAt),
});

/** What joining left in the record. */
export function noteJoining({ person, wrappedKey, joinedAt }: Member, log: EventLog): void {
  const { id: borrowerId, cardId: bankCardId, bankName } = person;
  const actor = actorOf(person);
  const later = (minutes: number) => new Date(joinedAt.getTime() + minutes * 60_000);
  const subject = ["Borrower", borrowerId] as const;
  if (wrappedKey)
    log.note(identityEvents.accountCreated, {
      at: joinedAt,
      actor: { kind: "SYSTEM", id: null },
      subject: ["Account", borrowerId],
      borrowerId,
      facts: { accountId: borrowerId, kind: "BORROWER" },
    });
  log.note(borrowerEvents.identityVerified, { at: later(4), actor, subject, borrowerId, facts: {} });
  log.note(borrowerEvents.profileSaved, {
    at: later(8),
    actor,
    subject,
    borrowerId,
    facts: { version: 1, fields: [...FACTS] },
  });
  log.note(borrowerEvents.cardBound, { at: later(10), actor, subject, borrowerId, facts: { bankCardId, bankName } });
}

/** Writes everybody; `confirmedAt` tells when somebody last stood by their profile. */
export async function insertMembers(
  tx: Tx,
  kernel: Kernel,
  members: readonly Member[],
  { times, confirmedAt }: { times: Times; confirmedAt: (person: Person) => Date },
): Promise<void> {
  const newcomers = members.filter(({ wrappedKey }) => wrappedKey !== null);
  const keys = newcomers.map(({ person, wrappedKey }) => ({ personId: person.id, wrapped: wrappedKey ?? "" }));
  await insertRows(tx, personKeys, keys);
  const rows = newcomers.map((member) => accountRow(member, kernel, times));
  await insertRows(tx, accounts, rows);
  const role = (await roleRepository.all(tx)).find(({ code }) => code === "BORROWER");
  if (!role) throw new Error("roles are not seeded");
  const held = newcomers.map(({ person }) => ({ accountId: person.id, roleId: role.id }));
  await insertRows(tx, accountRoles, held);
  await insertRows(
    tx,
    borrowers,
    members.map((member) => borrowerRow(member, kernel, times)),
  );
  await insertRows(
    tx,
    profileVersions,
    members.map((member) => profileRow(member, confirmedAt(member.person), times)),
  );
  await insertRows(
    tx,
    bankCards,
    members.map((member) => cardRow(member, kernel, times)),
  );
}
