import type { RankWeights } from "@daichao/scoring";
import type { SettingsService } from "../settings/index.js";

/** The weights of the order in force: parameters that two people agree on. */
export function weightsIn(settings: SettingsService): RankWeights {
  const share = (term: keyof RankWeights) => settings.number(`ranking.weight.${term}`) / 100;
  return {
    cost: share("cost"),
    affinity: share("affinity"),
    purpose: share("purpose"),
    term: share("term"),
    limit: share("limit"),
    complaints: share("complaints"),
  };
}
