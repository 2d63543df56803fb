import styles from "./InstitutionMark.module.css";

export interface InstitutionMarkProps {
  monogram: string;
  name: string;
  note?: string;
}

/** Who lends: a seal with the monogram, the name, the kind of licence. */
export function InstitutionMark({ monogram, name, note }: InstitutionMarkProps) {
  return (
    <span className={styles.mark}>
      <span className={styles.seal} aria-hidden="true">
        {monogram}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
    </span>
  );
}
