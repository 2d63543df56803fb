import { RepaymentMethod } from "@daichao/finance";
import type { FilesGateway } from "../../gateways/files/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { ApplicationService } from "../applications/index.js";
import type { BankCardService, BorrowerService, FileLinkService } from "../borrowers/index.js";
import { productVersionById } from "../catalog/index.js";
import type { ObligationService } from "../credit/index.js";
import type { IdentityService } from "../identity/index.js";
import { institutionById } from "../institutions/index.js";
import type { BankOrderService, LedgerBulk, LedgerService } from "../ledger/index.js";
import type { SettingsService } from "../settings/index.js";
import type { OfferService } from "../underwriting/index.js";
import { CardReleaseResolver } from "./card-release.resolver.js";
import { CardReleaseService } from "./card-release.service.js";
import {
  ApplicationLendingResolver,
  ContractResolver,
  CostDisclosureResolver,
  DisbursementResolver,
} from "./contract.resolver.js";
import { ContractService, type Signatories, type SigningCodes } from "./contract.service.js";
import { ContractFileService } from "./contract-file.service.js";
import { ContractPreviewResolver } from "./contract-preview.resolver.js";
import { ContractPreviewService } from "./contract-preview.service.js";
import { disbursementReactions } from "./disbursement.reactions.js";
import { DisbursementService } from "./disbursement.service.js";
import { type AgreedTerms, DisclosureService } from "./disclosure.service.js";
import { LendingBulk } from "./lending-bulk.service.js";
import "./lending.permissions.js";
import { loanDaily } from "./loan.jobs.js";
import { InstalmentResolver, LoanResolver } from "./loan.resolver.js";
import { LendingService } from "./loan.service.js";
import { LoanOpening } from "./loan-opening.service.js";

export interface LendingLeft {
  readonly applications: ApplicationService;
  readonly bankCards: BankCardService;
  readonly bankOrders: BankOrderService;
  readonly borrowers: BorrowerService;
  readonly fileLinks: FileLinkService;
  readonly files: FilesGateway;
  readonly identity: IdentityService;
  readonly ledger: LedgerService;
  readonly ledgerBulk: LedgerBulk;
  readonly obligations: ObligationService;
  readonly offers: OfferService;
  readonly settings: SettingsService;
}

export interface LendingModule extends ModuleParts {
  readonly lending: LendingService;
  readonly disclosures: DisclosureService;
  readonly contracts: ContractService;
  readonly contractPreviews: ContractPreviewService;
  readonly cardReleases: CardReleaseService;
  readonly contractFiles: ContractFileService;
  readonly disbursements: DisbursementService;
  readonly lendingBulk: LendingBulk;
}

function agreedTerms({ offers }: LendingLeft): AgreedTerms {
  const viewOf = async (reader: Reader | Tx, id: string) => {
    const [view] = await productVersionById.batch(reader as Reader, [id], system);
    if (!view) throw kernelErrors.notFound();
    return view;
  };
  return {
    async acceptedOffer(reader, applicationId) {
      const offer = await offers.accepted(reader, applicationId);
      const method = Object.values(RepaymentMethod).find((known) => known === offer?.method);
      return offer && method ? { ...offer, method } : undefined;
    },
    productVersion: viewOf,
    async institution(reader, id) {
      const [row] = await institutionById.batch(reader as Reader, [id], system);
      if (!row) throw kernelErrors.notFound();
      return row;
    },
  };
}

const signatories = ({ borrowers, bankCards, identity }: LendingLeft): Signatories => ({
  async signatory(reader, borrowerId) {
    const { name } = await borrowers.clearIdentityOf(reader, borrowerId);
    const { identityNumberMasked, phoneMasked } = await borrowers.factsOf(reader, borrowerId);
    return { name, identityNumberMasked: identityNumberMasked ?? "", phoneMasked };
  },
  card: (reader, viewer, id) => bankCards.find(reader, viewer, id),
  async holdCard(tx, viewer, id) {
    await bankCards.lock(tx, viewer, id);
  },
  cipherOf: (reader, borrowerId) => identity.cipherOf(reader, borrowerId),
});

const signingCodes = ({ identity }: LendingLeft): SigningCodes => ({
  request: (viewer, subjectId) =>
    identity.requestCode(viewer, { purpose: "SIGN_CONTRACT", accountId: viewer.accountId, subjectId }),
  check: ({ accountId }, { challengeId, code, applicationId: subjectId }) =>
    identity.checkCode({ challengeId, code, purpose: "SIGN_CONTRACT", accountId, subjectId }),
  spend: (tx, grant) => identity.spendCode(tx, grant),
});

export function createLendingModule(kernel: Kernel, left: LendingLeft): LendingModule {
  const { applications, bankOrders, files, ledger, obligations, settings } = left;
  const agreed = agreedTerms(left);
  const people = signatories(left);
  const lending = new LendingService(kernel, ledger, obligations);
  const disclosures = new DisclosureService(kernel, applications, agreed, settings);
  const previews = new ContractPreviewService(kernel, applications, disclosures, agreed, people);
  const releases = new CardReleaseService(kernel, applications, left.bankCards);
  const contracts = new ContractService(kernel, applications, previews, people, signingCodes(left), files);
  const contractFiles = new ContractFileService(kernel, people, files, left.fileLinks);
  const opening = new LoanOpening(kernel, ledger, obligations);
  const disbursements = new DisbursementService(kernel, applications, disclosures, agreed, bankOrders, opening);
  return {
    lending,
    disclosures,
    contracts,
    contractPreviews: previews,
    cardReleases: releases,
    contractFiles,
    disbursements,
    lendingBulk: new LendingBulk(left.ledgerBulk, obligations),
    resolvers: [
      new CostDisclosureResolver(disclosures),
      new ContractResolver(contracts, contractFiles, applications),
      new ContractPreviewResolver(previews),
      new CardReleaseResolver(releases, left.borrowers),
      new DisbursementResolver(disbursements, applications),
      new ApplicationLendingResolver(),
      new LoanResolver(lending),
      new InstalmentResolver(),
    ],
    reactions: disbursementReactions(disbursements),
    daily: loanDaily(lending),
  };
}
