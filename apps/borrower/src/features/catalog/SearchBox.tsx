import { TextField } from "@daichao/ui/light";
import type { KeyboardEvent } from "react";
import { lazy, Suspense, useEffect, useId, useState } from "react";
import { useNavigate } from "react-router";
import { useT } from "../../lib/texts.ts";
import styles from "./SearchBox.module.css";
import type { Suggestion } from "./SearchSuggestions.tsx";

// Nobody needs suggestions before typing.
const SearchSuggestions = lazy(async () => ({
  default: (await import("./SearchSuggestions.tsx")).SearchSuggestions,
}));

/** The words as typed; an emptied box counts at once, anything else on sending it. */
export function useSearchText(known: string, onText: (text: string) => void) {
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  return {
    text,
    setText: (typed: string) => {
      setText(typed);
      if (typed === "" && known !== "") onText("");
    },
    submit: (typed: string) => {
      setText(typed.trim());
      onText(typed.trim());
    },
  };
}

/** One up or down; between the last and the first there is the box itself (-1). */
const stepped = (at: number, step: number, count: number): number => ((at + 1 + step + count + 1) % (count + 1)) - 1;

export interface SearchBoxProps {
  text: string;
  onText: (text: string) => void;
  onSubmit: (text: string) => void;
}

/** A search box that suggests how to go on: arrows choose, Enter takes, Escape closes. */
export function SearchBox({ text, onText, onSubmit }: SearchBoxProps) {
  const t = useT();
  const navigate = useNavigate();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [options, setOptions] = useState<readonly Suggestion[]>([]);
  const isShown = isOpen && text.trim() !== "";
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (option: Suggestion) => {
    close();
    if (option.slug === null) onSubmit(option.text);
    else void navigate(`/products/${option.slug}`);
  };
  const press = (event: KeyboardEvent) => {
    const chosen = options[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => stepped(at, step, options.length));
    } else if (event.key === "Escape" && isShown) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      if (isShown && chosen !== undefined) {
        event.preventDefault();
        take(chosen);
      } else close();
    }
  };
  const isListed = isShown && options.length > 0;
  return (
    <div className={styles.box}>
      <TextField
        label={t("search.text")}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={100}
        placeholder={t("search.placeholder")}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed && options[active] !== undefined ? `${listId}-${active}` : undefined}
        value={text}
        onValueChange={(typed) => {
          setOpen(true);
          setActive(-1);
          onText(typed);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      {isShown && (
        <Suspense fallback={null}>
          <SearchSuggestions id={listId} text={text} active={active} onOptions={setOptions} onTake={take} />
        </Suspense>
      )}
    </div>
  );
}
