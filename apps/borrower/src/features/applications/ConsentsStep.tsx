import { Checkbox, Tag } from "@daichao/ui/light";
import { useState } from "react";
import type { ConsentsStep_DraftFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import { ConsentPaper } from "./ConsentPaper.tsx";
import { stepForm } from "./WizardFrame.tsx";
import styles from "./wizard.module.css";

graphql(`
  fragment ConsentsStep_draft on ApplicationDraft {
    id
    items {
      isSelected
      product {
        id
        name
      }
      consentText {
        hash
        title
        paragraphs
        bindingParagraphs
        dataKinds
        institution {
          id
          name
          shortName
        }
      }
    }
  }
`);

export type ConsentText = ConsentsStep_DraftFragment["items"][number]["consentText"];

/** Institution to the hash of the text that was agreed to: another text needs another agreement. */
export type Agreed = Readonly<Record<string, string>>;

/** One text for each institution that is applied to, however many of its products are. */
export function consentsWanted<Text extends { readonly institution: { readonly id: string } }>(draft: {
  readonly items: readonly { readonly isSelected: boolean; readonly consentText: Text }[];
}): readonly Text[] {
  const selected = draft.items.filter((item) => item.isSelected).map((item) => item.consentText);
  return [...new Map(selected.map((text) => [text.institution.id, text])).values()];
}

export const isAgreed = (agreed: Agreed, text: Pick<ConsentText, "hash"> & { institution: { id: string } }): boolean =>
  agreed[text.institution.id] === text.hash;

export interface ConsentsStepProps {
  draft: ConsentsStep_DraftFragment;
  agreed: Agreed;
  onAgreed: (agreed: Agreed) => void;
  onNext: () => void;
}

/** Each institution asks for itself: the whole text, and a box nobody has ticked beforehand. */
export function ConsentsStep({ draft, agreed, onAgreed, onNext }: ConsentsStepProps) {
  const t = useT();
  const [wasTried, setTried] = useState(false);
  const texts = consentsWanted(draft);
  const open = texts.filter((text) => !isAgreed(agreed, text));
  const agree = ({ institution, hash }: ConsentText, isTicked: boolean) => {
    const { [institution.id]: _, ...rest } = agreed;
    onAgreed(isTicked ? { ...rest, [institution.id]: hash } : rest);
  };
  const names = open.map((text) => text.institution.shortName).join(t("list.comma"));
  return (
    <form
      id={stepForm}
      noValidate
      className={styles.body}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (open.length === 0) onNext();
      }}
    >
      <p className={styles.quiet}>{t("consent.lead")}</p>
      <FormError>{wasTried && open.length > 0 ? t("apply.issue.consents", { institutions: names }) : null}</FormError>
      {texts.map((text) => (
        <Section key={text.institution.id} title={text.title} hint={text.institution.name}>
          <ul className={styles.kinds} aria-label={t("consent.kinds")}>
            {text.dataKinds.map((kind) => (
              <li key={kind}>
                <Tag>{kind}</Tag>
              </li>
            ))}
          </ul>
          <ConsentPaper title={text.title} paragraphs={text.paragraphs} binding={text.bindingParagraphs} />
          <Checkbox
            checked={isAgreed(agreed, text)}
            aria-invalid={(wasTried && !isAgreed(agreed, text)) || undefined}
            onCheckedChange={(isTicked) => agree(text, isTicked)}
          >
            {t("consent.agree", { institution: text.institution.shortName })}
          </Checkbox>
        </Section>
      ))}
    </form>
  );
}
