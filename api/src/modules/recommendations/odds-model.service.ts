import { type OddsModel, oddsOf } from "@daichao/scoring";
import type { Reader } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { PricedProduct } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { debtBurdenOf } from "./burden.rules.js";
import type { PersonFacts } from "./match.rules.js";
import { mayTell, type TellingRules, type ToldOdds, toldOdds } from "./odds.rules.js";
import { oddsGroups, oddsValues } from "./odds-feature.rules.js";
import * as models from "./odds-model.repository.js";
import { OddsSource } from "./odds-model.states.js";
import type { OddsModelRow, OddsRecordRow } from "./odds-model.tables.js";
import { oddsEvents } from "./recommendation.events.js";

/** The model in force with its record, as this process holds it. */
export interface CurrentOdds {
  readonly id: string;
  readonly version: number;
  readonly model: OddsModel;
  /** By institution. */
  readonly records: ReadonlyMap<string, OddsRecordRow>;
}

/** Without any model everybody's chance is even: it then moves nothing. */
const EVEN = 0.5;
const FRESH_MS = 30_000;
const PPM = 1_000_000;

/** The odds in force. Held in memory: looked up anew every half minute and when a training is heard of. */
export class OddsModelService {
  private held: { readonly odds: CurrentOdds | null; readonly at: number } | undefined;
  private loading: Promise<CurrentOdds | null> | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
  ) {
    kernel.live.onEvent((event) => {
      if (event.name === oddsEvents.trained.name) this.forget();
    });
  }

  /** The model that says the odds, or null while there is none. */
  async current(): Promise<CurrentOdds | null> {
    const { held } = this;
    if (held && performance.now() - held.at < FRESH_MS) return held.odds;
    if (!held) return this.load();
    // What is held still answers while it is looked up anew.
    void this.load().catch((error) => this.kernel.log.warn({ stack: stackOf(error) }, "odds not refreshed"));
    return held.odds;
  }

  forget(): void {
    this.held = undefined;
  }

  private load(): Promise<CurrentOdds | null> {
    this.loading ??= this.kernel.db
      .read(system, async (reader) => {
        const row = await models.active(reader);
        if (!row?.model) return null;
        const records = await models.recordsOf(reader, [row.id]);
        const kept = records.filter(({ source }) => source === OddsSource.HOLDOUT);
        const byInstitution = new Map(
          kept.flatMap((record) => (record.institutionId ? [[record.institutionId, record] as const] : [])),
        );
        return { id: row.id, version: row.version, model: row.model, records: byInstitution };
      })
      .then((odds) => {
        this.held = { odds, at: performance.now() };
        return odds;
      })
      .finally(() => {
        this.loading = undefined;
      });
    return this.loading;
  }

  /** Chance of approval between 0 and 1; of nobody in particular where no facts are given. */
  chanceOf(odds: CurrentOdds | null, facts: PersonFacts | null, { product, ask, cost }: PricedProduct): number {
    if (!odds) return EVEN;
    const loan = { amount: ask.amount, monthlyBurden: debtBurdenOf(ask, cost) };
    return oddsOf(odds.model, { values: oddsValues(facts, loan), groups: oddsGroups(product) });
  }

  /** The odds as this person may be told them; null where the institution's record does not bear them out. */
  told(odds: CurrentOdds | null, institutionId: string, chance: number): ToldOdds | null {
    return odds ? toldOdds(chance, odds.records.get(institutionId), this.telling()) : null;
  }

  /** Whether the odds of a record's institution are shown to people today. */
  isTold(record: Pick<OddsRecordRow, "count" | "calibrationError" | "points">): boolean {
    return mayTell(record, this.telling());
  }

  inForce(reader: Reader): Promise<OddsModelRow | null> {
    return models.active(reader).then((row) => row ?? null);
  }

  page(reader: Reader, request: PageRequest): Promise<Page<OddsModelRow>> {
    return models.page(reader, request);
  }

  private telling(): TellingRules {
    return {
      maxCalibrationError: this.settings.number("odds.maxCalibrationError") / PPM,
      fewestOutcomes: this.settings.number("odds.fewestOutcomes"),
      preApprovedShare: this.settings.number("odds.preApprovedShare") / PPM,
    };
  }
}
