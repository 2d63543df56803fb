/** Documents people have handed in: drawn samples, one file each, sealed and stored like anybody's. */
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { type FilesGateway, newObjectName } from "../../gateways/files/index.js";
import { maskIdentityNumber, maskName, sha256 } from "../../kernel/crypto/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { documents, ReadFact } from "../../modules/borrowers/document.tables.js";
import { type DocumentKind, DocumentState, documentEvents, ReadingState } from "../../modules/borrowers/index.js";
import type { EventLog } from "./event-log.js";
import type { Member } from "./person-rows.js";
import { actorOf } from "./person-rows.js";
import { Random } from "./random.js";
import type { Times } from "./times.js";

type DocumentRow = typeof documents.$inferInsert;

/** Ink and paper of each kind; never the look of a real document. */
const COLOURS: Readonly<Record<DocumentKind, readonly [paper: string, ink: string]>> = {
  IDENTITY_FRONT: ["#e8f0f7", "#4a6d8c"],
  IDENTITY_BACK: ["#f6e9e7", "#9c5147"],
  WORK_PROOF: ["#fbfaf5", "#555045"],
  INCOME_PROOF: ["#f4f9f2", "#4a6b45"],
  BANK_STATEMENT: ["#f5f3fb", "#5a4f86"],
  RESIDENCE_PROOF: ["#fdf6ea", "#80622c"],
  OTHER: ["#f5f5f5", "#666666"],
};

function drawingOf(kind: DocumentKind): string {
  const [paper, ink] = COLOURS[kind];
  const isCard = kind === "IDENTITY_FRONT";
  const lines = Array.from({ length: isCard ? 4 : 8 }, (_, row) => {
    const width = 180 + ((row * 67) % 150);
    return `<rect x="60" y="${110 + row * 34}" width="${isCard ? width : width + 160}" height="12" rx="6" fill="${ink}" opacity="0.35"/>`;
  });
  const face = isCard
    ? `<circle cx="500" cy="160" r="46" fill="${ink}" opacity="0.4"/><path d="M420 300a80 80 0 0 1 160 0z" fill="${ink}" opacity="0.4"/>`
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="${paper}"/>
    <rect x="60" y="50" width="260" height="26" rx="8" fill="${ink}" opacity="0.6"/>${lines.join("")}${face}
    <text x="320" y="390" font-size="40" letter-spacing="12" text-anchor="middle" fill="${ink}" opacity="0.5">SAMPLE</text></svg>`;
}

/** A PNG text chunk: keeps two people's samples from being the same file. */
function remark(text: string): Buffer {
  const body = Buffer.from(`tEXtComment\0${text}`, "latin1");
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

const END_LENGTH = 12;

/** The sample drawings, made once. */
async function drawSamples(kinds: readonly DocumentKind[]): Promise<Map<DocumentKind, Buffer>> {
  const drawn = await Promise.all(
    kinds.map(
      async (kind) =>
        [
          kind,
          await sharp(Buffer.from(drawingOf(kind)))
            .png({ palette: true })
            .toBuffer(),
        ] as const,
    ),
  );
  return new Map(drawn);
}

const READER = "沙箱证件识别";
/** One card in so many lay beside another's when it was photographed: there for a reviewer to find. */
const STRANGERS = 30;

/** What the reader made of an identity photo: what its owner verified, but for a few. */
function readingOf(id: string, kind: DocumentKind, { person, cipher }: Member, at: Date) {
  if (kind !== "IDENTITY_FRONT" && kind !== "IDENTITY_BACK")
    return { readingState: null, readingProvider: null, readFacts: [], readAt: null };
  const random = new Random(`reading/${person.identityNumber}/${kind}`);
  const isStranger = kind === "IDENTITY_FRONT" && !person.isDemo && random.isChance(1 / STRANGERS);
  const number = isStranger ? "110105199001010053" : person.identityNumber;
  const values: [field: ReadFact["field"], value: string, masked: string, agrees: boolean | null][] =
    kind === "IDENTITY_FRONT"
      ? [
          ["NAME", person.name, maskName(person.name), true],
          ["IDENTITY_NUMBER", number, maskIdentityNumber(number), !isStranger],
        ]
      : [["VALID_UNTIL", "2036-06-30", "2036-06-30", null]];
  const readFacts = values.map(([field, value, masked, agrees]): ReadFact => {
    const sealed = cipher.seal(`documents.read_facts.${id}.${field}`, value);
    return { field, sealed, masked, confidence: random.whole(91, 99), isSound: true, agrees };
  });
  return { readingState: ReadingState.READ, readingProvider: READER, readFacts, readAt: at };
}

/** What one person handed in, with the moment (business time) of its first use. */
export interface Paper {
  readonly id: string;
  readonly member: Member;
  readonly kind: DocumentKind;
  readonly handedInAt: Date;
}

/** The papers that applications need, one of each kind a person. */
export class PaperPile {
  readonly #papers = new Map<string, Paper>();

  /** The person's paper of that kind, handed in a little before it was first needed. */
  of(member: Member, kind: DocumentKind, neededAt: Date): Paper {
    const key = `${member.person.id}/${kind}`;
    const known = this.#papers.get(key);
    const handedInAt = new Date(neededAt.getTime() - 7 * 60_000);
    if (known && known.handedInAt <= handedInAt) return known;
    const id = known?.id ?? new Random(`paper/${member.person.identityNumber}/${kind}`).id(handedInAt.getTime());
    const paper = { id, member, kind, handedInAt };
    this.#papers.set(key, paper);
    return paper;
  }

  all(): Paper[] {
    return [...this.#papers.values()];
  }
}

const FILES_AT_ONCE = 40;

/** Draws, seals and stores every paper and answers the rows that stand for them. Outside any transaction. */
export async function storePapers(
  { vault }: Kernel,
  files: FilesGateway,
  papers: readonly Paper[],
  { times, log }: { times: Times; log: EventLog },
): Promise<DocumentRow[]> {
  const samples = await drawSamples([...new Set(papers.map(({ kind }) => kind))]);
  const rows: DocumentRow[] = [];
  for (let at = 0; at < papers.length; at += FILES_AT_ONCE)
    rows.push(...(await Promise.all(papers.slice(at, at + FILES_AT_ONCE).map(store))));
  return rows;

  async function store({ id, member, kind, handedInAt }: Paper): Promise<DocumentRow> {
    const sample = samples.get(kind) ?? Buffer.alloc(0);
    const end = sample.length - END_LENGTH;
    const bytes = Buffer.concat([sample.subarray(0, end), remark(id), sample.subarray(end)]);
    const objectName = newObjectName("documents");
    await files.put(objectName, bytes, member.cipher);
    const borrowerId = member.person.id;
    const uploadedAt = times.real(handedInAt);
    log.note(documentEvents.checked, {
      at: handedInAt,
      actor: actorOf(member.person),
      subject: ["Document", id],
      borrowerId,
      facts: { documentId: id, kind, state: DocumentState.ACCEPTED, refusal: null },
    });
    return {
      id,
      borrowerId,
      kind,
      fileName: member.cipher.seal(`documents.file_name.${id}`, `${kind.toLowerCase()}.png`),
      contentType: "image/png",
      sizeBytes: bytes.length,
      state: DocumentState.ACCEPTED,
      pageCount: 1,
      objectName,
      contentBlind: vault.blindIndex("document", sha256(bytes)),
      ...readingOf(id, kind, member, uploadedAt),
      uploadExpiresAt: new Date(uploadedAt.getTime() + 1_800_000),
      uploadedAt,
      createdAt: new Date(uploadedAt.getTime() - 60_000),
    };
  }
}
