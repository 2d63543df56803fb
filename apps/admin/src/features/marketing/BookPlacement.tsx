import { useMutation } from "@apollo/client/react";
import { Button, Select, TextField } from "@daichao/ui/light";
import { type FormEvent, useState } from "react";
import type { PlacementPlace } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Note } from "../../ui/Note.tsx";
import styles from "./BookPlacement.module.css";

const BookPlacementDocument = graphql(`
  mutation BookPlacement($input: BookPlacementInput!) {
    bookPlacement(input: $input) {
      id
      state
    }
  }
`);

const places: readonly PlacementPlace[] = ["HOME", "PRODUCTS"];
const fields = ["productId", "startsOn", "endsOn", "dailyPrice", "budget"] as const;
const wire = (typed: string): string => `${typed === "" ? "0" : typed}.00`;

export interface BookPlacementProps {
  products: readonly { readonly id: string; readonly name: string }[];
  today: string | null;
  onBooked: () => void;
  onCancel: () => void;
}

/** Asks for a slot; a second person decides. */
export function BookPlacement({ products, today, onBooked, onCancel }: BookPlacementProps) {
  const t = useT();
  const [place, setPlace] = useState<PlacementPlace>("HOME");
  const [productId, setProduct] = useState("");
  const [startsOn, setStart] = useState(today ?? "");
  const [endsOn, setEnd] = useState("");
  const [dailyPrice, setPrice] = useState("");
  const [budget, setBudget] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const failures = useFormFailures(fields);
  const [book, { loading }] = useMutation(BookPlacementDocument);
  const whole = (set: (typed: string) => void) => (typed: string) => set(typed.replace(/\D/g, "").slice(0, 9));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    failures.clear();
    const money = { dailyPrice: wire(dailyPrice), budget: wire(budget) };
    book({ variables: { input: { place, productId, startsOn, endsOn, ...money, idempotencyKey: key } } }).then(
      onBooked,
      (error: unknown) => failures.take(error),
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Note look="info">{t("placement.note")}</Note>
      <FormError>{failures.form}</FormError>
      <Select
        label={t("placement.place")}
        value={place}
        choices={places.map((value) => ({ value, label: t(`placement.place.${value}`) }))}
        onValueChange={setPlace}
      />
      <Select
        label={t("placement.product")}
        placeholder={t("placement.choose")}
        value={productId}
        choices={products.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={setProduct}
        error={failures.of("productId")}
      />
      <div className={styles.pair}>
        <TextField
          type="date"
          label={t("placement.startsOn")}
          min={today ?? undefined}
          value={startsOn}
          onValueChange={setStart}
          error={failures.of("startsOn")}
        />
        <TextField
          type="date"
          label={t("placement.endsOn")}
          min={startsOn || undefined}
          value={endsOn}
          onValueChange={setEnd}
          error={failures.of("endsOn")}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t("placement.dailyPrice")}
          inputMode="numeric"
          value={dailyPrice}
          onValueChange={whole(setPrice)}
          error={failures.of("dailyPrice")}
        />
        <TextField
          label={t("placement.budget")}
          inputMode="numeric"
          value={budget}
          onValueChange={whole(setBudget)}
          error={failures.of("budget")}
        />
      </div>
      <div className={styles.actions}>
        <Button
          type="submit"
          variant="primary"
          loading={loading}
          disabled={productId === "" || startsOn === "" || endsOn === ""}
        >
          {t("placement.ask")}
        </Button>
        <Button onClick={onCancel}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}
