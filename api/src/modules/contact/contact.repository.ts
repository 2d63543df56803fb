import { and, eq, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import type { ChannelChoice } from "./contact.rules.js";
import type { ContactChannel, ContactClass } from "./contact.states.js";
import {
  type ContactLogRow,
  type ContactSettingsRow,
  contactChoices,
  contactCounters,
  contactLog,
  contactSettings,
} from "./contact.tables.js";

const settingsOf = statement<{ who: string }, ContactSettingsRow>(
  "contact_settings_of",
  build
    .select()
    .from(contactSettings)
    .where(eq(contactSettings.borrowerId, sql.placeholder("who"))),
);

const choicesOf = statement<{ who: string }, ChannelChoice>(
  "contact_choices_of",
  build
    .select({ kind: contactChoices.kind, channel: contactChoices.channel, isOn: contactChoices.isOn })
    .from(contactChoices)
    .where(eq(contactChoices.borrowerId, sql.placeholder("who"))),
);

export const settings = (reader: Reader | Tx, borrowerId: string): Promise<ContactSettingsRow | undefined> =>
  settingsOf.first(reader, { who: borrowerId });

export const choices = (reader: Reader | Tx, borrowerId: string): Promise<ChannelChoice[]> =>
  choicesOf.all(reader, { who: borrowerId });

export async function saveChoices(tx: Tx, borrowerId: string, given: readonly ChannelChoice[]): Promise<void> {
  if (given.length === 0) return;
  await tx
    .insert(contactChoices)
    .values(given.map(({ kind, channel, isOn }) => ({ borrowerId, kind, channel, isOn })))
    .onConflictDoUpdate({
      target: [contactChoices.borrowerId, contactChoices.kind, contactChoices.channel],
      set: { isOn: sql`excluded.is_on` },
    });
}

/** Leaves what the borrower has saved already. */
export async function beginSettings(tx: Tx, borrowerId: string, locale: ContactSettingsRow["locale"]): Promise<void> {
  await tx.insert(contactSettings).values({ borrowerId, locale }).onConflictDoNothing();
}

export async function saveSettings(
  tx: Tx,
  borrowerId: string,
  patch: Partial<Omit<typeof contactSettings.$inferInsert, "borrowerId">>,
): Promise<void> {
  await tx.insert(contactSettings).values({ borrowerId }).onConflictDoNothing();
  await tx.update(contactSettings).set(patch).where(eq(contactSettings.borrowerId, borrowerId));
}

/** Uses one of the tries of a challenge; undefined when it is gone or no try is left. */
export async function useTry(tx: Tx, borrowerId: string, most: number): Promise<ContactSettingsRow | undefined> {
  const [row] = await tx
    .update(contactSettings)
    .set({ challengeTries: sql`${contactSettings.challengeTries} + 1` })
    .where(
      and(
        eq(contactSettings.borrowerId, borrowerId),
        sql`${contactSettings.challengeId} is not null and ${contactSettings.challengeTries} < ${most}`,
      ),
    )
    .returning();
  return row;
}

export async function byChallenge(reader: Reader, challengeId: string): Promise<ContactSettingsRow | undefined> {
  return (await reader.select().from(contactSettings).where(eq(contactSettings.challengeId, challengeId)))[0];
}

/** Takes one message out of the day's budget of an address; false when it is spent, whoever asks at the same moment. */
export async function takeBudget(
  tx: Tx,
  {
    addressIndex,
    contactClass,
    day,
    max,
  }: { addressIndex: string; contactClass: ContactClass; day: string; max: number },
): Promise<boolean> {
  if (max < 1) return false;
  const taken = await tx
    .insert(contactCounters)
    .values({ addressIndex, contactClass, day, sentCount: 1 })
    .onConflictDoUpdate({
      target: [contactCounters.addressIndex, contactCounters.contactClass, contactCounters.day],
      set: { sentCount: sql`${contactCounters.sentCount} + 1` },
      setWhere: sql`${contactCounters.sentCount} < ${max}`,
    })
    .returning({ sentCount: contactCounters.sentCount });
  return taken.length === 1;
}

export async function sentBefore(tx: Tx, cause: string, channel: ContactChannel): Promise<boolean> {
  const rows = await tx
    .select({ id: contactLog.id })
    .from(contactLog)
    .where(and(eq(contactLog.cause, cause), eq(contactLog.channel, channel), eq(contactLog.verdict, "SEND")));
  return rows.length > 0;
}

/** False when the same message was reserved at the same moment. */
export async function log(tx: Tx, row: Omit<ContactLogRow, "id">): Promise<boolean> {
  return (await tx.insert(contactLog).values(row).onConflictDoNothing().returning({ id: contactLog.id })).length === 1;
}
