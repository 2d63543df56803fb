/** What is asked: the borrower app's own search page, and the home of a signed-in borrower. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The hash under which the borrower app's build registered an operation. */
export function trustedHash(root: string, operation: string): string {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(join(root, "apps", "borrower", "src", "gql", "persisted-documents.json"), "utf8"),
  );
  const found = Object.entries(manifest).find(([, text]) => new RegExp(`\\bquery ${operation}\\b`).test(text));
  if (!found) throw new Error(`the borrower app has no query ${operation}`);
  return found[0];
}

export const hashed = (hash: string, operationName: string, variables: unknown): string =>
  JSON.stringify({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

/** Ten applications with product, institution and timeline, and the loans with their next instalment. */
export const HOME = `query BenchHome {
  applications(first: 10) { edges { node { id number state step amount termCount submittedAt
    product { id name slug } institution { id shortName } timeline { id state occurredAt title } } } }
  loans(first: 10) { edges { node { id number state outstandingPrincipal
    nextInstalment { id number dueOn payment remaining } } } }
}`;

/** The same facts as the search page's rows, by hand. */
export const SEARCH_SQL = `select json_build_object('products', json_agg(row)) as data from (
  select p.id, p.slug, v.name, v.tagline, v.category, v.amount_min, v.amount_max, v.rate_min, v.rate_max, v.term_options,
    v.repayment_methods, v.fees, v.annual_cost_min, v.annual_cost_max, v.disbursement_hours,
    json_build_object('id', i.id, 'shortName', i.short_name, 'licenceKind', i.licence_kind) as institution
  from products p join product_versions v on v.id = p.current_version_id join institutions i on i.id = p.institution_id
  where p.state = 'PUBLISHED' and v.amount_min <= $1::bigint and v.amount_max >= $1::bigint and 12 = any(v.term_options)
  order by v.annual_cost_max, p.id limit 20) row`;

/** The same facts as the home, by hand; $1 is the borrower. */
export const HOME_SQL = `select json_build_object(
  'applications', (select json_agg(a) from (
    select a.id, a.number, a.state, a.amount, a.term_count, a.submitted_at,
      json_build_object('id', p.id, 'slug', p.slug, 'name', v.name) as product,
      json_build_object('id', i.id, 'shortName', i.short_name) as institution,
      (select json_agg(json_build_object('id', e.id, 'name', e.name, 'at', e.occurred_at, 'facts', e.facts) order by e.occurred_at)
       from events e where e.subject_type = 'Application' and e.subject_id = a.id::text) as timeline
    from applications a join product_versions v on v.id = a.product_version_id join products p on p.id = a.product_id
      join institutions i on i.id = a.institution_id
    where a.borrower_id = $1::uuid order by a.submitted_at desc, a.id desc limit 10) a),
  'loans', (select json_agg(l) from (
    select l.id, l.number, l.state, l.outstanding_principal,
      (select json_build_object('id', n.id, 'number', n.number, 'dueOn', n.due_on, 'payment', n.principal + n.interest + n.fee)
       from instalments n where n.loan_id = l.id and n.state <> 'PAID' order by n.number limit 1) as next_instalment
    from loans l where l.borrower_id = $1::uuid order by l.created_at desc, l.id desc limit 10) l)) as data`;
