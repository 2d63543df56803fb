import { useMutation } from "@apollo/client/react";
import { useCan } from "@daichao/client";
import { Day, DescriptionsGrid, Instant } from "@daichao/ui/antd";
import { formatDay } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, Select, TextField, useToast } from "@daichao/ui/light";
import { type FormEvent, useState } from "react";
import type { ClockPanel_ClockFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { dayPlus } from "../../lib/business-clock.tsx";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { FormError } from "../../ui/FormError.tsx";
import { Note } from "../../ui/Note.tsx";
import styles from "./ClockPanel.module.css";

graphql(`
  fragment ClockPanel_clock on BusinessClock {
    now
    realNow
    today
    isMovable
  }
`);

const AdvanceClockDocument = graphql(`
  mutation AdvanceClock($input: AdvanceClockInput!) {
    advanceClock(input: $input) {
      ...ClockPanel_clock @unmask
    }
  }
`);

const leaps = [1, 7, 30] as const;
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Business time beside real time; moving it lives through every day between, and nothing takes it back. */
export function ClockPanel({ clock }: { clock: ClockPanel_ClockFragment }) {
  const t = useT();
  const may = useCan();
  return (
    <>
      <Block title={t("clock.title")}>
        <DescriptionsGrid
          items={[
            {
              key: "day",
              label: t("clock.today"),
              value: <strong className={styles.day}>{<Day on={clock.today} />}</strong>,
            },
            { key: "now", label: t("clock.now"), value: <Instant at={clock.now} /> },
            { key: "real", label: t("clock.realNow"), value: <Instant at={clock.realNow} /> },
          ]}
        />
        {!clock.isMovable && <Note>{t("clock.fixed")}</Note>}
        {clock.isMovable && !may("clock:advance") && <Note>{t("clock.notYours")}</Note>}
      </Block>
      {clock.isMovable && may("clock:advance") && <Advance key={clock.today} today={clock.today} />}
    </>
  );
}

function Advance({ today }: { today: string }) {
  const t = useT();
  const { locale } = useLocale();
  const show = useToast();
  const [day, setDay] = useState(dayPlus(today, 1));
  const [hour, setHour] = useState("9");
  const failures = useFormFailures(["toDay", "hour"]);
  const [advance, { loading, client }] = useMutation(AdvanceClockDocument);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    failures.clear();
    if (loading || day === "") return;
    advance({ variables: { input: { toDay: day, hour: Number(hour) } } }).then(
      () => {
        show({ message: t("clock.done", { day: formatDay(day, locale) }), family: "success" });
        // Everything on screen may have moved with the day.
        void client.refetchObservableQueries();
      },
      (error: unknown) => failures.take(error),
    );
  };
  return (
    <Block title={t("clock.advance")}>
      <ul className={styles.effects}>
        <li>{t("clock.effect.days")}</li>
        <li>{t("clock.effect.loans")}</li>
        <li>{t("clock.effect.deadlines")}</li>
        <li>{t("clock.effect.figures")}</li>
        <li>
          <strong>{t("clock.effect.forward")}</strong>
        </li>
      </ul>
      <form className={styles.form} onSubmit={submit} noValidate>
        <FormError>{failures.form}</FormError>
        <fieldset className={styles.leaps}>
          <legend>{t("clock.leap")}</legend>
          {leaps.map((days) => (
            <Button key={days} size="small" onClick={() => setDay(dayPlus(today, days))}>
              {t("clock.leapDays", { count: days })}
            </Button>
          ))}
        </fieldset>
        <div className={styles.fields}>
          <TextField
            type="date"
            label={t("clock.toDay")}
            value={day}
            min={today}
            onValueChange={setDay}
            error={day === "" ? t("parameter.dayMissing") : failures.of("toDay")}
            required
          />
          <Select
            label={t("clock.hour")}
            value={hour}
            choices={hours.map((value) => ({ value, label: `${value.padStart(2, "0")}:00` }))}
            onValueChange={setHour}
          />
        </div>
        <div>
          <Button type="submit" variant="primary" loading={loading}>
            {day === ""
              ? t("clock.advance")
              : t("clock.advanceTo", { day: formatDay(day, locale), hour: `${hour.padStart(2, "0")}:00` })}
          </Button>
        </div>
      </form>
    </Block>
  );
}
