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
ALTER TABLE "applications" ADD COLUMN "offer_accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "activity_records" ADD CONSTRAINT "activity_records_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_choices_of_borrower" ON "activity_choices" USING btree ("borrower_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_choices_of_visitor" ON "activity_choices" USING btree ("visitor_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "activity_choices_forgotten" ON "activity_choices" USING btree ("decided_on") WHERE borrower_id is null;--> statement-breakpoint
CREATE INDEX "activity_quotas_hour" ON "activity_quotas" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "activity_records_of_borrower" ON "activity_records" USING btree ("borrower_id","occurred_on") WHERE borrower_id is not null;--> statement-breakpoint
CREATE INDEX "activity_records_of_visitor" ON "activity_records" USING btree ("visitor_id","occurred_on") WHERE visitor_id is not null;--> statement-breakpoint
CREATE INDEX "activity_records_day" ON "activity_records" USING btree ("occurred_on");--> statement-breakpoint
CREATE POLICY "activity_choices_api" ON "activity_choices" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("activity_choices"."borrower_id" is null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_choices"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_choices"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "activity_choices_worker" ON "activity_choices" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "activity_quotas_api" ON "activity_quotas" AS PERMISSIVE FOR ALL TO "daichao_api" USING (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_quotas"."actor_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_quotas"."actor_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "activity_quotas_worker" ON "activity_quotas" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "activity_records_api" ON "activity_records" AS PERMISSIVE FOR ALL TO "daichao_api" USING ("activity_records"."borrower_id" is null or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_records"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'BORROWER' then "activity_records"."borrower_id" = (select nullif(current_setting('app.borrower_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "activity_records_worker" ON "activity_records" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "expected_times_api" ON "expected_times" AS PERMISSIVE FOR ALL TO "daichao_api" USING (true or case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "expected_times"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end) WITH CHECK (case when (select current_setting('app.kind', true)) = 'SYSTEM' or (select current_setting('app.kind', true)) = 'PLATFORM' then true when (select current_setting('app.kind', true)) = 'INSTITUTION' then "expected_times"."institution_id" = (select nullif(current_setting('app.institution_id', true), '')::uuid) else false end);--> statement-breakpoint
CREATE POLICY "expected_times_worker" ON "expected_times" AS PERMISSIVE FOR ALL TO "daichao_worker" USING (true) WITH CHECK (true);