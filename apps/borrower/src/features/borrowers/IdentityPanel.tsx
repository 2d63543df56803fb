import { useMutation } from "@apollo/client/react";
import { checkIdentityNumber } from "@daichao/finance";
import { CameraIcon, CheckIcon } from "@daichao/ui";
import { Button, Instant, Skeleton, Tag, TextField } from "@daichao/ui/light";
import { lazy, Suspense, useState } from "react";
import type { IdentityPanel_BorrowerFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { Fact } from "../../ui/Fact.tsx";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./forms.module.css";
import type { ReadingNote } from "./read-values.ts";
import { noteOn, offered } from "./read-values.ts";
import { useIdentityReading } from "./useIdentityReading.ts";

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

// The uploader belongs to the heavier half of the pieces: it comes when somebody wants to photograph their card.
const IdentityPhotos = lazy(async () => ({ default: (await import("./IdentityPhotos.tsx")).IdentityPhotos }));

const readFields = { name: "NAME", identityNumber: "IDENTITY_NUMBER" } as const;

function IdentityForm() {
  const t = useT();
  const [verify, { loading }] = useMutation(VerifyIdentityDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const reading = useIdentityReading();
  const [typed, setTyped] = useState<Partial<Record<(typeof fields)[number], string>>>({});
  const [wasTried, setTried] = useState(false);
  const [hasPhotos, setPhotos] = useState(false);
  // What was read stands in a box until something is typed into it.
  const textIn = (field: (typeof fields)[number]) => typed[field] ?? offered(reading.facts, readFields[field]) ?? "";
  const [name, identityNumber] = [textIn("name"), textIn("identityNumber")];
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
  const noteFor = (field: (typeof fields)[number]) => (
    <ReadingHint
      note={noteOn(reading.facts, readFields[field], textIn(field))}
      onTake={(value) => setTyped({ ...typed, [field]: value })}
    />
  );
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
        {hasPhotos ? (
          <Suspense fallback={<Skeleton height={120} />}>
            <IdentityPhotos documents={reading.documents} onTaken={reading.refetch} />
          </Suspense>
        ) : (
          <Button icon={CameraIcon} onClick={() => setPhotos(true)}>
            {t("reading.begin")}
          </Button>
        )}
        <p className={styles.quiet} role="status">
          {reading.state === null ? t("reading.hint") : t(`reading.${reading.state}`)}
          {reading.facts.get("VALID_UNTIL")?.isLapsed === true && ` ${t("reading.lapsed")}`}
        </p>
      </div>
      <TextField
        label={t("identity.name")}
        autoComplete="name"
        maxLength={30}
        required
        value={name}
        hint={noteFor("name")}
        error={failures.of("name") ?? (wasTried && !isNamed ? t("identity.nameWrong") : undefined)}
        onValueChange={(text) => setTyped({ ...typed, name: text })}
      />
      <TextField
        label={t("identity.number")}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={18}
        required
        value={identityNumber}
        hint={noteFor("identityNumber")}
        error={failures.of("identityNumber") ?? (wasTried && !isNumbered ? t("identity.numberWrong") : undefined)}
        onValueChange={(text) => setTyped({ ...typed, identityNumber: text.toUpperCase().replace(/[^\dX]/g, "") })}
      />
      <div className={styles.whole}>
        <Button type="submit" variant="primary" loading={loading}>
          {t("identity.submit")}
        </Button>
      </div>
    </form>
  );
}

/** Where the value of a box comes from, or what the card says instead. */
function ReadingHint({ note, onTake }: { note: ReadingNote | null; onTake: (value: string) => void }) {
  const t = useT();
  if (note === null) return null;
  if (note.kind === "taken") return <span>{t("reading.taken", { confidence: note.confidence })}</span>;
  return (
    <span className={styles.stale}>
      {note.kind === "uncertain" && t("reading.uncertain", { confidence: note.confidence })}
      {note.kind === "misread" && t("reading.misread")}
      {note.kind === "differs" && (
        <>
          {t("reading.differs", { value: note.value })}{" "}
          <Button size="small" variant="quiet" onClick={() => onTake(note.value)}>
            {t("reading.take")}
          </Button>
        </>
      )}
    </span>
  );
}
