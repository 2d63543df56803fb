export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

interface Named {
  readonly key: string;
  readonly label: string;
}

export type FilterField =
  | (Named & { readonly type: "search"; readonly placeholder?: string })
  | (Named & { readonly type: "one" | "many"; readonly choices: readonly FilterChoice[] })
  | (Named & { readonly type: "days" | "amounts" });

/** As it stands in the URL: lists are joined by commas, ranges by two dots ("2026-01-01..2026-01-31", "1000.."). */
export type FilterValues = Readonly<Record<string, string>>;

export const listOf = (value: string | undefined): readonly string[] => (value ? value.split(",") : []);

export function rangeOf(value: string | undefined): readonly [from: string, to: string] {
  const [from = "", to = ""] = (value ?? "").split("..");
  return [from, to];
}

export const rangeText = (from: string, to: string): string => (from === "" && to === "" ? "" : `${from}..${to}`);

/** What the URL says about these filters; others in it are left alone. */
export function readFilters(fields: readonly FilterField[], search: URLSearchParams): FilterValues {
  const entries = fields.map(({ key }) => [key, search.get(key) ?? ""] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

/** The URL with these filters. Page cursors go: they belong to the list that was. */
export function writeFilters(
  fields: readonly FilterField[],
  values: FilterValues,
  search: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const { key } of fields) {
    const value = values[key] ?? "";
    if (value === "") next.delete(key);
    else next.set(key, value);
  }
  next.delete("after");
  next.delete("before");
  return next;
}

export interface FilterChip {
  readonly key: string;
  readonly text: string;
  /** The values without this chip. */
  readonly without: FilterValues;
}

function withoutKey(values: FilterValues, key: string): FilterValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

/** One chip for each thing that narrows the list; a many-choice filter has one per choice. */
export function chipsOf(fields: readonly FilterField[], values: FilterValues): readonly FilterChip[] {
  return fields.flatMap((field): readonly FilterChip[] => {
    const value = values[field.key] ?? "";
    if (value === "") return [];
    const whole = (text: string) => [
      { key: field.key, text: `${field.label}: ${text}`, without: withoutKey(values, field.key) },
    ];
    if (field.type === "search") return whole(value);
    if (!("choices" in field))
      return whole(
        rangeOf(value)
          .map((end) => end || "…")
          .join(" – "),
      );
    const labelOf = (code: string) => field.choices.find((choice) => choice.value === code)?.label ?? code;
    if (field.type === "one") return whole(labelOf(value));
    const codes = listOf(value);
    return codes.map((code) => {
      const rest = codes.filter((other) => other !== code).join(",");
      const without = rest === "" ? withoutKey(values, field.key) : { ...values, [field.key]: rest };
      return { key: `${field.key}:${code}`, text: `${field.label}: ${labelOf(code)}`, without };
    });
  });
}
