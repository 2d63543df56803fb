CREATE TABLE "activity_choices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid,
	"visitor_id" uuid,
	"is_allowed" boolean NOT NULL,
	"text_hash" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_on" date NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text,
	CONSTRAINT "activity_choices_ended_reason" CHECK ("activity_choices"."ended_reason" in ('CHANGED', 'JOINED_ACCOUNT')),
	CONSTRAINT "activity_choices_one_person" CHECK (("activity_choices"."borrower_id" is null) <> ("activity_choices"."visitor_id" is null)),
	CONSTRAINT "activity_choices_end_has_reason" CHECK (("activity_choices"."ended_at" is null) = ("activity_choices"."ended_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "activity_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_quotas" (
	"actor_id" uuid NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"event_count" integer NOT NULL,
	CONSTRAINT "activity_quotas_actor_id_hour_pk" PRIMARY KEY("actor_id","hour")
);
--> statement-breakpoint
ALTER TABLE "activity_quotas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid,
	"visitor_id" uuid,
	"kind" text NOT NULL,
	"product_id" uuid,
	"seconds" integer,
	"amount" bigint,
	"term_count" integer,
	"category" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"occurred_on" date NOT NULL,
	CONSTRAINT "activity_records_kind" CHECK ("activity_records"."kind" in ('PRODUCT_VIEWED', 'PRODUCT_DWELT', 'PRODUCT_COMPARED', 'CALCULATOR_USED', 'SEARCHED', 'FAVOURITED', 'APPLICATION_STARTED')),
	CONSTRAINT "activity_records_one_person" CHECK (("activity_records"."borrower_id" is null) <> ("activity_records"."visitor_id" is null))
);
--> statement-breakpoint
ALTER TABLE "activity_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "favourites" (
	"borrower_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"version_id" uuid NOT NULL,
	"annual_cost_max" integer NOT NULL,
	CONSTRAINT "favourites_borrower_id_product_id_pk" PRIMARY KEY("borrower_id","product_id")
);
--> statement-breakpoint
ALTER TABLE "favourites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"search_name" text,
	"cost_before" integer,
	"cost_now" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "product_alerts_kind" CHECK ("product_alerts"."kind" in ('NEW_MATCH', 'COST_FELL'))
);
--> statement-breakpoint
ALTER TABLE "product_alerts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"sort" text NOT NULL,
	"is_alerting" boolean NOT NULL,
	"seen" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "saved_searches_name" CHECK (char_length("saved_searches"."name") between 1 and 40)
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_sequence_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"product_version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"application_id" uuid,
	"reason" jsonb,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "application_sequence_steps_state" CHECK ("application_sequence_steps"."state" in ('WAITING', 'SENT', 'ENDED', 'ACCEPTED', 'SKIPPED')),
	CONSTRAINT "application_sequence_steps_sent" CHECK (("application_sequence_steps"."application_id" is not null) = ("application_sequence_steps"."state" in ('SENT', 'ENDED', 'ACCEPTED')))
);
--> statement-breakpoint
ALTER TABLE "application_sequence_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_sequences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"goal" text NOT NULL,
	"state" text DEFAULT 'RUNNING' NOT NULL,
	"reason" jsonb,
	"consents" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "application_sequences_goal" CHECK ("application_sequences"."goal" in ('LOWEST_COST', 'FASTEST', 'SUREST')),
	CONSTRAINT "application_sequences_state" CHECK ("application_sequences"."state" in ('RUNNING', 'PAUSED', 'ACCEPTED', 'EXHAUSTED', 'CANCELLED')),
	CONSTRAINT "application_sequences_end" CHECK (("application_sequences"."ended_at" is null) = ("application_sequences"."state" in ('RUNNING', 'PAUSED')))
);
--> statement-breakpoint
ALTER TABLE "application_sequences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "expected_times" (
	"institution_id" uuid NOT NULL,
	"step" text NOT NULL,
	"counted_to" date NOT NULL,
	"case_count" integer NOT NULL,
	"median_minutes" integer,
	"ninetieth_minutes" integer,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "expected_times_institution_id_step_pk" PRIMARY KEY("institution_id","step"),
	CONSTRAINT "expected_times_step" CHECK ("expected_times"."step" in ('DECISION', 'REVIEW', 'PAYOUT')),
	CONSTRAINT "expected_times_figures" CHECK (("expected_times"."median_minutes" is null) = ("expected_times"."ninetieth_minutes" is null) and "expected_times"."median_minutes" between 0 and "expected_times"."ninetieth_minutes")
);
--> statement-breakpoint
ALTER TABLE "expected_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_choices" (
	"borrower_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"is_on" boolean NOT NULL,
	CONSTRAINT "contact_choices_borrower_id_kind_channel_pk" PRIMARY KEY("borrower_id","kind","channel"),
	CONSTRAINT "contact_choices_kind" CHECK ("contact_choices"."kind" in ('APPLICATION', 'OFFER', 'CONTRACT', 'REPAYMENT', 'PRODUCT_ALERT', 'PRIVACY')),
	CONSTRAINT "contact_choices_channel" CHECK ("contact_choices"."channel" in ('IN_APP', 'SMS', 'EMAIL'))
);
--> statement-breakpoint
ALTER TABLE "contact_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_counters" (
	"address_index" text NOT NULL,
	"contact_class" text NOT NULL,
	"day" date NOT NULL,
	"sent_count" integer NOT NULL,
	CONSTRAINT "contact_counters_address_index_contact_class_day_pk" PRIMARY KEY("address_index","contact_class","day"),
	CONSTRAINT "contact_counters_class" CHECK ("contact_counters"."contact_class" in ('NOTICE', 'SECURITY_CODE'))
);
--> statement-breakpoint
ALTER TABLE "contact_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"channel" text NOT NULL,
	"contact_class" text NOT NULL,
	"kind" text,
	"verdict" text NOT NULL,
	"reason" text,
	"address_masked" text,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_on" date NOT NULL,
	CONSTRAINT "contact_log_channel" CHECK ("contact_log"."channel" in ('IN_APP', 'SMS', 'EMAIL')),
	CONSTRAINT "contact_log_class" CHECK ("contact_log"."contact_class" in ('NOTICE', 'SECURITY_CODE')),
	CONSTRAINT "contact_log_kind" CHECK ("contact_log"."kind" in ('APPLICATION', 'OFFER', 'CONTRACT', 'REPAYMENT', 'PRODUCT_ALERT', 'PRIVACY')),
	CONSTRAINT "contact_log_verdict" CHECK ("contact_log"."verdict" in ('SEND', 'LATER', 'NEVER')),
	CONSTRAINT "contact_log_reason" CHECK ("contact_log"."reason" in ('QUIET_HOURS', 'SWITCHED_OFF', 'NO_ADDRESS', 'BUDGET_SPENT')),
	CONSTRAINT "contact_log_reason_given" CHECK (("contact_log"."verdict" = 'SEND') = ("contact_log"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "contact_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_settings" (
	"borrower_id" uuid PRIMARY KEY NOT NULL,
	"quiet_from_minute" integer DEFAULT 1320 NOT NULL,
	"quiet_to_minute" integer DEFAULT 480 NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"email" text,
	"email_masked" text,
	"email_index" text,
	"challenge_id" uuid,
	"challenged_at" timestamp (3) with time zone,
	"challenge_tries" integer DEFAULT 0 NOT NULL,
	"email_confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "contact_settings_minutes" CHECK ("contact_settings"."quiet_from_minute" between 0 and 1439 and "contact_settings"."quiet_to_minute" between 0 and 1439),
	CONSTRAINT "contact_settings_locale" CHECK ("contact_settings"."locale" in ('zh-CN', 'en-US')),
	CONSTRAINT "contact_settings_email_whole" CHECK (("contact_settings"."email" is null) = ("contact_settings"."email_masked" is null) and ("contact_settings"."email" is null) = ("contact_settings"."email_index" is null)),
	CONSTRAINT "contact_settings_confirmed_has_email" CHECK ("contact_settings"."email_confirmed_at" is null or "contact_settings"."email" is not null)
);
--> statement-breakpoint
ALTER TABLE "contact_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "obligations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"loan_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"monthly_payment" bigint NOT NULL,
	"outstanding" bigint NOT NULL,
	"ends_on" date NOT NULL,
	"is_running" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "obligations_amounts" CHECK ("obligations"."monthly_payment" >= 0 and "obligations"."outstanding" >= 0),
	CONSTRAINT "obligations_running" CHECK ("obligations"."is_running" = ("obligations"."outstanding" > 0))
);
--> statement-breakpoint
ALTER TABLE "obligations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contract_previews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"paper_hash" text NOT NULL,
	"shown_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "contract_previews_hash" CHECK ("contract_previews"."paper_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "contract_previews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place" text NOT NULL,
	"product_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"payer_name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"daily_price" bigint NOT NULL,
	"budget" bigint NOT NULL,
	"spent" bigint NOT NULL,
	"charged_on" date,
	"state" text DEFAULT 'PROPOSED' NOT NULL,
	"ended_reason" text,
	"ended_note" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "placements_place" CHECK ("placements"."place" in ('HOME', 'PRODUCTS')),
	CONSTRAINT "placements_state" CHECK ("placements"."state" in ('PROPOSED', 'BOOKED', 'ENDED', 'REJECTED')),
	CONSTRAINT "placements_ended_reason" CHECK ("placements"."ended_reason" in ('COMPLETED', 'BUDGET_SPENT', 'STOPPED')),
	CONSTRAINT "placements_days" CHECK ("placements"."starts_on" <= "placements"."ends_on"),
	CONSTRAINT "placements_price" CHECK ("placements"."daily_price" > 0 and "placements"."daily_price" <= "placements"."budget"),
	CONSTRAINT "placements_spent_within_budget" CHECK ("placements"."spent" >= 0 and "placements"."spent" <= "placements"."budget"),
	CONSTRAINT "placements_ended_has_reason" CHECK (("placements"."state" = 'ENDED') = ("placements"."ended_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "placements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notification_id" uuid NOT NULL,
	"borrower_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"drop_reason" text,
	"not_before" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "message_deliveries_channel" CHECK ("message_deliveries"."channel" in ('SMS', 'EMAIL')),
	CONSTRAINT "message_deliveries_state" CHECK ("message_deliveries"."state" in ('WAITING', 'RESERVED', 'SENT', 'DROPPED')),
	CONSTRAINT "message_deliveries_drop_reason" CHECK ("message_deliveries"."drop_reason" in ('SWITCHED_OFF', 'NO_ADDRESS', 'BUDGET_SPENT', 'OVERTAKEN'))
);
--> statement-breakpoint
ALTER TABLE "message_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"template" text NOT NULL,
	"event_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"facts" jsonb NOT NULL,
	"path" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('APPLICATION', 'OFFER', 'CONTRACT', 'REPAYMENT', 'PRODUCT_ALERT', 'PRIVACY')),
	CONSTRAINT "notifications_template" CHECK ("notifications"."template" in ('APPLICATION_SUBMITTED', 'DOCUMENT_REQUESTED', 'APPLICATION_APPROVED', 'COUNTER_OFFER_MADE', 'OFFER_EXPIRING', 'OFFER_EXPIRED', 'APPLICATION_REFUSED', 'APPLICATION_EXPIRED', 'APPLICATION_CANCELLED', 'SEQUENCE_STOPPED', 'SEQUENCE_EXHAUSTED', 'CONTRACT_TO_SIGN', 'CONTRACT_SIGNED', 'PAYOUT_FAILED', 'PAID_OUT', 'CONSENT_WITHDRAWN', 'PAYMENT_SETTLED', 'PAYMENT_FAILED', 'LOAN_OVERDUE', 'LOAN_SETTLED', 'SEARCH_NEW_MATCH', 'SEARCH_COST_FELL', 'FAVOURITE_COST_FELL'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "odds_models" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"model" jsonb,
	"figures" jsonb,
	"failure" text,
	"failure_detail" text,
	"decision_count" integer NOT NULL,
	"trained_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "odds_models_state" CHECK ("odds_models"."state" in ('ACTIVE', 'RETIRED', 'FAILED')),
	CONSTRAINT "odds_models_failure" CHECK ("odds_models"."failure" in ('WRONG_SIGN', 'NO_BETTER_THAN_CHANCE', 'TOO_FEW_DECISIONS')),
	CONSTRAINT "odds_models_failed_has_reason" CHECK (("odds_models"."state" = 'FAILED') = ("odds_models"."failure" is not null)),
	CONSTRAINT "odds_models_whole" CHECK (("odds_models"."state" = 'FAILED') = ("odds_models"."model" is null))
);
--> statement-breakpoint
CREATE TABLE "odds_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"model_id" uuid NOT NULL,
	"institution_id" uuid,
	"source" text NOT NULL,
	"count" integer NOT NULL,
	"brier" double precision NOT NULL,
	"calibration_error" double precision NOT NULL,
	"points" jsonb NOT NULL,
	CONSTRAINT "odds_records_source" CHECK ("odds_records"."source" in ('HOLDOUT', 'SHOWN')),
	CONSTRAINT "odds_records_figures" CHECK ("odds_records"."brier" between 0 and 1 and "odds_records"."calibration_error" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "odds_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shown_odds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid,
	"precheck_id" uuid,
	"product_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"amount_fen" text NOT NULL,
	"term_count" integer NOT NULL,
	"percent" integer NOT NULL,
	"shown_on" date NOT NULL,
	"application_id" uuid,
	"outcome" integer,
	"settled_on" date,
	CONSTRAINT "shown_odds_percent" CHECK ("shown_odds"."percent" between 0 and 100),
	CONSTRAINT "shown_odds_outcome" CHECK ("shown_odds"."outcome" in (0, 1)),
	CONSTRAINT "shown_odds_settled" CHECK (("shown_odds"."outcome" is null) = ("shown_odds"."application_id" is null))
);
--> statement-breakpoint
ALTER TABLE "shown_odds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "prechecks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"amount" bigint NOT NULL,
	"term_count" integer NOT NULL,
	"employment" text NOT NULL,
	"monthly_income" bigint NOT NULL,
	"monthly_debt_payment" bigint NOT NULL,
	"age_band" text NOT NULL,
	"province_code" text NOT NULL,
	"source_index" text,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"expires_on" date NOT NULL,
	"borrower_id" uuid,
	"claimed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "prechecks_age_band" CHECK ("prechecks"."age_band" in ('FROM_18', 'FROM_23', 'FROM_31', 'FROM_41', 'FROM_51', 'FROM_61')),
	CONSTRAINT "prechecks_amounts" CHECK ("prechecks"."amount" > 0 and "prechecks"."monthly_income" >= 0 and "prechecks"."monthly_debt_payment" >= 0),
	CONSTRAINT "prechecks_claim" CHECK (("prechecks"."borrower_id" is null) = ("prechecks"."claimed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "prechecks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_pairs" (
	"product_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"similarity" double precision NOT NULL,
	"together" integer NOT NULL,
	CONSTRAINT "product_pairs_product_id_other_id_pk" PRIMARY KEY("product_id","other_id"),
	CONSTRAINT "product_pairs_similarity" CHECK ("product_pairs"."similarity" > 0 and "product_pairs"."similarity" <= 1)
);
--> statement-breakpoint
CREATE TABLE "rankings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"borrower_id" uuid,
	"is_personalised" boolean NOT NULL,
	"amount" text NOT NULL,
	"term_count" integer NOT NULL,
	"purpose" text,
	"model_id" uuid,
	"catalog_version" integer NOT NULL,
	"candidate_count" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"facts" jsonb,
	"acts" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"made_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "rankings_personal_has_owner" CHECK (not "rankings"."is_personalised" or "rankings"."borrower_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "rankings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "bank_cards_number";--> statement-breakpoint
ALTER TABLE "application_drafts" ADD COLUMN "reopened_from_id" uuid;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "offer_accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "human_review_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "reopened_from_id" uuid;--> statement-breakpoint
ALTER TABLE "bank_cards" ADD COLUMN "unbound_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "picture_hash" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "picture_bands" integer[];--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "sharpness" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_blurred" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "kept_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading_state" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading_provider" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "read_facts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "preview_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "advice" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "decline_reason" text;--> statement-breakpoint
ALTER TABLE "activity_records" ADD CONSTRAINT "activity_records_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_alerts" ADD CONSTRAINT "product_alerts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_sequence_steps" ADD CONSTRAINT "application_sequence_steps_sequence_id_application_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."application_sequences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_sequences" ADD CONSTRAINT "application_sequences_draft_id_application_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."application_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_previews" ADD CONSTRAINT "contract_previews_disclosure_id_disclosures_id_fk" FOREIGN KEY ("disclosure_id") REFERENCES "public"."disclosures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_deliveries" ADD CONSTRAINT "message_deliveries_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "odds_records" ADD CONSTRAINT "odds_records_model_id_odds_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."odds_models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "odds_records" ADD CONSTRAINT "odds_records_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_odds" ADD CONSTRAINT "shown_odds_model_id_odds_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."odds_models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_pairs" ADD CONSTRAINT "product_pairs_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_pairs" ADD CONSTRAINT "product_pairs_other_id_products_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_choices_of_borrower" ON "activity_choices" USING btree ("borrower_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_choices_of_visitor" ON "activity_choices" USING btree ("visitor_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "activity_choices_forgotten" ON "activity_choices" USING btree ("decided_on") WHERE borrower_id is null;--> statement-breakpoint
CREATE INDEX "activity_quotas_hour" ON "activity_quotas" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "activity_records_of_borrower" ON "activity_records" USING btree ("borrower_id","occurred_on") WHERE borrower_id is not null;--> statement-breakpoint
CREATE INDEX "activity_records_of_visitor" ON "activity_records" USING btree ("visitor_id","occurred_on") WHERE visitor_id is not null;--> statement-breakpoint
CREATE INDEX "activity_records_day" ON "activity_records" USING btree ("occurred_on");--> statement-breakpoint
CREATE INDEX "favourites_product" ON "favourites" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_alerts_once" ON "product_alerts" USING btree ("borrower_id","version_id");--> statement-breakpoint
CREATE INDEX "saved_searches_borrower" ON "saved_searches" USING btree ("borrower_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_searches_alerting" ON "saved_searches" USING btree ("id") WHERE is_alerting;--> statement-breakpoint
CREATE UNIQUE INDEX "application_sequence_steps_product" ON "application_sequence_steps" USING btree ("sequence_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_sequence_steps_application" ON "application_sequence_steps" USING btree ("application_id") WHERE application_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "application_sequence_steps_one_sent" ON "application_sequence_steps" USING btree ("sequence_id") WHERE state = 'SENT';--> statement-breakpoint
CREATE UNIQUE INDEX "application_sequences_draft" ON "application_sequences" USING btree ("draft_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_sequences_one_open" ON "application_sequences" USING btree ("borrower_id") WHERE state in ('RUNNING', 'PAUSED');--> statement-breakpoint
CREATE INDEX "application_sequences_borrower" ON "application_sequences" USING btree ("borrower_id","started_at");--> statement-breakpoint
CREATE INDEX "contact_counters_day" ON "contact_counters" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_log_sent_once" ON "contact_log" USING btree ("cause","channel") WHERE verdict = 'SEND';--> statement-breakpoint
CREATE INDEX "contact_log_borrower" ON "contact_log" USING btree ("borrower_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "obligations_loan" ON "obligations" USING btree ("loan_id");--> statement-breakpoint
CREATE INDEX "obligations_borrower" ON "obligations" USING btree ("borrower_id") WHERE is_running;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_previews_one_per_paper" ON "contract_previews" USING btree ("disclosure_id","paper_hash");--> statement-breakpoint
CREATE INDEX "contract_previews_borrower" ON "contract_previews" USING btree ("borrower_id");--> statement-breakpoint
CREATE INDEX "contract_previews_institution" ON "contract_previews" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "placements_running" ON "placements" USING btree ("place","starts_on","id") WHERE state = 'BOOKED';--> statement-breakpoint
CREATE INDEX "placements_newest" ON "placements" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_deliveries_once" ON "message_deliveries" USING btree ("notification_id","channel");--> statement-breakpoint
CREATE INDEX "message_deliveries_waiting" ON "message_deliveries" USING btree ("not_before") WHERE state in ('WAITING', 'RESERVED');--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("event_id","template","borrower_id");--> statement-breakpoint
CREATE INDEX "notifications_borrower" ON "notifications" USING btree ("borrower_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("borrower_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject_id","template");--> statement-breakpoint
CREATE UNIQUE INDEX "odds_models_version" ON "odds_models" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "odds_models_one_active" ON "odds_models" USING btree ("state") WHERE state = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "odds_records_model" ON "odds_records" USING btree ("model_id","source");--> statement-breakpoint
CREATE UNIQUE INDEX "shown_odds_once" ON "shown_odds" USING btree (coalesce(borrower_id, precheck_id),"product_id","amount_fen","term_count","model_id","shown_on");--> statement-breakpoint
CREATE INDEX "shown_odds_open" ON "shown_odds" USING btree ("shown_on") WHERE outcome is null and borrower_id is not null;--> statement-breakpoint
CREATE INDEX "shown_odds_settled_on" ON "shown_odds" USING btree ("model_id") WHERE outcome is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "prechecks_token" ON "prechecks" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "prechecks_expiry" ON "prechecks" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "prechecks_source" ON "prechecks" USING btree ("source_index","created_at");--> statement-breakpoint
CREATE INDEX "rankings_made_on" ON "rankings" USING btree ("made_on");--> statement-breakpoint
CREATE INDEX "rankings_borrower" ON "rankings" USING btree ("borrower_id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_preview_id_contract_previews_id_fk" FOREIGN KEY ("preview_id") REFERENCES "public"."contract_previews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bank_cards_bound_number" ON "bank_cards" USING btree ("number_blind") WHERE "bank_cards"."unbound_at" is null;--> statement-breakpoint
CREATE INDEX "documents_picture" ON "documents" USING gin ("picture_bands");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_reading" CHECK ("documents"."reading_state" in ('PENDING', 'READ', 'UNREADABLE', 'UNAVAILABLE'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_read_ended" CHECK (("documents"."read_at" is not null) = (coalesce("documents"."reading_state", 'PENDING') <> 'PENDING'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_read_facts" CHECK ((jsonb_array_length("documents"."read_facts") > 0) = (coalesce("documents"."reading_state", 'PENDING') = 'READ'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kept_is_blurred" CHECK ("documents"."kept_at" is null or "documents"."is_blurred");--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_decline_reason" CHECK ("offers"."decline_reason" in ('COST', 'AMOUNT', 'TERM', 'OTHER_OFFER', 'NO_NEED'));--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_declined" CHECK ("offers"."decline_reason" is null or "offers"."state" = 'DECLINED');--> statement-breakpoint
CREATE POLICY "activity_choices_api" ON "activity_choices" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("activity_choices"."borrower_id" is null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_choices"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_choices"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "activity_choices_worker" ON "activity_choices" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "activity_quotas_api" ON "activity_quotas" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_quotas"."actor_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_quotas"."actor_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "activity_quotas_worker" ON "activity_quotas" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "activity_records_api" ON "activity_records" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("activity_records"."borrower_id" is null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_records"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_records"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "activity_records_worker" ON "activity_records" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "favourites_api" ON "favourites" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "favourites"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "favourites"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "favourites_worker" ON "favourites" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "product_alerts_api" ON "product_alerts" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "product_alerts"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "product_alerts"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "product_alerts_worker" ON "product_alerts" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "saved_searches_api" ON "saved_searches" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "saved_searches"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "saved_searches"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "saved_searches_worker" ON "saved_searches" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_sequence_steps_api" ON "application_sequence_steps" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_sequence_steps"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_sequence_steps"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "application_sequence_steps_worker" ON "application_sequence_steps" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_sequences_api" ON "application_sequences" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_sequences"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "application_sequences"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "application_sequences_worker" ON "application_sequences" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "expected_times_api" ON "expected_times" AS PERMISSIVE FOR ALL TO "daichao_api" USING (true or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "expected_times"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "expected_times"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "expected_times_worker" ON "expected_times" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contact_choices_api" ON "contact_choices" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contact_choices"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contact_choices"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "contact_choices_worker" ON "contact_choices" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contact_counters_api" ON "contact_counters" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true else false end);--> statement-breakpoint
CREATE POLICY "contact_counters_worker" ON "contact_counters" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contact_log_api" ON "contact_log" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contact_log"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contact_log"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "contact_log_worker" ON "contact_log" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contact_settings_api" ON "contact_settings" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contact_settings"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contact_settings"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "contact_settings_worker" ON "contact_settings" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "obligations_api" ON "obligations" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "obligations"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "obligations"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "obligations_worker" ON "obligations" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contract_previews_api" ON "contract_previews" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contract_previews"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "contract_previews"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "contract_previews"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "contract_previews"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "contract_previews_worker" ON "contract_previews" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "placements_api" ON "placements" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("placements"."state" = 'BOOKED' or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "placements"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "placements"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "placements_worker" ON "placements" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "message_deliveries_api" ON "message_deliveries" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "message_deliveries"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "message_deliveries"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "message_deliveries_worker" ON "message_deliveries" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notifications_api" ON "notifications" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "notifications"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "notifications"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "notifications_worker" ON "notifications" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "odds_records_api" ON "odds_records" AS PERMISSIVE FOR ALL TO "daichao_api" USING (true or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "odds_records"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "odds_records"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "odds_records_worker" ON "odds_records" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "shown_odds_api" ON "shown_odds" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "shown_odds"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "shown_odds"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "shown_odds_worker" ON "shown_odds" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "prechecks_api" ON "prechecks" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "prechecks"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "prechecks"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "prechecks_worker" ON "prechecks" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rankings_api" ON "rankings" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("rankings"."borrower_id" is null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "rankings"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "rankings"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "rankings_worker" ON "rankings" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);