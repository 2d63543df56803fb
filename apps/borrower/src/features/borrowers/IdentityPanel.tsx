import { useMutation } from "@apollo/client/react";
import { checkIdentityNumber } from "@daichao/finance";
import { CheckIcon } from "@daichao/ui";
import { Button, Instant, Tag, TextField } from "@daichao/ui/light";
import { useState } from "react";
import type { IdentityPanel_BorrowerFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { Fact } from "../../ui/Fact.tsx";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./forms.module.css";

graphql(`
  fragment IdentityPanel_borrower on Borrower {
    id
    nameMasked
    phoneMasked
    identityNumberMasked
    isIdentityVerified
    identityVerifiedAt
  }
`);

const VerifyIdentityDocument = graphql(`
  mutation VerifyIdentity($input: VerifyIdentityInput!) {
    verifyIdentity(input: $input) {
      id
      ...IdentityPanel_borrower @unmask
    }
  }
`);

const fields = ["name", "identityNumber"] as const;

/** Who the borrower is, once; afterwards only shown, and masked. */
export function IdentityPanel({ borrower }: { borrower: IdentityPanel_BorrowerFragment }) {
  const t = useT();
  if (!borrower.isIdentityVerified) {
    return (
      <Section title={t("identity.title")} hint={t("identity.why")} id="identity">
        <IdentityForm />
      </Section>
    );
  }
  return (
    <Section
      title={t("identity.title")}
      id="identity"
      aside={
        <Tag family="success" icon={CheckIcon}>
          {t("identity.verified")}
        </Tag>
      }
    >
      <dl className={styles.facts}>
        <Fact label={t("identity.name")}>{borrower.nameMasked}</Fact>
        <Fact label={t("identity.number")}>{borrower.identityNumberMasked}</Fact>
        <Fact label={t("phone.label")}>{borrower.phoneMasked}</Fact>
        {borrower.identityVerifiedAt !== null && (
          <Fact label={t("identity.at")}>
            <Instant at={borrower.identityVerifiedAt} />
          </Fact>
        )}
      </dl>
    </Section>
  );
}

function IdentityForm() {
  const t = useT();
  const [verify, { loading }] = useMutation(VerifyIdentityDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const [name, setName] = useState("");
  const [identityNumber, setNumber] = useState("");
  const [wasTried, setTried] = useState(false);
  const isNamed = /^[\p{Script=Han}·•]{2,30}$/u.test(name.trim());
  const isNumbered = checkIdentityNumber(identityNumber).valid;
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (!isNamed || !isNumbered) return;
    try {
      await verify({ variables: { input: { name: name.trim(), identityNumber } } });
    } catch (error) {
      failures.take(error);
    }
  };
  return (
    <form
      ref={form}
      noValidate
      className={styles.grid}
      onSubmit={(event) => {
        event.preventDefault();
        if (!loading) void submit();
      }}
    >
      <div className={styles.whole}>
        <FormError>{failures.form}</FormError>
      </div>
      <TextField
        label={t("identity.name")}
        autoComplete="name"
        maxLength={30}
        required
        value={name}
        error={failures.of("name") ?? (wasTried && !isNamed ? t("identity.nameWrong") : undefined)}
        onValueChange={setName}
      />
      <TextField
        label={t("identity.number")}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={18}
        required
        value={identityNumber}
        error={failures.of("identityNumber") ?? (wasTried && !isNumbered ? t("identity.numberWrong") : undefined)}
        onValueChange={(typed) => setNumber(typed.toUpperCase().replace(/[^\dX]/g, ""))}
      />
      <div className={styles.whole}>
        <Button type="submit" variant="primary" loading={loading}>
          {t("identity.submit")}
        </Button>
      </div>
    </form>
  );
}
