import { Select } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { provinceCodes } from "../lib/province-codes.ts";
import { useT } from "../lib/texts.ts";

export interface ProvinceSelectProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** A region's name in either language; empty for none. */
  value: string;
  onValue: (name: string) => void;
}

/** One of the province-level regions, by its name: products tell by it whom they serve. */
export function ProvinceSelect({ value, onValue, ...words }: ProvinceSelectProps) {
  const t = useT();
  const names = provinceCodes.map((code) => t(`province.${code}`));
  // Said in the other language, or before names were checked: it stays until another is chosen.
  const known = value === "" || names.includes(value) ? names : [value, ...names];
  return (
    <Select
      {...words}
      value={value}
      placeholder={t("profile.choose")}
      choices={known.map((name) => ({ value: name, label: name }))}
      onValueChange={onValue}
    />
  );
}
