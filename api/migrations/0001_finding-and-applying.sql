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
	CONSTRAINT "notifications_template" CHECK ("notifications"."template" in ('APPLICATION_SUBMITTED', 'DOCUMENT_REQUESTED', 'APPLICATION_APPROVED', 'COUNTER_OFFER_MADE', 'OFFER_EXPIRING', 'OFFER_EXPIRED', 'APPLICATION_REFUSED', 'APPLICATION_EXPIRED', 'APPLICATION_CANCELLED', 'CONTRACT_TO_SIGN', 'CONTRACT_SIGNED', 'PAYOUT_FAILED', 'PAID_OUT', 'CONSENT_WITHDRAWN', 'PAYMENT_SETTLED', 'PAYMENT_FAILED', 'LOAN_OVERDUE', 'LOAN_SETTLED', 'SEARCH_NEW_MATCH', 'SEARCH_COST_FELL', 'FAVOURITE_COST_FELL'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "offer_accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "picture_hash" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "picture_bands" integer[];--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "sharpness" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_blurred" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "kept_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading_state" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading_provider" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "read_facts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "activity_records" ADD CONSTRAINT "activity_records_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_alerts" ADD CONSTRAINT "product_alerts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_sequence_steps" ADD CONSTRAINT "application_sequence_steps_sequence_id_application_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."application_sequences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_sequences" ADD CONSTRAINT "application_sequences_draft_id_application_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."application_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_deliveries" ADD CONSTRAINT "message_deliveries_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE UNIQUE INDEX "message_deliveries_once" ON "message_deliveries" USING btree ("notification_id","channel");--> statement-breakpoint
CREATE INDEX "message_deliveries_waiting" ON "message_deliveries" USING btree ("not_before") WHERE state in ('WAITING', 'RESERVED');--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("event_id","template","borrower_id");--> statement-breakpoint
CREATE INDEX "notifications_borrower" ON "notifications" USING btree ("borrower_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("borrower_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject_id","template");--> statement-breakpoint
CREATE INDEX "documents_picture" ON "documents" USING gin ("picture_bands");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_reading" CHECK ("documents"."reading_state" in ('PENDING', 'READ', 'UNREADABLE', 'UNAVAILABLE'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_read_ended" CHECK (("documents"."read_at" is not null) = (coalesce("documents"."reading_state", 'PENDING') <> 'PENDING'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_read_facts" CHECK ((jsonb_array_length("documents"."read_facts") > 0) = (coalesce("documents"."reading_state", 'PENDING') = 'READ'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kept_is_blurred" CHECK ("documents"."kept_at" is null or "documents"."is_blurred");--> statement-breakpoint
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
CREATE POLICY "message_deliveries_api" ON "message_deliveries" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "message_deliveries"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "message_deliveries"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "message_deliveries_worker" ON "message_deliveries" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notifications_api" ON "notifications" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "notifications"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "notifications"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "notifications_worker" ON "notifications" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);