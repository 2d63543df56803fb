CREATE TABLE "outbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"code" text,
	"key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "outbox_messages_channel" CHECK ("outbox_messages"."channel" in ('SMS', 'EMAIL'))
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"institution_id" uuid,
	"checked_by" text NOT NULL,
	"maker_id" uuid NOT NULL,
	"maker_name" text NOT NULL,
	"checker_id" uuid,
	"checker_name" text,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"summary" jsonb NOT NULL,
	"diff" jsonb NOT NULL,
	"payload" jsonb NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approvals_state" CHECK ("approvals"."state" in ('PENDING', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
	CONSTRAINT "approvals_checker_is_not_maker" CHECK ("approvals"."checker_id" is null or "approvals"."checker_id" <> "approvals"."maker_id")
);
--> statement-breakpoint
ALTER TABLE "approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "business_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	"day_zero" date NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_by" text,
	CONSTRAINT "business_clock_single" CHECK ("business_clock"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint,
	"name" text NOT NULL,
	"occurred_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"business_day" date NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"borrower_id" uuid,
	"institution_id" uuid,
	"channel_id" uuid,
	"facts" jsonb NOT NULL,
	"diff" jsonb,
	"request_id" text
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reaction_marks" (
	"reaction" text NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "reaction_marks_reaction_event_id_pk" PRIMARY KEY("reaction","event_id")
);
--> statement-breakpoint
CREATE TABLE "business_days" (
	"job" text NOT NULL,
	"day" date NOT NULL,
	"handled" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "business_days_job_day_pk" PRIMARY KEY("job","day")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "idempotency_keys_owner_key_pk" PRIMARY KEY("owner","key")
);
--> statement-breakpoint
CREATE TABLE "figure_days" (
	"day" date NOT NULL,
	"institution_id" uuid NOT NULL,
	"application_count" integer DEFAULT 0 NOT NULL,
	"approved_count" integer DEFAULT 0 NOT NULL,
	"rejected_count" integer DEFAULT 0 NOT NULL,
	"disbursed_count" integer DEFAULT 0 NOT NULL,
	"disbursed_amount" bigint DEFAULT 0 NOT NULL,
	"repaid_amount" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "figure_days_institution_id_day_pk" PRIMARY KEY("institution_id","day"),
	CONSTRAINT "figure_days_counts" CHECK ("figure_days"."application_count" >= 0 and "figure_days"."approved_count" >= 0 and "figure_days"."rejected_count" >= 0 and "figure_days"."disbursed_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "figure_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_draft_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"product_version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"is_selected" boolean DEFAULT true NOT NULL,
	"application_id" uuid
);
--> statement-breakpoint
ALTER TABLE "application_draft_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"amount" bigint NOT NULL,
	"term_count" integer NOT NULL,
	"method" text,
	"purpose" text NOT NULL,
	"current_step" text DEFAULT 'TERMS' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "application_drafts_state" CHECK ("application_drafts"."state" in ('OPEN', 'SUBMITTED', 'DISCARDED', 'EXPIRED')),
	CONSTRAINT "application_drafts_purpose" CHECK ("application_drafts"."purpose" in ('RENOVATION', 'CAR', 'EDUCATION', 'MEDICAL', 'TRAVEL', 'WEDDING', 'DAILY_CONSUMPTION', 'BUSINESS', 'DEBT_CONSOLIDATION', 'OTHER')),
	CONSTRAINT "application_drafts_amount" CHECK ("application_drafts"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "application_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_documents" (
	"application_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "application_documents_application_id_document_id_pk" PRIMARY KEY("application_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "application_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"product_version_id" uuid NOT NULL,
	"product_version_number" integer NOT NULL,
	"product_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"term_count" integer NOT NULL,
	"method" text NOT NULL,
	"purpose" text NOT NULL,
	"quoted_annual_rate" integer NOT NULL,
	"quoted_annual_cost" integer NOT NULL,
	"quoted_first_payment" bigint NOT NULL,
	"quoted_total_payment" bigint NOT NULL,
	"terms_hash" text NOT NULL,
	"applicant_facts" jsonb NOT NULL,
	"name_masked" text NOT NULL,
	"consent_id" uuid,
	"consent_ended_at" timestamp (3) with time zone,
	"state" text DEFAULT 'SUBMITTED' NOT NULL,
	"last_open_state" text DEFAULT 'SUBMITTED' NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"clock_left_minutes" integer,
	"assignee_id" uuid,
	"assignee_name" text,
	"outcome" text,
	"withdrawal_note" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('DRAFT', 'SUBMITTED', 'SCREENING', 'UNDER_REVIEW', 'NEED_MORE_INFO', 'COUNTER_OFFERED', 'APPROVED', 'CONTRACT_PENDING', 'CONTRACTED', 'DISBURSING', 'DISBURSE_FAILED', 'DISBURSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'CANCELLED')),
	CONSTRAINT "applications_purpose" CHECK ("applications"."purpose" in ('RENOVATION', 'CAR', 'EDUCATION', 'MEDICAL', 'TRAVEL', 'WEDDING', 'DAILY_CONSUMPTION', 'BUSINESS', 'DEBT_CONSOLIDATION', 'OTHER')),
	CONSTRAINT "applications_outcome" CHECK ("applications"."outcome" in ('PASS', 'REFER', 'REJECT')),
	CONSTRAINT "applications_amount" CHECK ("applications"."amount" > 0),
	CONSTRAINT "applications_term" CHECK ("applications"."term_count" > 0),
	CONSTRAINT "applications_submitted_state" CHECK ("applications"."state" <> 'DRAFT'),
	CONSTRAINT "applications_pause" CHECK (("applications"."clock_left_minutes" is not null) = ("applications"."state" = 'NEED_MORE_INFO'))
);
--> statement-breakpoint
ALTER TABLE "applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"document_id" uuid,
	"answered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "document_requests_answer" CHECK (("document_requests"."document_id" is null) = ("document_requests"."answered_at" is null)),
	CONSTRAINT "document_requests_one_end" CHECK ("document_requests"."answered_at" is null or "document_requests"."closed_at" is null)
);
--> statement-breakpoint
ALTER TABLE "document_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid,
	"viewer_kind" text NOT NULL,
	"viewer_id" uuid NOT NULL,
	"viewer_name" text NOT NULL,
	"subject" text NOT NULL,
	"fields" text[] NOT NULL,
	"document_id" uuid,
	"purpose" text NOT NULL,
	"application_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "access_records_subject" CHECK ("access_records"."subject" in ('PERSONAL_DATA', 'DOCUMENT')),
	CONSTRAINT "access_records_purpose" CHECK ("access_records"."purpose" in ('IDENTITY_REVIEW', 'INCOME_REVIEW', 'CONTACT_APPLICANT', 'FRAUD_CHECK', 'COMPLAINT_HANDLING', 'OWN_DATA')),
	CONSTRAINT "access_records_says_what" CHECK (cardinality("access_records"."fields") > 0 or "access_records"."document_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "access_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"bank_name" text NOT NULL,
	"number" text NOT NULL,
	"number_masked" text NOT NULL,
	"number_blind" text NOT NULL,
	"token" text NOT NULL,
	"bound_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bank_cards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "borrowers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"name_masked" text,
	"identity_number" text,
	"identity_number_masked" text,
	"identity_number_blind" text,
	"phone_masked" text NOT NULL,
	"identity_verified_at" timestamp (3) with time zone,
	"try_count" integer DEFAULT 0 NOT NULL,
	"tries_on" date,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "borrowers_verified_whole" CHECK (("borrowers"."identity_verified_at" is null) = ("borrowers"."identity_number" is null) and ("borrowers"."identity_number" is null) = ("borrowers"."identity_number_blind" is null) and ("borrowers"."identity_number" is null) = ("borrowers"."name" is null))
);
--> statement-breakpoint
ALTER TABLE "borrowers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"employment" text,
	"employer" text,
	"monthly_income" bigint,
	"monthly_debt_payment" bigint,
	"employed_since" date,
	"education" text,
	"housing" text,
	"province" text,
	"city" text,
	"address" text,
	"emergency_contact_name" text,
	"emergency_contact_phone" text,
	"emergency_contact_phone_masked" text,
	"provenance" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "profile_versions_employment" CHECK ("profile_versions"."employment" in ('EMPLOYED', 'SELF_EMPLOYED', 'PUBLIC_SECTOR', 'FREELANCE', 'STUDENT', 'RETIRED', 'UNEMPLOYED')),
	CONSTRAINT "profile_versions_education" CHECK ("profile_versions"."education" in ('BELOW_HIGH_SCHOOL', 'HIGH_SCHOOL', 'COLLEGE', 'BACHELOR', 'MASTER_OR_ABOVE')),
	CONSTRAINT "profile_versions_housing" CHECK ("profile_versions"."housing" in ('OWNED', 'MORTGAGED', 'RENTED', 'FAMILY', 'OTHER')),
	CONSTRAINT "profile_versions_income" CHECK ("profile_versions"."monthly_income" >= 0),
	CONSTRAINT "profile_versions_debt" CHECK ("profile_versions"."monthly_debt_payment" >= 0)
);
--> statement-breakpoint
ALTER TABLE "profile_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"hash" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"paragraphs" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"application_id" uuid,
	"purpose" text NOT NULL,
	"text_hash" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text,
	CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" in ('CREDIT_REVIEW', 'LOAN_SERVICING')),
	CONSTRAINT "consents_withdrawn_is_ended" CHECK ("consents"."withdrawn_at" is null or "consents"."ended_at" is not null),
	CONSTRAINT "consents_end_has_reason" CHECK (("consents"."ended_at" is null) = ("consents"."ended_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document_chunks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"index" integer NOT NULL,
	"size_bytes" integer NOT NULL,
	"object_name" text,
	"received_at" timestamp (3) with time zone,
	CONSTRAINT "document_chunks_received_is_stored" CHECK (("document_chunks"."received_at" is null) = ("document_chunks"."object_name" is null))
);
--> statement-breakpoint
ALTER TABLE "document_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"state" text DEFAULT 'AWAITING_UPLOAD' NOT NULL,
	"refusal" text,
	"page_count" integer,
	"object_name" text,
	"content_blind" text,
	"is_duplicate_elsewhere" boolean DEFAULT false NOT NULL,
	"upload_expires_at" timestamp (3) with time zone NOT NULL,
	"checking_since" timestamp (3) with time zone,
	"uploaded_at" timestamp (3) with time zone,
	"discarded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('IDENTITY_FRONT', 'IDENTITY_BACK', 'WORK_PROOF', 'INCOME_PROOF', 'BANK_STATEMENT', 'RESIDENCE_PROOF', 'OTHER')),
	CONSTRAINT "documents_content_type" CHECK ("documents"."content_type" in ('image/jpeg', 'image/png', 'application/pdf')),
	CONSTRAINT "documents_state" CHECK ("documents"."state" in ('AWAITING_UPLOAD', 'CHECKING', 'ACCEPTED', 'REFUSED')),
	CONSTRAINT "documents_size" CHECK ("documents"."size_bytes" between 1 and 8388608),
	CONSTRAINT "documents_accepted_is_stored" CHECK ("documents"."state" <> 'ACCEPTED' or "documents"."object_name" is not null),
	CONSTRAINT "documents_refused_has_reason" CHECK (("documents"."state" = 'REFUSED') = ("documents"."refusal" is not null))
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid,
	"viewer_id" uuid NOT NULL,
	"session_hash" text NOT NULL,
	"object_name" text NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"watermark" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog_version" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "catalog_version_one_row" CHECK ("catalog_version"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "product_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"tagline" text NOT NULL,
	"category" text NOT NULL,
	"amount_min" bigint NOT NULL,
	"amount_max" bigint NOT NULL,
	"rate_min" integer NOT NULL,
	"rate_max" integer NOT NULL,
	"term_options" integer[] NOT NULL,
	"repayment_methods" text[] NOT NULL,
	"day_count" text NOT NULL,
	"due_shift" text NOT NULL,
	"fees" jsonb NOT NULL,
	"contingent_costs" jsonb NOT NULL,
	"eligibility" jsonb NOT NULL,
	"required_documents" text[] NOT NULL,
	"disbursement_hours" integer NOT NULL,
	"cooling_off_days" integer NOT NULL,
	"annual_cost_min" integer NOT NULL,
	"annual_cost_max" integer NOT NULL,
	"dearest_compound" integer NOT NULL,
	"dearest_dated" integer NOT NULL,
	"content_hash" text NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "product_versions_category" CHECK ("product_versions"."category" in ('CONSUMPTION', 'RENOVATION', 'CAR', 'EDUCATION', 'MEDICAL', 'TRAVEL', 'BUSINESS', 'DEBT_CONSOLIDATION')),
	CONSTRAINT "product_versions_day_count" CHECK ("product_versions"."day_count" in ('THIRTY_360', 'ACT_360', 'ACT_365', 'ACT_ACT')),
	CONSTRAINT "product_versions_amounts" CHECK ("product_versions"."amount_min" > 0 and "product_versions"."amount_min" <= "product_versions"."amount_max"),
	CONSTRAINT "product_versions_rates" CHECK ("product_versions"."rate_min" >= 0 and "product_versions"."rate_min" <= "product_versions"."rate_max"),
	CONSTRAINT "product_versions_costs" CHECK ("product_versions"."annual_cost_min" <= "product_versions"."annual_cost_max"),
	CONSTRAINT "product_versions_terms" CHECK (cardinality("product_versions"."term_options") > 0 and 1 <= all("product_versions"."term_options") and 360 >= all("product_versions"."term_options")),
	CONSTRAINT "product_versions_methods" CHECK (cardinality("product_versions"."repayment_methods") > 0 and not "product_versions"."repayment_methods" && array['FLAT', 'REVOLVING']),
	CONSTRAINT "product_versions_documents" CHECK (cardinality("product_versions"."required_documents") > 0),
	CONSTRAINT "product_versions_hash" CHECK ("product_versions"."content_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "product_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"institution_id" uuid NOT NULL,
	"state" text DEFAULT 'DRAFT' NOT NULL,
	"current_version_id" uuid,
	"draft_version_id" uuid,
	"suspended_reason" text,
	"returned_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_state" CHECK ("products"."state" in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUSPENDED', 'UNPUBLISHED', 'ARCHIVED')),
	CONSTRAINT "products_offered_has_version" CHECK ("products"."state" not in ('PUBLISHED', 'SUSPENDED', 'UNPUBLISHED') or "products"."current_version_id" is not null),
	CONSTRAINT "products_suspended_has_reason" CHECK (("products"."state" = 'SUSPENDED') = ("products"."suspended_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "partner_keys_scopes" CHECK (cardinality("partner_keys"."scopes") > 0)
);
--> statement-breakpoint
ALTER TABLE "partner_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bureau_queries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"consent_hash" text NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'ASKED' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "bureau_queries_reason" CHECK ("bureau_queries"."reason" in ('LOAN_APPROVAL')),
	CONSTRAINT "bureau_queries_state" CHECK ("bureau_queries"."state" in ('ASKED', 'ANSWERED', 'UNANSWERED')),
	CONSTRAINT "bureau_queries_answered" CHECK (("bureau_queries"."state" = 'ASKED') = ("bureau_queries"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "bureau_queries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credit_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"query_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"reference" text NOT NULL,
	"score" integer NOT NULL,
	"open_loan_count" integer NOT NULL,
	"total_outstanding" bigint NOT NULL,
	"monthly_obligation" bigint NOT NULL,
	"worst_days_past_due_12_months" integer NOT NULL,
	"hard_queries_90_days" integer NOT NULL,
	"history_months" integer NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "credit_reports_score" CHECK ("credit_reports"."score" between 0 and 1000),
	CONSTRAINT "credit_reports_counts" CHECK ("credit_reports"."open_loan_count" >= 0 and "credit_reports"."total_outstanding" >= 0 and "credit_reports"."monthly_obligation" >= 0 and "credit_reports"."worst_days_past_due_12_months" >= 0 and "credit_reports"."hard_queries_90_days" >= 0 and "credit_reports"."history_months" >= 0)
);
--> statement-breakpoint
ALTER TABLE "credit_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"login_index" text NOT NULL,
	"login_sealed" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text,
	"state" text DEFAULT 'ACTIVE' NOT NULL,
	"institution_id" uuid,
	"decision_limit" bigint DEFAULT 0 NOT NULL,
	"totp_sealed" text,
	"totp_last_step" bigint,
	"freeze_reason" text,
	"demo_key" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accounts_kind" CHECK ("accounts"."kind" in ('BORROWER', 'INSTITUTION', 'PLATFORM')),
	CONSTRAINT "accounts_state" CHECK ("accounts"."state" in ('ACTIVE', 'FROZEN', 'PENDING', 'CLOSED')),
	CONSTRAINT "accounts_institution_kind" CHECK (("accounts"."kind" = 'INSTITUTION') = ("accounts"."institution_id" is not null)),
	CONSTRAINT "accounts_freeze_reason" CHECK (("accounts"."state" = 'FROZEN') = ("accounts"."freeze_reason" is not null)),
	CONSTRAINT "accounts_decision_limit" CHECK ("accounts"."decision_limit" >= 0)
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"window_from" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"phone_index" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"phone_sealed" text NOT NULL,
	"account_id" uuid,
	"subject_id" uuid,
	"notice" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "code_challenges_purpose" CHECK ("code_challenges"."purpose" in ('REGISTER', 'SIGN_IN', 'RESET_PASSWORD', 'CHANGE_PHONE', 'SIGN_CONTRACT', 'SECOND_FACTOR')),
	CONSTRAINT "code_challenges_notice" CHECK ("code_challenges"."notice" in ('CODE', 'ALREADY_REGISTERED', 'NOT_REGISTERED', 'PHONE_IN_USE', 'NONE')),
	CONSTRAINT "code_challenges_tries" CHECK ("code_challenges"."attempts" between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "code_challenges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "password_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "password_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_keys" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"wrapped" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_roles" (
	"account_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	CONSTRAINT "account_roles_account_id_role_id_pk" PRIMARY KEY("account_id","role_id")
);
--> statement-breakpoint
CREATE TABLE "role_permissions" (
	"role_id" uuid NOT NULL,
	"permission" text NOT NULL,
	CONSTRAINT "role_permissions_role_id_permission_pk" PRIMARY KEY("role_id","permission")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "roles_kind" CHECK ("roles"."kind" in ('BORROWER', 'INSTITUTION', 'PLATFORM'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"institution_id" uuid,
	"app" text NOT NULL,
	"token_hash" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text,
	"device" text NOT NULL,
	"ip_masked" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"licence_kind" text NOT NULL,
	"licence_number" text NOT NULL,
	"uscc" text NOT NULL,
	"state" text NOT NULL,
	"province" text NOT NULL,
	"service_phone" text NOT NULL,
	"contact_email" text NOT NULL,
	"monogram" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "institutions_licence" CHECK ("institutions"."licence_kind" in ('BANK', 'CONSUMER_FINANCE', 'MICRO_LENDER')),
	CONSTRAINT "institutions_state" CHECK ("institutions"."state" in ('APPLYING', 'IN_REVIEW', 'ACTIVE', 'SUSPENDED', 'TERMINATED')),
	CONSTRAINT "institutions_uscc_form" CHECK ("institutions"."uscc" ~ '^[0-9A-HJ-NP-RTUWXY]{18}$')
);
--> statement-breakpoint
ALTER TABLE "institutions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_callbacks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"event_id" text,
	"raw_body" text NOT NULL,
	"verdict" text DEFAULT 'RECEIVED' NOT NULL,
	"reason" text,
	"order_id" uuid,
	"received_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "bank_callbacks_verdict" CHECK ("bank_callbacks"."verdict" in ('RECEIVED', 'APPLIED', 'DUPLICATE', 'NO_CHANGE', 'DISPUTED', 'REFUSED')),
	CONSTRAINT "bank_callbacks_reason" CHECK ("bank_callbacks"."verdict" in ('RECEIVED', 'APPLIED') or "bank_callbacks"."reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "bank_callbacks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"bank_card_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"has_contradiction" boolean DEFAULT false NOT NULL,
	"bank_reference" text,
	"failure" text,
	"dispute_reason" text,
	"asked_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "bank_orders_kind" CHECK ("bank_orders"."kind" in ('DISBURSE', 'COLLECT')),
	CONSTRAINT "bank_orders_state" CHECK ("bank_orders"."state" in ('REQUESTED', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED', 'DISPUTED')),
	CONSTRAINT "bank_orders_amount_positive" CHECK ("bank_orders"."amount" > 0),
	CONSTRAINT "bank_orders_settled" CHECK ("bank_orders"."state" not in ('SUCCEEDED', 'FAILED') or "bank_orders"."settled_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "bank_orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_balances" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_balances_not_negative" CHECK ("account_balances"."balance" >= 0)
);
--> statement-breakpoint
ALTER TABLE "account_balances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ledger_accounts_owner_kind" CHECK ("ledger_accounts"."owner_kind" in ('LOAN', 'INSTITUTION', 'GUARANTOR', 'PLATFORM')),
	CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('LOAN_PRINCIPAL', 'FUNDS', 'INTEREST_INCOME', 'PENALTY_INCOME', 'FEE_INCOME'))
);
--> statement-breakpoint
ALTER TABLE "ledger_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"debit_account_id" uuid NOT NULL,
	"credit_account_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reverses" uuid,
	"business_day" date NOT NULL,
	"borrower_id" uuid,
	"institution_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "transfers_kind" CHECK ("transfers"."kind" in ('DISBURSEMENT', 'UPFRONT_FEE', 'REPAYMENT_PRINCIPAL', 'REPAYMENT_INTEREST', 'REPAYMENT_PENALTY', 'REPAYMENT_FEE', 'REVERSAL')),
	CONSTRAINT "transfers_amount_positive" CHECK ("transfers"."amount" > 0),
	CONSTRAINT "transfers_two_accounts" CHECK ("transfers"."debit_account_id" <> "transfers"."credit_account_id"),
	CONSTRAINT "transfers_reversal" CHECK (("transfers"."reverses" is not null) = ("transfers"."kind" = 'REVERSAL'))
);
--> statement-breakpoint
ALTER TABLE "transfers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"application_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"bank_card_id" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"pdf_object" text NOT NULL,
	"pdf_sha256" text NOT NULL,
	"terms_hash" text NOT NULL,
	"sheet_hash" text NOT NULL,
	CONSTRAINT "contracts_hashes" CHECK ("contracts"."pdf_sha256" ~ '^[0-9a-f]{64}$' and "contracts"."terms_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "contracts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disbursements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"contract_id" uuid,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"bank_card_id" uuid NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"amount" bigint NOT NULL,
	"order_id" uuid NOT NULL,
	"try_count" integer DEFAULT 1 NOT NULL,
	"bank_reference" text,
	"failure" text,
	"requested_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "disbursements_state" CHECK ("disbursements"."state" in ('REQUESTED', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
	CONSTRAINT "disbursements_amount_positive" CHECK ("disbursements"."amount" > 0),
	CONSTRAINT "disbursements_settled" CHECK ("disbursements"."state" not in ('SUCCEEDED', 'FAILED') or "disbursements"."settled_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "disbursements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"start_on" date NOT NULL,
	"sheet" text NOT NULL,
	"sheet_hash" text NOT NULL,
	"terms_hash" text NOT NULL,
	"reading_seconds" integer NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "disclosures_hash" CHECK ("disclosures"."sheet_hash" ~ '^[0-9a-f]{64}$' and "disclosures"."terms_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "disclosures_reading" CHECK ("disclosures"."reading_seconds" > 0),
	CONSTRAINT "disclosures_read_first" CHECK ("disclosures"."confirmed_at" is null or "disclosures"."confirmed_at" >= "disclosures"."opened_at" + make_interval(secs => "disclosures"."reading_seconds"))
);
--> statement-breakpoint
ALTER TABLE "disclosures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instalments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"loan_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"due_on" date NOT NULL,
	"scheduled_due_on" date NOT NULL,
	"is_calendar_known" boolean NOT NULL,
	"principal" bigint NOT NULL,
	"interest" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"fee_lines" jsonb NOT NULL,
	"paid_principal" bigint DEFAULT 0 NOT NULL,
	"paid_interest" bigint DEFAULT 0 NOT NULL,
	"paid_fee" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'UPCOMING' NOT NULL,
	"paid_on" date,
	"days_past_due" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "instalments_state" CHECK ("instalments"."state" in ('UPCOMING', 'DUE', 'PARTLY_PAID', 'PAID', 'OVERDUE')),
	CONSTRAINT "instalments_number" CHECK ("instalments"."number" >= 0),
	CONSTRAINT "instalments_amounts" CHECK ("instalments"."principal" >= 0 and "instalments"."interest" >= 0 and "instalments"."fee" >= 0),
	CONSTRAINT "instalments_paid" CHECK ("instalments"."paid_principal" between 0 and "instalments"."principal" and "instalments"."paid_interest" between 0 and "instalments"."interest" and "instalments"."paid_fee" between 0 and "instalments"."fee"),
	CONSTRAINT "instalments_paid_state" CHECK (("instalments"."state" = 'PAID') = ("instalments"."paid_principal" + "instalments"."paid_interest" + "instalments"."paid_fee" = "instalments"."principal" + "instalments"."interest" + "instalments"."fee")),
	CONSTRAINT "instalments_paid_on" CHECK (("instalments"."state" = 'PAID') = ("instalments"."paid_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "instalments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "loans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"application_id" uuid NOT NULL,
	"contract_id" uuid,
	"disbursement_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"product_version_id" uuid NOT NULL,
	"bank_card_id" uuid NOT NULL,
	"state" text DEFAULT 'ACTIVE' NOT NULL,
	"principal" bigint NOT NULL,
	"annual_rate" integer NOT NULL,
	"term_count" integer NOT NULL,
	"method" text NOT NULL,
	"due_shift" text NOT NULL,
	"allocation_order" text[] NOT NULL,
	"start_on" date NOT NULL,
	"matures_on" date NOT NULL,
	"plan_hash" text NOT NULL,
	"outstanding_principal" bigint NOT NULL,
	"outstanding_total" bigint NOT NULL,
	"total_paid" bigint DEFAULT 0 NOT NULL,
	"days_past_due" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "loans_state" CHECK ("loans"."state" in ('ACTIVE', 'IN_GRACE', 'OVERDUE', 'RESTRUCTURED', 'SETTLED', 'EARLY_SETTLED', 'WRITTEN_OFF')),
	CONSTRAINT "loans_principal" CHECK ("loans"."principal" > 0),
	CONSTRAINT "loans_outstanding" CHECK ("loans"."outstanding_principal" between 0 and "loans"."principal" and "loans"."outstanding_total" >= "loans"."outstanding_principal"),
	CONSTRAINT "loans_settled" CHECK (("loans"."state" in ('SETTLED', 'EARLY_SETTLED')) = ("loans"."outstanding_total" = 0)),
	CONSTRAINT "loans_days" CHECK ("loans"."days_past_due" >= 0)
);
--> statement-breakpoint
ALTER TABLE "loans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_lines" (
	"payment_id" uuid NOT NULL,
	"loan_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"instalment_number" integer NOT NULL,
	"component" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "payment_lines_payment_id_instalment_number_component_pk" PRIMARY KEY("payment_id","instalment_number","component"),
	CONSTRAINT "payment_lines_component" CHECK ("payment_lines"."component" in ('PENALTY', 'FEE', 'INTEREST', 'PRINCIPAL')),
	CONSTRAINT "payment_lines_amount_positive" CHECK ("payment_lines"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "payment_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"loan_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"bank_card_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"state" text DEFAULT 'CREATED' NOT NULL,
	"order_id" uuid NOT NULL,
	"bank_reference" text,
	"failure" text,
	"receipt_number" text,
	"paid_on" date,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payments_state" CHECK ("payments"."state" in ('CREATED', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'DISPUTED')),
	CONSTRAINT "payments_amount_positive" CHECK ("payments"."amount" > 0),
	CONSTRAINT "payments_receipt" CHECK (("payments"."state" = 'SUCCEEDED') = ("payments"."receipt_number" is not null) and ("payments"."state" = 'SUCCEEDED') = ("payments"."paid_on" is not null)),
	CONSTRAINT "payments_settled" CHECK ("payments"."state" not in ('SUCCEEDED', 'FAILED') or "payments"."settled_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parameter_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parameter_id" uuid NOT NULL,
	"value" text NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"source" text,
	"changed_by" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "parameter_versions_reason" CHECK (length("parameter_versions"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "parameters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"rule_set_version_id" uuid NOT NULL,
	"rule_set_name" text NOT NULL,
	"rule_set_version" integer NOT NULL,
	"rule_set_hash" text NOT NULL,
	"credit_report_id" uuid,
	"inputs" jsonb NOT NULL,
	"trace" jsonb NOT NULL,
	"decision_hash" text NOT NULL,
	"outcome" text NOT NULL,
	"score" integer,
	"score_band" text,
	"suggested_amount" bigint,
	"suggested_rate" integer,
	"suggested_term_count" integer,
	"reasons" jsonb NOT NULL,
	"duration_micros" integer NOT NULL,
	"assessed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assessments_outcome" CHECK ("assessments"."outcome" in ('PASS', 'REFER', 'REJECT')),
	CONSTRAINT "assessments_hash" CHECK ("assessments"."decision_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"verdict" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"amount" bigint,
	"annual_rate" integer,
	"term_count" integer,
	"method" text,
	"maker_id" uuid,
	"checker_id" uuid,
	"approval_id" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decisions_actor" CHECK ("decisions"."actor" in ('MODEL', 'PERSON')),
	CONSTRAINT "decisions_verdict" CHECK ("decisions"."verdict" in ('APPROVE', 'COUNTER_OFFER', 'REJECT')),
	CONSTRAINT "decisions_checker_is_not_maker" CHECK ("decisions"."checker_id" is null or "decisions"."checker_id" <> "decisions"."maker_id"),
	CONSTRAINT "decisions_person_has_maker" CHECK (("decisions"."actor" = 'PERSON') = ("decisions"."maker_id" is not null)),
	CONSTRAINT "decisions_refusal_has_reason" CHECK ("decisions"."verdict" <> 'REJECT' or jsonb_array_length("decisions"."reasons") > 0),
	CONSTRAINT "decisions_terms" CHECK (("decisions"."verdict" = 'REJECT') = ("decisions"."amount" is null))
);
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"product_version_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"amount" bigint NOT NULL,
	"annual_rate" integer NOT NULL,
	"term_count" integer NOT NULL,
	"method" text NOT NULL,
	"requested_amount" bigint NOT NULL,
	"requested_term_count" integer NOT NULL,
	"comment" text,
	"start_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"sign_by" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "offers_kind" CHECK ("offers"."kind" in ('AS_REQUESTED', 'COUNTER_OFFER')),
	CONSTRAINT "offers_state" CHECK ("offers"."state" in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
	CONSTRAINT "offers_amount" CHECK ("offers"."amount" > 0),
	CONSTRAINT "offers_sign_by" CHECK ("offers"."state" = 'ACCEPTED' or "offers"."sign_by" is null)
);
--> statement-breakpoint
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rule_set_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'DRAFT' NOT NULL,
	"model" jsonb NOT NULL,
	"hash" text NOT NULL,
	"activated_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "rule_set_versions_state" CHECK ("rule_set_versions"."state" in ('DRAFT', 'ACTIVE', 'RETIRED')),
	CONSTRAINT "rule_set_versions_hash" CHECK ("rule_set_versions"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "rule_set_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "underwriting_policies" (
	"institution_id" uuid PRIMARY KEY NOT NULL,
	"is_automatic_approval_enabled" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "underwriting_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "application_draft_items" ADD CONSTRAINT "application_draft_items_draft_id_application_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."application_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_documents" ADD CONSTRAINT "application_documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_cards" ADD CONSTRAINT "bank_cards_borrower_id_borrowers_id_fk" FOREIGN KEY ("borrower_id") REFERENCES "public"."borrowers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_versions" ADD CONSTRAINT "profile_versions_borrower_id_borrowers_id_fk" FOREIGN KEY ("borrower_id") REFERENCES "public"."borrowers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_chunks" ADD CONSTRAINT "document_chunks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_borrower_id_borrowers_id_fk" FOREIGN KEY ("borrower_id") REFERENCES "public"."borrowers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_versions" ADD CONSTRAINT "product_versions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_versions" ADD CONSTRAINT "product_versions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_keys" ADD CONSTRAINT "partner_keys_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_reports" ADD CONSTRAINT "credit_reports_query_id_bureau_queries_id_fk" FOREIGN KEY ("query_id") REFERENCES "public"."bureau_queries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_balances" ADD CONSTRAINT "account_balances_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_debit_account_id_ledger_accounts_id_fk" FOREIGN KEY ("debit_account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_credit_account_id_ledger_accounts_id_fk" FOREIGN KEY ("credit_account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_disclosure_id_disclosures_id_fk" FOREIGN KEY ("disclosure_id") REFERENCES "public"."disclosures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disbursements" ADD CONSTRAINT "disbursements_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loans" ADD CONSTRAINT "loans_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loans" ADD CONSTRAINT "loans_disbursement_id_disbursements_id_fk" FOREIGN KEY ("disbursement_id") REFERENCES "public"."disbursements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parameter_versions" ADD CONSTRAINT "parameter_versions_parameter_id_parameters_id_fk" FOREIGN KEY ("parameter_id") REFERENCES "public"."parameters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_rule_set_version_id_rule_set_versions_id_fk" FOREIGN KEY ("rule_set_version_id") REFERENCES "public"."rule_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_messages_key" ON "outbox_messages" USING btree ("channel","key");--> statement-breakpoint
CREATE INDEX "outbox_messages_latest" ON "outbox_messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_messages_recipient" ON "outbox_messages" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_pending" ON "approvals" USING btree ("kind","subject_id") WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX "approvals_inbox" ON "approvals" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "approvals_institution" ON "approvals" USING btree ("institution_id","state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_seq" ON "events" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "events_unnumbered" ON "events" USING btree ("id") WHERE seq is null;--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_type","subject_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_of_day" ON "events" USING btree ("name","business_day","institution_id");--> statement-breakpoint
CREATE INDEX "events_borrower" ON "events" USING btree ("borrower_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_institution" ON "events" USING btree ("institution_id","occurred_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "figure_days_by_day" ON "figure_days" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "application_draft_items_product" ON "application_draft_items" USING btree ("draft_id","product_id");--> statement-breakpoint
CREATE INDEX "application_drafts_borrower" ON "application_drafts" USING btree ("borrower_id","updated_at");--> statement-breakpoint
CREATE INDEX "application_drafts_expiry" ON "application_drafts" USING btree ("expires_at") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "application_documents_document" ON "application_documents" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_number" ON "applications" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_open" ON "applications" USING btree ("borrower_id","product_id") WHERE state in ('SUBMITTED', 'SCREENING', 'UNDER_REVIEW', 'NEED_MORE_INFO', 'COUNTER_OFFERED', 'APPROVED', 'CONTRACT_PENDING', 'CONTRACTED', 'DISBURSING', 'DISBURSE_FAILED');--> statement-breakpoint
CREATE INDEX "applications_borrower" ON "applications" USING btree ("borrower_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_institution" ON "applications" USING btree ("institution_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_institution_state" ON "applications" USING btree ("institution_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_queue" ON "applications" USING btree ("institution_id",(coalesce(due_at, '9999-01-01T00:00:00Z'::timestamptz)),"id");--> statement-breakpoint
CREATE INDEX "applications_newest" ON "applications" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_product_open" ON "applications" USING btree ("product_id") WHERE state in ('SUBMITTED', 'SCREENING', 'UNDER_REVIEW', 'NEED_MORE_INFO', 'COUNTER_OFFERED', 'APPROVED', 'CONTRACT_PENDING', 'CONTRACTED', 'DISBURSING', 'DISBURSE_FAILED');--> statement-breakpoint
CREATE INDEX "document_requests_application" ON "document_requests" USING btree ("application_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "document_requests_one_open" ON "document_requests" USING btree ("application_id","kind") WHERE answered_at is null and closed_at is null;--> statement-breakpoint
CREATE INDEX "document_requests_due" ON "document_requests" USING btree ("due_at") WHERE answered_at is null and closed_at is null;--> statement-breakpoint
CREATE INDEX "access_records_borrower" ON "access_records" USING btree ("borrower_id","created_at","id");--> statement-breakpoint
CREATE INDEX "access_records_viewer" ON "access_records" USING btree ("viewer_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_cards_number" ON "bank_cards" USING btree ("number_blind");--> statement-breakpoint
CREATE INDEX "bank_cards_borrower" ON "bank_cards" USING btree ("borrower_id","bound_at");--> statement-breakpoint
CREATE UNIQUE INDEX "borrowers_identity_number" ON "borrowers" USING btree ("identity_number_blind");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_versions_current" ON "profile_versions" USING btree ("borrower_id","version");--> statement-breakpoint
CREATE INDEX "consents_standing" ON "consents" USING btree ("institution_id","borrower_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "consents_borrower" ON "consents" USING btree ("borrower_id","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_application" ON "consents" USING btree ("application_id","purpose") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "document_chunks_place" ON "document_chunks" USING btree ("document_id","index");--> statement-breakpoint
CREATE INDEX "documents_borrower" ON "documents" USING btree ("borrower_id","created_at");--> statement-breakpoint
CREATE INDEX "documents_content" ON "documents" USING btree ("content_blind");--> statement-breakpoint
CREATE INDEX "file_links_expiry" ON "file_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "product_versions_number" ON "product_versions" USING btree ("product_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "product_versions_of_product" ON "product_versions" USING btree ("id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug" ON "products" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "products_institution" ON "products" USING btree ("institution_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "products_updated" ON "products" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "products_published" ON "products" USING btree ("id") WHERE state = 'PUBLISHED';--> statement-breakpoint
CREATE UNIQUE INDEX "channels_name" ON "channels" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_keys_token" ON "partner_keys" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "partner_keys_channel" ON "partner_keys" USING btree ("channel_id","created_at");--> statement-breakpoint
CREATE INDEX "bureau_queries_application" ON "bureau_queries" USING btree ("institution_id","application_id");--> statement-breakpoint
CREATE INDEX "bureau_queries_borrower" ON "bureau_queries" USING btree ("borrower_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_reports_query" ON "credit_reports" USING btree ("query_id");--> statement-breakpoint
CREATE INDEX "credit_reports_application" ON "credit_reports" USING btree ("institution_id","application_id","fetched_at");--> statement-breakpoint
CREATE INDEX "credit_reports_borrower" ON "credit_reports" USING btree ("borrower_id","fetched_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("login_index");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_demo" ON "accounts" USING btree ("demo_key");--> statement-breakpoint
CREATE INDEX "accounts_institution" ON "accounts" USING btree ("institution_id","created_at");--> statement-breakpoint
CREATE INDEX "accounts_list" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "attempt_counters_age" ON "attempt_counters" USING btree ("window_from");--> statement-breakpoint
CREATE INDEX "code_challenges_age" ON "code_challenges" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "password_history_account" ON "password_history" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "account_roles_role" ON "account_roles" USING btree ("role_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_code" ON "roles" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id","started_at");--> statement-breakpoint
CREATE INDEX "sessions_seen" ON "sessions" USING btree ("last_seen_at") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "institutions_uscc" ON "institutions" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "institutions_list" ON "institutions" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_callbacks_event" ON "bank_callbacks" USING btree ("provider","event_id");--> statement-breakpoint
CREATE INDEX "bank_callbacks_order" ON "bank_callbacks" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_orders_one_live" ON "bank_orders" USING btree ("kind","subject_id") WHERE state <> 'FAILED';--> statement-breakpoint
CREATE INDEX "bank_orders_subject" ON "bank_orders" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "bank_orders_open" ON "bank_orders" USING btree ("updated_at") WHERE state in ('REQUESTED', 'SENT', 'UNKNOWN');--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_key" ON "ledger_accounts" USING btree ("owner_kind","owner_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_kind_ref" ON "transfers" USING btree ("kind","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_reverses" ON "transfers" USING btree ("reverses");--> statement-breakpoint
CREATE INDEX "transfers_event" ON "transfers" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "transfers_debit" ON "transfers" USING btree ("debit_account_id","created_at");--> statement-breakpoint
CREATE INDEX "transfers_credit" ON "transfers" USING btree ("credit_account_id","created_at");--> statement-breakpoint
CREATE INDEX "transfers_institution" ON "transfers" USING btree ("institution_id","business_day");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_number" ON "contracts" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_application" ON "contracts" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_pdf" ON "contracts" USING btree ("pdf_sha256");--> statement-breakpoint
CREATE INDEX "contracts_borrower" ON "contracts" USING btree ("borrower_id");--> statement-breakpoint
CREATE INDEX "contracts_institution" ON "contracts" USING btree ("institution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disbursements_application" ON "disbursements" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disbursements_contract" ON "disbursements" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "disbursements_order" ON "disbursements" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "disbursements_borrower" ON "disbursements" USING btree ("borrower_id");--> statement-breakpoint
CREATE INDEX "disbursements_institution" ON "disbursements" USING btree ("institution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosures_one_per_sheet" ON "disclosures" USING btree ("application_id","sheet_hash");--> statement-breakpoint
CREATE INDEX "disclosures_borrower" ON "disclosures" USING btree ("borrower_id","opened_at");--> statement-breakpoint
CREATE INDEX "disclosures_institution" ON "disclosures" USING btree ("institution_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "instalments_of_loan" ON "instalments" USING btree ("loan_id","number");--> statement-breakpoint
CREATE INDEX "instalments_unpaid" ON "instalments" USING btree ("due_on","loan_id") WHERE state <> 'PAID';--> statement-breakpoint
CREATE INDEX "instalments_unknown_day" ON "instalments" USING btree ("loan_id") WHERE not is_calendar_known;--> statement-breakpoint
CREATE INDEX "instalments_borrower" ON "instalments" USING btree ("borrower_id","due_on");--> statement-breakpoint
CREATE INDEX "instalments_institution" ON "instalments" USING btree ("institution_id","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "loans_number" ON "loans" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "loans_application" ON "loans" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "loans_disbursement" ON "loans" USING btree ("disbursement_id");--> statement-breakpoint
CREATE INDEX "loans_borrower" ON "loans" USING btree ("borrower_id","created_at","id");--> statement-breakpoint
CREATE INDEX "loans_institution" ON "loans" USING btree ("institution_id","created_at","id");--> statement-breakpoint
CREATE INDEX "loans_institution_state" ON "loans" USING btree ("institution_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "loans_newest" ON "loans" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "payment_lines_loan" ON "payment_lines" USING btree ("loan_id","instalment_number");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_order" ON "payments" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_receipt_number" ON "payments" USING btree ("receipt_number");--> statement-breakpoint
CREATE INDEX "payments_loan" ON "payments" USING btree ("loan_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_borrower" ON "payments" USING btree ("borrower_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_institution" ON "payments" USING btree ("institution_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "parameter_versions_moment" ON "parameter_versions" USING btree ("parameter_id","effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "parameters_name" ON "parameters" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_application" ON "assessments" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "assessments_institution" ON "assessments" USING btree ("institution_id","assessed_at");--> statement-breakpoint
CREATE INDEX "decisions_application" ON "decisions" USING btree ("application_id","decided_at");--> statement-breakpoint
CREATE INDEX "decisions_institution" ON "decisions" USING btree ("institution_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_standing" ON "offers" USING btree ("application_id") WHERE state in ('OPEN', 'ACCEPTED');--> statement-breakpoint
CREATE INDEX "offers_expiry" ON "offers" USING btree ("expires_at") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "offers_signing" ON "offers" USING btree ("sign_by") WHERE sign_by is not null;--> statement-breakpoint
CREATE INDEX "offers_application" ON "offers" USING btree ("application_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_set_versions_number" ON "rule_set_versions" USING btree ("institution_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_set_versions_one_active" ON "rule_set_versions" USING btree ("institution_id") WHERE state = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "rule_set_versions_institution" ON "rule_set_versions" USING btree ("institution_id","created_at");--> statement-breakpoint
CREATE POLICY "approvals_api" ON "approvals" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "approvals"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "approvals"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "approvals_worker" ON "approvals" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "events_api" ON "events" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "events"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "events"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'CHANNEL' then "events"."channel_id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "events"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "events"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'CHANNEL' then "events"."channel_id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "events_worker" ON "events" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "events_record" ON "events" AS PERMISSIVE FOR INSERT TO "daichao_api" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "figure_days_api" ON "figure_days" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "figure_days"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "figure_days"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "figure_days_worker" ON "figure_days" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_draft_items_api" ON "application_draft_items" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_draft_items"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_draft_items"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "application_draft_items_worker" ON "application_draft_items" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_drafts_api" ON "application_drafts" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_drafts"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_drafts"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "application_drafts_worker" ON "application_drafts" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_documents_api" ON "application_documents" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_documents"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "application_documents"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_documents"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "application_documents"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "application_documents_worker" ON "application_documents" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "applications_api" ON "applications" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "applications"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "applications"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "applications"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "applications"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "applications_worker" ON "applications" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "document_requests_api" ON "document_requests" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "document_requests"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "document_requests"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "document_requests"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "document_requests"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "document_requests_worker" ON "document_requests" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "access_records_api" ON "access_records" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "access_records"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "access_records"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "access_records"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "access_records"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "access_records_worker" ON "access_records" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "bank_cards_api" ON "bank_cards" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'INSTITUTION' then exists (select 1 from consents standing where standing.borrower_id = "bank_cards"."borrower_id" and standing.institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid) and standing.ended_at is null) else false end or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "bank_cards"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "bank_cards"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "bank_cards_worker" ON "bank_cards" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "borrowers_api" ON "borrowers" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'INSTITUTION' then exists (select 1 from consents standing where standing.borrower_id = "borrowers"."id" and standing.institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid) and standing.ended_at is null) else false end or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "borrowers"."id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "borrowers"."id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "borrowers_worker" ON "borrowers" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "profile_versions_api" ON "profile_versions" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "profile_versions"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "profile_versions"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "profile_versions_worker" ON "profile_versions" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consents_api" ON "consents" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "consents"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "consents"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "consents"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "consents"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "consents_worker" ON "consents" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "document_chunks_api" ON "document_chunks" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "document_chunks"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "document_chunks"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "document_chunks_worker" ON "document_chunks" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "documents_api" ON "documents" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'INSTITUTION' then exists (select 1 from consents standing where standing.borrower_id = "documents"."borrower_id" and standing.institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid) and standing.ended_at is null) else false end or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "documents"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "documents"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "documents_worker" ON "documents" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "file_links_api" ON "file_links" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "file_links"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "file_links"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "file_links"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "file_links"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "file_links_worker" ON "file_links" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "product_versions_api" ON "product_versions" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("product_versions"."published_at" is not null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "product_versions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "product_versions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "product_versions_worker" ON "product_versions" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "products_api" ON "products" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("products"."current_version_id" is not null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "products"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "products"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "products_worker" ON "products" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "channels_api" ON "channels" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'CHANNEL' then "channels"."id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'CHANNEL' then "channels"."id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "channels_worker" ON "channels" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "partner_keys_api" ON "partner_keys" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'CHANNEL' then "partner_keys"."channel_id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'CHANNEL' then "partner_keys"."channel_id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "partner_keys_worker" ON "partner_keys" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "bureau_queries_api" ON "bureau_queries" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "bureau_queries"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "bureau_queries"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "bureau_queries"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "bureau_queries"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "bureau_queries_worker" ON "bureau_queries" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "credit_reports_api" ON "credit_reports" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "credit_reports"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "credit_reports"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "credit_reports"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "credit_reports"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "credit_reports_worker" ON "credit_reports" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "accounts_api" ON "accounts" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "accounts"."id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "accounts"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "accounts"."id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "accounts"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "accounts_worker" ON "accounts" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "code_challenges_api" ON "code_challenges" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "code_challenges"."account_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "code_challenges"."account_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "code_challenges_worker" ON "code_challenges" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "password_history_api" ON "password_history" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "password_history"."account_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "password_history"."account_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "password_history_worker" ON "password_history" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sessions_api" ON "sessions" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "sessions"."account_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "sessions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "sessions"."account_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "sessions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "sessions_worker" ON "sessions" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "institutions_api" ON "institutions" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("institutions"."state" in ('ACTIVE', 'SUSPENDED', 'TERMINATED') or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "institutions"."id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "institutions"."id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "institutions_worker" ON "institutions" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "bank_callbacks_api" ON "bank_callbacks" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end);--> statement-breakpoint
CREATE POLICY "bank_callbacks_worker" ON "bank_callbacks" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "bank_orders_api" ON "bank_orders" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "bank_orders"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "bank_orders"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "bank_orders"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "bank_orders"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "bank_orders_worker" ON "bank_orders" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "account_balances_api" ON "account_balances" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end);--> statement-breakpoint
CREATE POLICY "account_balances_worker" ON "account_balances" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ledger_accounts_api" ON "ledger_accounts" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end);--> statement-breakpoint
CREATE POLICY "ledger_accounts_worker" ON "ledger_accounts" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "transfers_api" ON "transfers" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "transfers"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "transfers"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "transfers"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "transfers"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "transfers_worker" ON "transfers" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contracts_api" ON "contracts" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contracts"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "contracts"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contracts"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "contracts"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "contracts_worker" ON "contracts" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "disbursements_api" ON "disbursements" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "disbursements"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "disbursements"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "disbursements"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "disbursements"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "disbursements_worker" ON "disbursements" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "disclosures_api" ON "disclosures" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "disclosures"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "disclosures"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "disclosures"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "disclosures"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "disclosures_worker" ON "disclosures" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "instalments_api" ON "instalments" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "instalments"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "instalments"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "instalments"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "instalments"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "instalments_worker" ON "instalments" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "loans_api" ON "loans" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "loans"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "loans"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "loans"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "loans"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "loans_worker" ON "loans" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "payment_lines_api" ON "payment_lines" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "payment_lines"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "payment_lines"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "payment_lines"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "payment_lines"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "payment_lines_worker" ON "payment_lines" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "payments_api" ON "payments" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "payments"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "payments"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "payments"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "payments"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "payments_worker" ON "payments" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "assessments_api" ON "assessments" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "assessments"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "assessments"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "assessments_worker" ON "assessments" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "decisions_api" ON "decisions" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "decisions"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "decisions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "decisions"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "decisions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "decisions_worker" ON "decisions" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "offers_api" ON "offers" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "offers"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "offers"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "offers"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "offers"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "offers_worker" ON "offers" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rule_set_versions_api" ON "rule_set_versions" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "rule_set_versions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "rule_set_versions"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "rule_set_versions_worker" ON "rule_set_versions" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "underwriting_policies_api" ON "underwriting_policies" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "underwriting_policies"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "underwriting_policies"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "underwriting_policies_worker" ON "underwriting_policies" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);