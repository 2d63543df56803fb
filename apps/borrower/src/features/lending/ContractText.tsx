import { classNames, Tag } from "@daichao/ui/light";
import { useId } from "react";
import type { ContractText_PreviewFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./contract-text.module.css";

graphql(`
  fragment ContractText_preview on ContractPreview {
    number
    title
    paperHash
    blocks {
      kind
      lines
      groups {
        title
        facts {
          label
          text
        }
      }
      rows
      numericFrom
    }
  }
`);

type Block = ContractText_PreviewFragment["blocks"][number];

/** The contract as it would be signed now, word for word what its PDF will say; in the contract's language. */
export function ContractText({ preview }: { preview: ContractText_PreviewFragment }) {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`} className={styles.preview}>
      <header className={styles.head}>
        <h3 id={`${id}-title`}>{t("sign.text")}</h3>
        <Tag family="warning" className={styles.number}>
          {t("sign.textNumber", { number: preview.number })}
        </Tag>
      </header>
      <p className={styles.quiet}>{t("sign.textHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section tabIndex={0} aria-label={preview.title} lang="zh-CN" className={styles.paper}>
        <h4 className={styles.title}>{preview.title}</h4>
        {preview.blocks.map((block, at) => (
          // A paper's blocks have no name but their place, and never move.
          <PaperBlock key={at} block={block} />
        ))}
      </section>
      <p className={styles.hash}>
        {t("sign.textHash")}　<code>{preview.paperHash}</code>
      </p>
    </section>
  );
}

function PaperBlock({ block }: { block: Block }) {
  const { kind, lines, groups } = block;
  if (kind === "HEADING") return <h5 className={styles.heading}>{lines[0]}</h5>;
  if (kind === "NOTE") return <p className={styles.quiet}>{lines[0]}</p>;
  if (kind === "TABLE") return <PaperTable block={block} />;
  if (kind === "CLAUSES") {
    if (lines.length === 1) return <p>{lines[0]}</p>;
    return (
      <ol className={styles.clauses}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    );
  }
  return (
    <div className={classNames(kind === "PARTIES" && styles.parties)}>
      {groups.map(({ title, facts }) => (
        <div key={title ?? ""}>
          {title !== null && <p className={styles.party}>{title}</p>}
          <dl className={kind === "FIGURES" ? styles.figures : styles.facts}>
            {facts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

function PaperTable({ block: { rows, numericFrom } }: { block: Block }) {
  const [names = [], ...body] = rows;
  const kindOf = (column: number) => (column >= numericFrom ? styles.figure : undefined);
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <thead>
          <tr>
            {names.map((name, column) => (
              <th key={name} scope="col" className={kindOf(column)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((text, column) => (
                <td key={names[column]} className={kindOf(column)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
