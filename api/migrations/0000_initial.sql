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
	CONSTRAINT "business_clock_single" CHECK ("business_clock"."id" = 1),
	CONSTRAINT "business_clock_forward" CHECK ("business_clock"."offset_ms" > -86400000)
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
CREATE UNIQUE INDEX "approvals_one_pending" ON "approvals" USING btree ("kind","subject_id") WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX "approvals_inbox" ON "approvals" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "approvals_institution" ON "approvals" USING btree ("institution_id","state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_seq" ON "events" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "events_unnumbered" ON "events" USING btree ("id") WHERE seq is null;--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_type","subject_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_borrower" ON "events" USING btree ("borrower_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_institution" ON "events" USING btree ("institution_id","occurred_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "approvals_api" ON "approvals" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "approvals"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "approvals"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "approvals_worker" ON "approvals" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "events_api" ON "events" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "events"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "events"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'CHANNEL' then "events"."channel_id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "events"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'INSTITUTION' then "events"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) when (select current_setting('app.kind', true)) = 'CHANNEL' then "events"."channel_id" = (select nullif(current_setting('app.channel_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "events_worker" ON "events" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "events_record" ON "events" AS PERMISSIVE FOR INSERT TO "daichao_api" WITH CHECK (true);