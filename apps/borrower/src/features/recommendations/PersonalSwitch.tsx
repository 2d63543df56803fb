import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Dialog } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./recommendations.module.css";

const PersonalSwitchDocument = graphql(`
  query PersonalSwitch {
    activityChoice {
      state
      text {
        title
        paragraphs
        hash
      }
    }
  }
`);

const SetPersonalDocument = graphql(`
  mutation SetPersonal($input: SetActivityChoiceInput!) {
    setActivityChoice(input: $input) {
      state
    }
  }
`);

/** One tap turns the personal order off; turning it on shows first what one agrees to. */
export function PersonalSwitch({ isPersonal, onChanged }: { isPersonal: boolean; onChanged: () => void }) {
  const t = useT();
  const { data, previousData } = useQuery(PersonalSwitchDocument, { fetchPolicy: "cache-and-network" });
  // Whoever else on the page goes by the choice asks anew: the recorder, and the question that is answered now.
  const [set, { loading }] = useMutation(SetPersonalDocument, {
    update: (cache) => void cache.evict({ fieldName: "activityChoice" }),
  });
  const [isAsking, setAsking] = useState(false);
  const failures = useFormFailures([]);
  const text = (data ?? previousData)?.activityChoice.text;
  const choose = async (isAllowed: boolean): Promise<void> => {
    if (text === undefined) return;
    try {
      await set({ variables: { input: { isAllowed, textHash: text.hash } } });
      setAsking(false);
      onChanged();
    } catch (error) {
      failures.take(error);
    }
  };
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={isPersonal}
        className={styles.switch}
        disabled={text === undefined || loading}
        onClick={() => (isPersonal ? void choose(false) : setAsking(true))}
      >
        <span className={styles.track} aria-hidden="true" />
        {t("personal.switch")}
      </button>
      {!isAsking && <FormError>{failures.form}</FormError>}
      {text !== undefined && (
        <Dialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={text.title}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t("personal.no")}</Button>
              <Button variant="primary" loading={loading} onClick={() => void choose(true)}>
                {t("personal.yes")}
              </Button>
            </>
          }
        >
          <div className={styles.why}>
            {text.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <FormError>{failures.form}</FormError>
          </div>
        </Dialog>
      )}
    </>
  );
}
