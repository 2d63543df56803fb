/** Parameters with effective dates: read from memory, changed by new versions, the risky ones with a second person. */
import type { ApprovalHandler, ApprovalRow } from "../../kernel/approvals/index.js";
import { instantOf } from "../../kernel/clock/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { type PlatformViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import * as parameters from "./parameter.repository.js";
import {
  acceptValue,
  type DeclaredRateCap,
  inForceAt,
  type ParameterDefinition,
  parseRateCap,
} from "./parameter.rules.js";
import {
  isParameterName,
  type ParameterName,
  parameterDefinitions,
  parameterNames,
} from "./parameter-definition.rules.js";
import { settingsErrors } from "./settings.errors.js";
import { settingsEvents } from "./settings.events.js";

export interface ParameterView {
  readonly id: string;
  readonly name: ParameterName;
  readonly value: string;
  readonly source: string | null;
  readonly effectiveFrom: Date;
  /** Newest first; may begin with versions that have not taken effect yet. */
  readonly history: readonly parameters.NamedVersion[];
}

export interface ParameterChange {
  readonly name: string;
  readonly value: string;
  /** Business time; now when it is missing. */
  readonly effectiveFrom?: Date | null;
  readonly reason: string;
}

export interface RateCapInForce extends DeclaredRateCap {
  readonly source: string | null;
}

/** The three kinds of licence a lender may hold; named here because caps depend on them. */
export type LicenceName = "BANK" | "CONSUMER_FINANCE" | "MICRO_LENDER";

const REFRESH_MS = 5_000;
const BEGINNING = instantOf("2000-01-01");
// A change "now" that was typed a moment ago is not a change of the past.
const GRACE_MS = 60_000;

export class SettingsService {
  private versions = new Map<string, parameters.NamedVersion[]>();
  private timer: NodeJS.Timeout | undefined;
  private stopHearing: () => void = () => {};

  constructor(private readonly kernel: Kernel) {}

  /** The value in force now by business time, from memory. Before the first `load` it is the declared default. */
  value(name: ParameterName): string {
    return this.valueAt(name, this.kernel.clock.businessNow());
  }

  valueAt(name: ParameterName, at: Date): string {
    return inForceAt(this.versions.get(name) ?? [], at)?.value ?? this.initialOf(name);
  }

  /** For parameters that are a number: days, times, parts per million. */
  number(name: ParameterName): number {
    return Number(this.value(name));
  }

  definitionOf(name: ParameterName): ParameterDefinition {
    return parameterDefinitions[name];
  }

  labelOf(name: ParameterName, locale: string): string {
    const { label } = parameterDefinitions[name];
    return locale.startsWith("en") ? label.en : label.zh;
  }

  /** The caps a loan of that kind of lender must keep on that business day; each names its own way of measuring. */
  rateCaps(licence: LicenceName, day: string): RateCapInForce[] {
    const name = `rateCap.${licence}` as const;
    const { clock } = this.kernel;
    const dayEnd = new Date(instantOf(day, 24).getTime() - 1);
    const at = day === clock.today() ? clock.businessNow() : dayEnd;
    const version = inForceAt(this.versions.get(name) ?? [], at);
    const source = version ? version.source : parameterDefinitions[name].source;
    return [{ ...parseRateCap(version?.value ?? this.initialOf(name)), source }];
  }

  /** Fills the memory from the database. */
  async load(): Promise<void> {
    const rows = await this.kernel.db.read(system, (reader) => parameters.allVersions(reader));
    this.versions = Map.groupBy(rows, (row) => row.name);
  }

  /** Loads, and keeps the memory fresh: at once on a change anywhere, and every five seconds. */
  async start(): Promise<void> {
    await this.load();
    const refresh = () =>
      void this.load().catch((error) => this.kernel.log.warn({ stack: stackOf(error) }, "parameters not refreshed"));
    this.stopHearing = this.kernel.live.onEvent((event) => {
      if (event.name === settingsEvents.parameterChanged.name) refresh();
    });
    this.timer = setInterval(refresh, REFRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.stopHearing();
  }

  /** Gives every declared parameter its first version where it has none. Safe to run at every start. */
  async seed(): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      for (const { id, name } of await parameters.ensure(tx, parameterNames)) {
        if (!isParameterName(name)) continue;
        await parameters.insertVersion(tx, {
          parameterId: id,
          value: this.initialOf(name),
          effectiveFrom: BEGINNING,
          source: parameterDefinitions[name].source,
          changedBy: "system",
          reason: "initial value",
        });
      }
    });
    await this.load();
  }

  async list(reader: Reader): Promise<ParameterView[]> {
    const rows = Map.groupBy(await parameters.allVersions(reader), (row) => row.name);
    return parameterNames.flatMap((name) => this.viewOf(name, rows.get(name) ?? []));
  }

  /**
   * Writes a new version, or asks a second person when the parameter is risky. Signed loans keep what they were
   * signed with. @throws SETTINGS_UNKNOWN_PARAMETER, SETTINGS_VALUE_MALFORMED, SETTINGS_VALUE_OUT_OF_RANGE,
   * SETTINGS_VALUE_UNCHANGED, SETTINGS_EFFECTIVE_IN_PAST, SETTINGS_EFFECTIVE_TAKEN, SETTINGS_REASON_REQUIRED
   */
  async change(
    viewer: Viewer,
    change: ParameterChange,
  ): Promise<{ parameter: ParameterView; approval: ApprovalRow | null }> {
    if (viewer.kind !== "PLATFORM") throw kernelErrors.notFound();
    const { name } = change;
    if (!isParameterName(name)) throw settingsErrors.unknownParameter();
    const definition = parameterDefinitions[name];
    const value = acceptValue(definition, change.value);
    const reason = change.reason.trim();
    if (!reason) throw settingsErrors.reasonRequired();
    this.refusePast(change.effectiveFrom);
    const wish = { name, value, effectiveFrom: change.effectiveFrom ?? null, reason };
    const answer = await this.kernel.db.write(viewer, async (tx) => {
      const before = await this.present(tx, name);
      if (before.value === value && !change.effectiveFrom) throw settingsErrors.valueUnchanged();
      const approval = definition.needsApproval ? await this.ask(tx, viewer, before, wish) : null;
      if (!approval) await this.put(tx, viewer, wish, viewer.displayName);
      return { parameter: await this.present(tx, name), approval };
    });
    await this.load();
    return answer;
  }

  /** Acts on the second person's verdict; what was to begin "now" begins when they agree. */
  approvalHandler(): ApprovalHandler {
    return {
      kind: "parameter.change",
      permission: "parameter:change",
      effect: async (tx, checker, approval, verdict) => {
        if (verdict !== "APPROVED") return;
        const { name, value, effectiveFrom, reason } = approval.payload;
        if (typeof name !== "string" || !isParameterName(name) || typeof value !== "string")
          throw settingsErrors.unknownParameter();
        const from = typeof effectiveFrom === "string" ? new Date(effectiveFrom) : null;
        await this.put(tx, checker, { name, value, effectiveFrom: from, reason: String(reason) }, approval.makerName);
        tx.afterCommit(() => void this.load().catch(() => undefined));
      },
    };
  }

  private initialOf(name: ParameterName): string {
    const { initial, sandbox }: { initial: string; sandbox?: string } = parameterDefinitions[name];
    return this.kernel.config.isSandbox ? (sandbox ?? initial) : initial;
  }

  private refusePast(effectiveFrom: Date | null | undefined): void {
    if (effectiveFrom && effectiveFrom.getTime() < this.kernel.clock.businessNow().getTime() - GRACE_MS)
      throw settingsErrors.effectiveInPast();
  }

  private viewOf(name: ParameterName, versions: readonly parameters.NamedVersion[]): ParameterView[] {
    const present = inForceAt(versions, this.kernel.clock.businessNow());
    if (!present) return [];
    const { parameterId: id, value, source, effectiveFrom } = present;
    return [{ id, name, value, source, effectiveFrom, history: versions.toReversed() }];
  }

  private async present(tx: Tx, name: ParameterName): Promise<ParameterView> {
    const versions = (await parameters.allVersions(tx)).filter((row) => row.name === name);
    const [view] = this.viewOf(name, versions);
    if (!view) throw settingsErrors.unknownParameter();
    return view;
  }

  private ask(
    tx: Tx,
    maker: PlatformViewer,
    before: ParameterView,
    wish: Required<ParameterChange>,
  ): Promise<ApprovalRow> {
    const { label } = parameterDefinitions[before.name];
    return this.kernel.approvals.request(tx, maker, {
      kind: "parameter.change",
      subject: { type: "Parameter", id: before.id },
      institutionId: null,
      checkedBy: "PLATFORM",
      summary: {
        zh: `${label.zh}:${before.value} → ${wish.value}(${wish.reason})`,
        en: `${label.en}: ${before.value} → ${wish.value} (${wish.reason})`,
      },
      diff: {
        [before.name]: [before.value, wish.value],
        effectiveFrom: [null, wish.effectiveFrom?.toISOString() ?? null],
      },
      payload: { ...wish, effectiveFrom: wish.effectiveFrom?.toISOString() ?? null },
    });
  }

  private async put(
    tx: Tx,
    viewer: Viewer,
    change: ParameterChange & { name: ParameterName },
    changedBy: string,
  ): Promise<void> {
    const before = await this.present(tx, change.name);
    const now = this.kernel.clock.businessNow();
    const effectiveFrom = new Date(Math.max(now.getTime(), change.effectiveFrom?.getTime() ?? 0));
    const { value, reason } = change;
    const source = before.source;
    const row = await parameters.insertVersion(tx, {
      parameterId: before.id,
      value,
      effectiveFrom,
      source,
      changedBy,
      reason,
    });
    if (!row) throw settingsErrors.effectiveTaken();
    await this.kernel.events.record(tx, viewer, settingsEvents.parameterChanged, {
      subject: { type: "Parameter", id: before.id },
      facts: { parameterId: before.id, name: change.name, value, effectiveFrom: effectiveFrom.toISOString() },
      diff: { value: [before.value, value] },
    });
  }
}
