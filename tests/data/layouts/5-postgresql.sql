SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA mentorkit;
CREATE SCHEMA mentorkit_layout_4;
CREATE SCHEMA mentorkit_seen;
CREATE FUNCTION mentorkit.among_led_mentorships(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE led_mentorships) $$;
CREATE FUNCTION mentorkit.among_led_people(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE led_people) $$;
CREATE FUNCTION mentorkit.among_led_programs(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE led_programs) $$;
CREATE FUNCTION mentorkit.among_my_contacts(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE my_contacts) $$;
CREATE FUNCTION mentorkit.among_my_mentorships(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE my_mentorships) $$;
CREATE FUNCTION mentorkit.among_my_people(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE my_people) $$;
CREATE FUNCTION mentorkit.among_my_programs(id text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT id IN (TABLE my_programs) $$;
CREATE FUNCTION mentorkit.circle_of_goals(id text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce(
    (SELECT mentorship_id FROM goals WHERE goal_id = id),
    erased('goals', id)->>'mentorship_id') $$;
CREATE FUNCTION mentorkit.circle_of_sessions(id text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce(
    (SELECT mentorship_id FROM sessions WHERE session_id = id),
    erased('sessions', id)->>'mentorship_id') $$;
CREATE FUNCTION mentorkit.erased(of_table text, id text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT before::jsonb FROM changes
   WHERE table_name = of_table AND row_id = id AND op = 'erase'
   ORDER BY seq DESC LIMIT 1 $$;
CREATE FUNCTION mentorkit.has_sealed(opening text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT starts_with($1, 'sealed:1:') AND (EXISTS (SELECT FROM (SELECT label FROM charters UNION ALL SELECT text FROM charters UNION ALL SELECT note FROM consents UNION ALL SELECT relevant FROM goals UNION ALL SELECT specific FROM goals UNION ALL SELECT achievable FROM goals UNION ALL SELECT metric FROM goals UNION ALL SELECT level_m2 FROM goals UNION ALL SELECT level_m1 FROM goals UNION ALL SELECT level_0 FROM goals UNION ALL SELECT level_p1 FROM goals UNION ALL SELECT level_p2 FROM goals UNION ALL SELECT success_means FROM milestones UNION ALL SELECT note FROM progress UNION ALL SELECT uri FROM evidence UNION ALL SELECT alt_text FROM evidence UNION ALL SELECT annotation FROM evidence UNION ALL SELECT credential FROM evidence UNION ALL SELECT note FROM opportunities UNION ALL SELECT objective FROM sessions UNION ALL SELECT agenda FROM sessions UNION ALL SELECT summary FROM sessions UNION ALL SELECT private_note FROM sessions UNION ALL SELECT tried FROM actions UNION ALL SELECT learned FROM actions UNION ALL SELECT adjust FROM actions UNION ALL SELECT prompt FROM reflections UNION ALL SELECT text FROM reflections UNION ALL SELECT decision FROM decisions UNION ALL SELECT rationale FROM decisions UNION ALL SELECT note FROM assessments UNION ALL SELECT text FROM responses UNION ALL SELECT error FROM review_runs) AS texts (kept) WHERE starts_with(kept, $1)) OR EXISTS (SELECT FROM changes WHERE strpos(before, $1) > 0 OR strpos(after, $1) > 0)) $_$;
CREATE TABLE mentorkit.actions (
    action_id text NOT NULL,
    mentorship_id text NOT NULL,
    title text NOT NULL,
    owner_id text NOT NULL,
    set_on date NOT NULL,
    due_on date,
    kind text NOT NULL,
    session_id text,
    goal_id text,
    milestone_id text,
    status text NOT NULL,
    done_on date,
    tried text,
    learned text,
    adjust text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT actions_adjust_long CHECK (((length(adjust) <= 5000) OR (substr(adjust, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT actions_kind_word CHECK ((kind = ANY (ARRAY['todo'::text, 'prep'::text, 'reading'::text, 'practice'::text, 'experiment'::text, 'exposure'::text, 'onboarding'::text, 'handover'::text]))),
    CONSTRAINT actions_learned_long CHECK (((length(learned) <= 5000) OR (substr(learned, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT actions_mentorship_id_short CHECK ((length(mentorship_id) >= 1)),
    CONSTRAINT actions_owner_id_short CHECK ((length(owner_id) >= 1)),
    CONSTRAINT actions_rule_1 CHECK ((due_on >= set_on)),
    CONSTRAINT actions_rule_2 CHECK (((status = 'done'::text) = (done_on IS NOT NULL))),
    CONSTRAINT actions_status_word CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))),
    CONSTRAINT actions_title_long CHECK ((length(title) <= 300)),
    CONSTRAINT actions_title_short CHECK ((length(title) >= 1)),
    CONSTRAINT actions_tried_long CHECK (((length(tried) <= 5000) OR (substr(tried, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT actions_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.actions) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) THEN CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['title'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['tried'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['learned'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['adjust'] END END $_$;
CREATE TABLE mentorkit.assessments (
    assessment_id text NOT NULL,
    program_id text NOT NULL,
    mentorship_id text,
    instrument text NOT NULL,
    edition bigint NOT NULL,
    person_id text NOT NULL,
    rater_id text NOT NULL,
    rater_group text NOT NULL,
    wave text NOT NULL,
    session_id text,
    taken_on date NOT NULL,
    note text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT assessments_edition_least CHECK ((edition >= 1)),
    CONSTRAINT assessments_edition_most CHECK ((edition <= 1000)),
    CONSTRAINT assessments_instrument_long CHECK ((length(instrument) <= 80)),
    CONSTRAINT assessments_note_long CHECK (((length(note) <= 5000) OR (substr(note, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT assessments_rater_group_word CHECK ((rater_group = ANY (ARRAY['self'::text, 'mentor'::text, 'mentee'::text, 'manager'::text, 'peer'::text, 'report'::text, 'lead'::text, 'other'::text]))),
    CONSTRAINT assessments_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text]))),
    CONSTRAINT assessments_wave_word CHECK ((wave = ANY (ARRAY['intake'::text, 'baseline'::text, 'pulse'::text, 'mid'::text, 'post'::text, 'retro_pre'::text, 'followup'::text, 'closure'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.assessments) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN ((($1).rater_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) AND (($1).rater_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id)))) THEN CASE WHEN (($1).rater_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['note'] END END $_$;
CREATE TABLE mentorkit.attendance (
    attendance_id text NOT NULL,
    session_id text NOT NULL,
    person_id text NOT NULL,
    attended boolean NOT NULL,
    prepared boolean,
    rating bigint,
    version integer NOT NULL,
    CONSTRAINT attendance_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT attendance_rating_least CHECK ((rating >= 1)),
    CONSTRAINT attendance_rating_most CHECK ((rating <= 5)),
    CONSTRAINT attendance_session_id_short CHECK ((length(session_id) >= 1))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.attendance) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_mentorships(mentorkit.circle_of_sessions(($1).session_id)) OR mentorkit.among_led_mentorships(mentorkit.circle_of_sessions(($1).session_id))) THEN '{}'::text[] END $_$;
CREATE TABLE mentorkit.charters (
    charter_id text NOT NULL,
    mentorship_id text NOT NULL,
    edition bigint NOT NULL,
    section text NOT NULL,
    "position" bigint NOT NULL,
    label text,
    text text NOT NULL,
    agreed_on date NOT NULL,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT charters_edition_least CHECK ((edition >= 1)),
    CONSTRAINT charters_edition_most CHECK ((edition <= 1000)),
    CONSTRAINT charters_label_long CHECK (((length(label) <= 120) OR (substr(label, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT charters_mentorship_id_short CHECK ((length(mentorship_id) >= 1)),
    CONSTRAINT charters_position_least CHECK (("position" >= 1)),
    CONSTRAINT charters_position_most CHECK (("position" <= 1000)),
    CONSTRAINT charters_section_word CHECK ((section = ANY (ARRAY['purpose'::text, 'role'::text, 'goal'::text, 'channel'::text, 'response_time'::text, 'cadence'::text, 'critique'::text, 'boundary'::text, 'confidentiality'::text, 'data'::text, 'disagreement'::text, 'escalation'::text, 'review_rhythm'::text, 'contingency'::text, 'ending'::text, 'glossary'::text]))),
    CONSTRAINT charters_text_long CHECK (((length(text) <= 5000) OR (substr(text, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT charters_text_short CHECK ((length(text) >= 1)),
    CONSTRAINT charters_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.charters) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) THEN CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['label'] END || CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['text'] END END $_$;
CREATE TABLE mentorkit.competencies (
    competency_id text NOT NULL,
    handle text NOT NULL,
    name text NOT NULL,
    framework text NOT NULL,
    description text,
    stage text,
    uri text,
    parent_id text,
    version integer NOT NULL,
    CONSTRAINT competencies_description_long CHECK ((length(description) <= 5000)),
    CONSTRAINT competencies_framework_long CHECK ((length(framework) <= 120)),
    CONSTRAINT competencies_framework_short CHECK ((length(framework) >= 1)),
    CONSTRAINT competencies_handle_long CHECK ((length(handle) <= 80)),
    CONSTRAINT competencies_name_long CHECK ((length(name) <= 200)),
    CONSTRAINT competencies_name_short CHECK ((length(name) >= 1)),
    CONSTRAINT competencies_stage_word CHECK ((stage = ANY (ARRAY['foundation'::text, 'developing'::text, 'proficient'::text, 'advanced'::text]))),
    CONSTRAINT competencies_uri_long CHECK ((length(uri) <= 2000))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.competencies) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT CASE WHEN (false OR (SELECT mentorkit.me()) IS NOT NULL OR (SELECT mentorkit.me()) IS NOT NULL) THEN '{}'::text[] END $$;
CREATE TABLE mentorkit.concerns (
    concern_id text NOT NULL,
    program_id text NOT NULL,
    by_id text NOT NULL,
    handler_id text NOT NULL,
    mentorship_id text,
    kind text NOT NULL,
    text text NOT NULL,
    wish text,
    raised_on date NOT NULL,
    status text NOT NULL,
    resolved_on date,
    outcome text,
    version integer NOT NULL,
    CONSTRAINT concerns_handler_id_short CHECK ((length(handler_id) >= 1)),
    CONSTRAINT concerns_kind_word CHECK ((kind = ANY (ARRAY['conduct'::text, 'conflict_of_interest'::text, 'dispute'::text, 'safety'::text, 'scheduling'::text, 'fit'::text]))),
    CONSTRAINT concerns_outcome_long CHECK ((length(outcome) <= 5000)),
    CONSTRAINT concerns_rule_1 CHECK ((resolved_on >= raised_on)),
    CONSTRAINT concerns_rule_2 CHECK (((status = 'resolved'::text) = (resolved_on IS NOT NULL))),
    CONSTRAINT concerns_status_word CHECK ((status = ANY (ARRAY['open'::text, 'mediating'::text, 'resolved'::text, 'escalated'::text]))),
    CONSTRAINT concerns_text_long CHECK ((length(text) <= 20000)),
    CONSTRAINT concerns_text_short CHECK ((length(text) >= 1)),
    CONSTRAINT concerns_wish_long CHECK ((length(wish) <= 5000))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.concerns) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) THEN CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) THEN '{}'::text[] ELSE ARRAY['text'] END || CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) THEN '{}'::text[] ELSE ARRAY['wish'] END || CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) THEN '{}'::text[] ELSE ARRAY['outcome'] END END $_$;
CREATE TABLE mentorkit.consents (
    consent_id text NOT NULL,
    person_id text NOT NULL,
    mentorship_id text,
    scope text NOT NULL,
    granted boolean NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    expires_on date,
    note text,
    version integer NOT NULL,
    CONSTRAINT consents_note_long CHECK (((length(note) <= 2000) OR (substr(note, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT consents_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT consents_rule_1 CHECK ((withdrawn_on >= given_on)),
    CONSTRAINT consents_rule_2 CHECK ((expires_on >= given_on)),
    CONSTRAINT consents_rule_3 CHECK ((granted OR (withdrawn_on IS NULL))),
    CONSTRAINT consents_scope_word CHECK ((scope = ANY (ARRAY['share_program'::text, 'share_peers'::text, 'publish'::text, 'statistics'::text, 'research'::text, 'contact'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.consents) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN ((($1).person_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) AND (($1).person_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id)))) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['note'] END END $_$;
CREATE TABLE mentorkit.decisions (
    decision_id text NOT NULL,
    program_id text NOT NULL,
    mentorship_id text,
    decided_on date NOT NULL,
    about text NOT NULL,
    decision text NOT NULL,
    rationale text NOT NULL,
    by_id text NOT NULL,
    ref_id text,
    supersedes text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT decisions_about_word CHECK ((about = ANY (ARRAY['goal'::text, 'milestone'::text, 'norm'::text, 'cadence'::text, 'plan'::text, 'mentorship'::text, 'contingency'::text, 'closure'::text, 'policy'::text]))),
    CONSTRAINT decisions_decision_long CHECK (((length(decision) <= 2000) OR (substr(decision, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT decisions_decision_short CHECK ((length(decision) >= 1)),
    CONSTRAINT decisions_rationale_long CHECK (((length(rationale) <= 5000) OR (substr(rationale, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT decisions_rationale_short CHECK ((length(rationale) >= 1)),
    CONSTRAINT decisions_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.decisions) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) THEN CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) THEN '{}'::text[] ELSE ARRAY['decision'] END || CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) THEN '{}'::text[] ELSE ARRAY['rationale'] END END $_$;
CREATE TABLE mentorkit.enrollments (
    enrollment_id text NOT NULL,
    program_id text NOT NULL,
    person_id text NOT NULL,
    role text NOT NULL,
    cohort text,
    stage text,
    capacity bigint NOT NULL,
    hours_per_month double precision,
    hopes text,
    status text NOT NULL,
    applied_on date,
    active_on date,
    left_on date,
    version integer NOT NULL,
    CONSTRAINT enrollments_capacity_least CHECK ((capacity >= 0)),
    CONSTRAINT enrollments_capacity_most CHECK ((capacity <= 1000)),
    CONSTRAINT enrollments_cohort_long CHECK ((length(cohort) <= 60)),
    CONSTRAINT enrollments_hours_per_month_least CHECK ((hours_per_month >= (0)::double precision)),
    CONSTRAINT enrollments_hours_per_month_most CHECK ((hours_per_month <= (300)::double precision)),
    CONSTRAINT enrollments_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT enrollments_role_word CHECK ((role = ANY (ARRAY['mentee'::text, 'mentor'::text, 'ambassador'::text, 'sponsor'::text, 'lead'::text, 'mediator'::text]))),
    CONSTRAINT enrollments_rule_1 CHECK ((active_on >= applied_on)),
    CONSTRAINT enrollments_rule_2 CHECK ((left_on >= applied_on)),
    CONSTRAINT enrollments_stage_word CHECK ((stage = ANY (ARRAY['foundation'::text, 'developing'::text, 'proficient'::text, 'advanced'::text]))),
    CONSTRAINT enrollments_status_word CHECK ((status = ANY (ARRAY['applied'::text, 'waiting'::text, 'active'::text, 'paused'::text, 'completed'::text, 'withdrawn'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.enrollments) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_programs(($1).program_id)) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_programs(($1).program_id)) THEN '{}'::text[] ELSE ARRAY['hopes'] END END $_$;
CREATE TABLE mentorkit.evidence (
    evidence_id text NOT NULL,
    person_id text NOT NULL,
    mentorship_id text,
    title text NOT NULL,
    kind text NOT NULL,
    uri text,
    alt_text text,
    occurred_on date NOT NULL,
    annotation text,
    goal_id text,
    milestone_id text,
    competency_id text,
    visibility text NOT NULL,
    credential text,
    revoked_on date,
    version integer NOT NULL,
    CONSTRAINT evidence_alt_text_long CHECK (((length(alt_text) <= 2000) OR (substr(alt_text, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT evidence_annotation_long CHECK (((length(annotation) <= 5000) OR (substr(annotation, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT evidence_credential_long CHECK (((length(credential) <= 2000) OR (substr(credential, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT evidence_kind_word CHECK ((kind = ANY (ARRAY['artifact'::text, 'deliverable'::text, 'dashboard'::text, 'presentation'::text, 'testimonial'::text, 'review'::text, 'metric'::text, 'badge'::text, 'capstone'::text, 'resume'::text]))),
    CONSTRAINT evidence_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT evidence_rule_1 CHECK ((revoked_on >= occurred_on)),
    CONSTRAINT evidence_title_long CHECK ((length(title) <= 300)),
    CONSTRAINT evidence_title_short CHECK ((length(title) >= 1)),
    CONSTRAINT evidence_uri_long CHECK (((length(uri) <= 2000) OR (substr(uri, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT evidence_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.evidence) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['title'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['uri'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['alt_text'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['annotation'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['credential'] END END $_$;
CREATE TABLE mentorkit.goals (
    goal_id text NOT NULL,
    mentorship_id text NOT NULL,
    owner_id text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    relevant text,
    specific text,
    achievable text,
    metric text,
    unit text,
    baseline double precision,
    target double precision,
    level_m2 text,
    level_m1 text,
    level_0 text,
    level_p1 text,
    level_p2 text,
    baseline_level bigint NOT NULL,
    importance bigint NOT NULL,
    difficulty bigint NOT NULL,
    set_on date NOT NULL,
    due_on date,
    status text NOT NULL,
    superseded_by text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT goals_achievable_long CHECK (((length(achievable) <= 2000) OR (substr(achievable, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_baseline_level_least CHECK ((baseline_level >= '-2'::integer)),
    CONSTRAINT goals_baseline_level_most CHECK ((baseline_level <= 2)),
    CONSTRAINT goals_difficulty_least CHECK ((difficulty >= 0)),
    CONSTRAINT goals_difficulty_most CHECK ((difficulty <= 3)),
    CONSTRAINT goals_importance_least CHECK ((importance >= 0)),
    CONSTRAINT goals_importance_most CHECK ((importance <= 3)),
    CONSTRAINT goals_kind_word CHECK ((kind = ANY (ARRAY['skill'::text, 'project'::text, 'career'::text, 'wellbeing'::text]))),
    CONSTRAINT goals_level_0_long CHECK (((length(level_0) <= 500) OR (substr(level_0, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_level_m1_long CHECK (((length(level_m1) <= 500) OR (substr(level_m1, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_level_m2_long CHECK (((length(level_m2) <= 500) OR (substr(level_m2, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_level_p1_long CHECK (((length(level_p1) <= 500) OR (substr(level_p1, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_level_p2_long CHECK (((length(level_p2) <= 500) OR (substr(level_p2, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_mentorship_id_short CHECK ((length(mentorship_id) >= 1)),
    CONSTRAINT goals_metric_long CHECK (((length(metric) <= 200) OR (substr(metric, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_relevant_long CHECK (((length(relevant) <= 2000) OR (substr(relevant, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_rule_1 CHECK ((due_on >= set_on)),
    CONSTRAINT goals_specific_long CHECK (((length(specific) <= 2000) OR (substr(specific, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT goals_status_word CHECK ((status = ANY (ARRAY['draft'::text, 'agreed'::text, 'active'::text, 'paused'::text, 'met'::text, 'partly_met'::text, 'not_met'::text, 'dropped'::text, 'superseded'::text]))),
    CONSTRAINT goals_title_long CHECK ((length(title) <= 200)),
    CONSTRAINT goals_title_short CHECK ((length(title) >= 1)),
    CONSTRAINT goals_unit_long CHECK ((length(unit) <= 40)),
    CONSTRAINT goals_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.goals) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) THEN CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['title'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['relevant'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['specific'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['achievable'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['metric'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['level_m2'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['level_m1'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['level_0'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['level_p1'] END || CASE WHEN (($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['level_p2'] END END $_$;
CREATE TABLE mentorkit.items (
    item_id text NOT NULL,
    handle text NOT NULL,
    instrument text NOT NULL,
    edition bigint NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    subscale text,
    text text NOT NULL,
    scale_min double precision,
    scale_max double precision,
    anchors text,
    reversed boolean NOT NULL,
    competency_id text,
    source text NOT NULL,
    licence text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT items_anchors_long CHECK ((length(anchors) <= 5000)),
    CONSTRAINT items_edition_least CHECK ((edition >= 1)),
    CONSTRAINT items_edition_most CHECK ((edition <= 1000)),
    CONSTRAINT items_handle_long CHECK ((length(handle) <= 160)),
    CONSTRAINT items_instrument_long CHECK ((length(instrument) <= 80)),
    CONSTRAINT items_kind_word CHECK ((kind = ANY (ARRAY['rubric'::text, 'survey'::text, 'check'::text, 'test'::text]))),
    CONSTRAINT items_licence_long CHECK ((length(licence) <= 200)),
    CONSTRAINT items_licence_short CHECK ((length(licence) >= 1)),
    CONSTRAINT items_position_least CHECK (("position" >= 1)),
    CONSTRAINT items_position_most CHECK (("position" <= 1000)),
    CONSTRAINT items_rule_1 CHECK (((scale_min IS NULL) = (scale_max IS NULL))),
    CONSTRAINT items_rule_2 CHECK ((scale_max > scale_min)),
    CONSTRAINT items_rule_3 CHECK (((anchors IS NULL) OR (scale_min IS NOT NULL))),
    CONSTRAINT items_source_long CHECK ((length(source) <= 500)),
    CONSTRAINT items_source_short CHECK ((length(source) >= 1)),
    CONSTRAINT items_subscale_long CHECK ((length(subscale) <= 80)),
    CONSTRAINT items_text_long CHECK ((length(text) <= 2000)),
    CONSTRAINT items_text_short CHECK ((length(text) >= 1))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.items) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT CASE WHEN (false OR (SELECT mentorkit.me()) IS NOT NULL OR (SELECT mentorkit.me()) IS NOT NULL) THEN '{}'::text[] END $$;
CREATE TABLE mentorkit.members (
    member_id text NOT NULL,
    mentorship_id text NOT NULL,
    person_id text NOT NULL,
    role text NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    version integer NOT NULL,
    CONSTRAINT members_mentorship_id_short CHECK ((length(mentorship_id) >= 1)),
    CONSTRAINT members_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT members_role_word CHECK ((role = ANY (ARRAY['mentor'::text, 'mentee'::text, 'sponsor'::text, 'mediator'::text, 'observer'::text]))),
    CONSTRAINT members_rule_1 CHECK ((left_on >= joined_on))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.members) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] END $_$;
CREATE TABLE mentorkit.mentorships (
    mentorship_id text NOT NULL,
    program_id text NOT NULL,
    handle text NOT NULL,
    mode text NOT NULL,
    facet text,
    round bigint NOT NULL,
    cadence_days bigint,
    starts_on date,
    ends_on date,
    status text NOT NULL,
    close_reason text,
    version integer NOT NULL,
    CONSTRAINT mentorships_cadence_days_least CHECK ((cadence_days >= 1)),
    CONSTRAINT mentorships_cadence_days_most CHECK ((cadence_days <= 366)),
    CONSTRAINT mentorships_close_reason_word CHECK ((close_reason = ANY (ARRAY['goals_met'::text, 'time_up'::text, 'mismatch'::text, 'inactive'::text, 'withdrew'::text, 'conduct'::text, 'other'::text]))),
    CONSTRAINT mentorships_facet_long CHECK ((length(facet) <= 120)),
    CONSTRAINT mentorships_handle_long CHECK ((length(handle) <= 80)),
    CONSTRAINT mentorships_mode_word CHECK ((mode = ANY (ARRAY['one_to_one'::text, 'group'::text, 'peer'::text, 'micro'::text, 'project'::text]))),
    CONSTRAINT mentorships_round_least CHECK ((round >= 1)),
    CONSTRAINT mentorships_round_most CHECK ((round <= 1000)),
    CONSTRAINT mentorships_rule_1 CHECK ((ends_on >= starts_on)),
    CONSTRAINT mentorships_rule_2 CHECK (((NOT (status = 'closed'::text)) OR (close_reason IS NOT NULL))),
    CONSTRAINT mentorships_status_word CHECK ((status = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'active'::text, 'paused'::text, 'ending'::text, 'closed'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.mentorships) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] END $_$;
CREATE TABLE mentorkit.milestones (
    milestone_id text NOT NULL,
    goal_id text NOT NULL,
    "position" bigint NOT NULL,
    title text NOT NULL,
    success_means text,
    verified_by text,
    starts_on date,
    due_on date,
    original_due_on date,
    status text NOT NULL,
    done_on date,
    review boolean NOT NULL,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT milestones_goal_id_short CHECK ((length(goal_id) >= 1)),
    CONSTRAINT milestones_position_least CHECK (("position" >= 0)),
    CONSTRAINT milestones_position_most CHECK (("position" <= 10000)),
    CONSTRAINT milestones_rule_1 CHECK (((status = 'done'::text) = (done_on IS NOT NULL))),
    CONSTRAINT milestones_rule_2 CHECK ((due_on >= starts_on)),
    CONSTRAINT milestones_status_word CHECK ((status = ANY (ARRAY['planned'::text, 'in_progress'::text, 'done'::text, 'missed'::text, 'dropped'::text]))),
    CONSTRAINT milestones_success_means_long CHECK (((length(success_means) <= 2000) OR (substr(success_means, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT milestones_title_long CHECK ((length(title) <= 200)),
    CONSTRAINT milestones_title_short CHECK ((length(title) >= 1)),
    CONSTRAINT milestones_verified_by_word CHECK ((verified_by = ANY (ARRAY['deliverable'::text, 'rubric'::text, 'metric'::text, 'review'::text, 'reflection'::text]))),
    CONSTRAINT milestones_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.milestones) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) THEN CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) THEN '{}'::text[] ELSE ARRAY['title'] END || CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) THEN '{}'::text[] ELSE ARRAY['success_means'] END END $_$;
CREATE TABLE mentorkit.opportunities (
    opportunity_id text NOT NULL,
    person_id text NOT NULL,
    mentorship_id text,
    title text NOT NULL,
    kind text NOT NULL,
    sponsor_id text,
    occurred_on date NOT NULL,
    outcome text NOT NULL,
    note text,
    evidence_id text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT opportunities_kind_word CHECK ((kind = ANY (ARRAY['introduction'::text, 'advocacy'::text, 'showcase'::text, 'exposure'::text, 'project_role'::text, 'internship'::text, 'scholarship'::text, 'promotion'::text, 'raise'::text]))),
    CONSTRAINT opportunities_note_long CHECK (((length(note) <= 5000) OR (substr(note, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT opportunities_outcome_word CHECK ((outcome = ANY (ARRAY['offered'::text, 'taken'::text, 'declined'::text, 'succeeded'::text, 'no_result'::text]))),
    CONSTRAINT opportunities_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT opportunities_title_long CHECK ((length(title) <= 300)),
    CONSTRAINT opportunities_title_short CHECK ((length(title) >= 1)),
    CONSTRAINT opportunities_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.opportunities) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['title'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) THEN '{}'::text[] ELSE ARRAY['note'] END END $_$;
CREATE TABLE mentorkit.people (
    person_id text NOT NULL,
    handle text NOT NULL,
    name text NOT NULL,
    email text,
    timezone text NOT NULL,
    language text NOT NULL,
    org_unit text,
    version integer NOT NULL,
    CONSTRAINT people_email_long CHECK ((length(email) <= 254)),
    CONSTRAINT people_email_short CHECK ((length(email) >= 3)),
    CONSTRAINT people_handle_long CHECK ((length(handle) <= 60)),
    CONSTRAINT people_language_long CHECK ((length(language) <= 35)),
    CONSTRAINT people_language_short CHECK ((length(language) >= 2)),
    CONSTRAINT people_name_long CHECK ((length(name) <= 200)),
    CONSTRAINT people_name_short CHECK ((length(name) >= 1))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.people) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id) OR mentorkit.among_my_contacts(($1).person_id)) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) THEN '{}'::text[] ELSE ARRAY['email'] END END $_$;
CREATE TABLE mentorkit.profiles (
    profile_id text NOT NULL,
    person_id text NOT NULL,
    kind text NOT NULL,
    topic text NOT NULL,
    level text,
    text text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT profiles_kind_word CHECK ((kind = ANY (ARRAY['skill_have'::text, 'skill_want'::text, 'interest'::text, 'value'::text, 'style'::text, 'specialty'::text, 'format'::text, 'availability'::text, 'constraint'::text, 'access_need'::text, 'demographic'::text]))),
    CONSTRAINT profiles_level_word CHECK ((level = ANY (ARRAY['foundation'::text, 'developing'::text, 'proficient'::text, 'advanced'::text]))),
    CONSTRAINT profiles_rule_1 CHECK (((kind <> ALL (ARRAY['access_need'::text, 'demographic'::text])) OR (visibility = 'private'::text))),
    CONSTRAINT profiles_text_long CHECK ((length(text) <= 2000)),
    CONSTRAINT profiles_topic_long CHECK ((length(topic) <= 120)),
    CONSTRAINT profiles_topic_short CHECK ((length(topic) >= 1)),
    CONSTRAINT profiles_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.profiles) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN ((($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) AND (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id))) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id)) THEN '{}'::text[] ELSE ARRAY['topic'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id)) THEN '{}'::text[] ELSE ARRAY['text'] END END $_$;
CREATE TABLE mentorkit.programs (
    program_id text NOT NULL,
    handle text NOT NULL,
    name text NOT NULL,
    purpose text,
    scope text,
    expected_outcomes text,
    timezone text NOT NULL,
    starts_on date,
    ends_on date,
    pilot_weeks bigint,
    review_every_days bigint NOT NULL,
    cadence_days bigint NOT NULL,
    grace_days bigint NOT NULL,
    min_cell bigint NOT NULL,
    min_raters bigint NOT NULL,
    stale_after_days bigint NOT NULL,
    asks_consent boolean NOT NULL,
    retain_days bigint,
    status text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT programs_cadence_days_least CHECK ((cadence_days >= 1)),
    CONSTRAINT programs_cadence_days_most CHECK ((cadence_days <= 366)),
    CONSTRAINT programs_grace_days_least CHECK ((grace_days >= 0)),
    CONSTRAINT programs_grace_days_most CHECK ((grace_days <= 60)),
    CONSTRAINT programs_handle_long CHECK ((length(handle) <= 60)),
    CONSTRAINT programs_min_cell_least CHECK ((min_cell >= 3)),
    CONSTRAINT programs_min_cell_most CHECK ((min_cell <= 100)),
    CONSTRAINT programs_min_raters_least CHECK ((min_raters >= 3)),
    CONSTRAINT programs_min_raters_most CHECK ((min_raters <= 100)),
    CONSTRAINT programs_name_long CHECK ((length(name) <= 200)),
    CONSTRAINT programs_name_short CHECK ((length(name) >= 1)),
    CONSTRAINT programs_pilot_weeks_least CHECK ((pilot_weeks >= 1)),
    CONSTRAINT programs_pilot_weeks_most CHECK ((pilot_weeks <= 52)),
    CONSTRAINT programs_retain_days_least CHECK ((retain_days >= 1)),
    CONSTRAINT programs_review_every_days_least CHECK ((review_every_days >= 1)),
    CONSTRAINT programs_review_every_days_most CHECK ((review_every_days <= 366)),
    CONSTRAINT programs_rule_1 CHECK ((ends_on >= starts_on)),
    CONSTRAINT programs_stale_after_days_least CHECK ((stale_after_days >= 1)),
    CONSTRAINT programs_stale_after_days_most CHECK ((stale_after_days <= 366)),
    CONSTRAINT programs_status_word CHECK ((status = ANY (ARRAY['draft'::text, 'pilot'::text, 'active'::text, 'closed'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.programs) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_programs(($1).program_id) OR mentorkit.among_led_programs(($1).program_id)) THEN '{}'::text[] END $_$;
CREATE TABLE mentorkit.progress (
    progress_id text NOT NULL,
    goal_id text NOT NULL,
    recorded_on date NOT NULL,
    value double precision,
    level bigint,
    note text,
    by_id text NOT NULL,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT progress_goal_id_short CHECK ((length(goal_id) >= 1)),
    CONSTRAINT progress_level_least CHECK ((level >= '-2'::integer)),
    CONSTRAINT progress_level_most CHECK ((level <= 2)),
    CONSTRAINT progress_note_long CHECK (((length(note) <= 5000) OR (substr(note, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT progress_rule_1 CHECK (((value IS NOT NULL) OR (level IS NOT NULL) OR (note IS NOT NULL))),
    CONSTRAINT progress_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.progress) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) THEN CASE WHEN (($1).by_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) THEN '{}'::text[] ELSE ARRAY['note'] END END $_$;
CREATE TABLE mentorkit.receipts (
    receipt_id text NOT NULL,
    person_id text NOT NULL,
    assignment text NOT NULL,
    template text NOT NULL,
    template_version text NOT NULL,
    fingerprint text NOT NULL,
    path text NOT NULL,
    sender text,
    received_at timestamp with time zone NOT NULL,
    received_by text NOT NULL,
    late boolean NOT NULL,
    answered bigint NOT NULL,
    asked bigint NOT NULL,
    state text NOT NULL,
    remarks text,
    version integer NOT NULL,
    CONSTRAINT receipts_answered_least CHECK ((answered >= 0)),
    CONSTRAINT receipts_answered_most CHECK ((answered <= 10000)),
    CONSTRAINT receipts_asked_least CHECK ((asked >= 0)),
    CONSTRAINT receipts_asked_most CHECK ((asked <= 10000)),
    CONSTRAINT receipts_assignment_long CHECK ((length(assignment) <= 120)),
    CONSTRAINT receipts_fingerprint_short CHECK ((length(fingerprint) >= 64)),
    CONSTRAINT receipts_path_long CHECK ((length(path) <= 4000)),
    CONSTRAINT receipts_path_short CHECK ((length(path) >= 1)),
    CONSTRAINT receipts_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT receipts_received_by_word CHECK ((received_by = ANY (ARRAY['exchange'::text, 'archive'::text, 'file'::text]))),
    CONSTRAINT receipts_remarks_long CHECK ((length(remarks) <= 100000)),
    CONSTRAINT receipts_sender_long CHECK ((length(sender) <= 200)),
    CONSTRAINT receipts_state_word CHECK ((state = ANY (ARRAY['taken'::text, 'person'::text, 'accepted'::text]))),
    CONSTRAINT receipts_template_long CHECK ((length(template) <= 120)),
    CONSTRAINT receipts_template_version_long CHECK ((length(template_version) <= 40))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.receipts) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) THEN '{}'::text[] ELSE ARRAY['path'] END || CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) THEN '{}'::text[] ELSE ARRAY['sender'] END END $_$;
CREATE TABLE mentorkit.reflections (
    reflection_id text NOT NULL,
    mentorship_id text NOT NULL,
    author_id text NOT NULL,
    kind text NOT NULL,
    prompt text,
    text text,
    confidence double precision,
    written_on date NOT NULL,
    session_id text,
    milestone_id text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT reflections_confidence_least CHECK ((confidence >= (1)::double precision)),
    CONSTRAINT reflections_confidence_most CHECK ((confidence <= (5)::double precision)),
    CONSTRAINT reflections_kind_word CHECK ((kind = ANY (ARRAY['pre_session'::text, 'post_session'::text, 'after_action'::text, 'journal'::text, 'decision_rationale'::text, 'success'::text, 'misstep'::text, 'closing_letter'::text]))),
    CONSTRAINT reflections_mentorship_id_short CHECK ((length(mentorship_id) >= 1)),
    CONSTRAINT reflections_prompt_long CHECK (((length(prompt) <= 500) OR (substr(prompt, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT reflections_rule_1 CHECK (((text IS NOT NULL) OR (confidence IS NOT NULL))),
    CONSTRAINT reflections_text_long CHECK (((length(text) <= 100000) OR (substr(text, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT reflections_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.reflections) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN ((($1).author_id = (SELECT mentorkit.me()) OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) AND (($1).author_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id))) THEN CASE WHEN (($1).author_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['prompt'] END || CASE WHEN (($1).author_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['text'] END END $_$;
CREATE TABLE mentorkit.resources (
    resource_id text NOT NULL,
    handle text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    uri text,
    description text,
    competency_id text,
    stage text,
    minutes bigint,
    load bigint,
    after_id text,
    language text NOT NULL,
    captions boolean,
    transcript_uri text,
    low_bandwidth_uri text,
    licence text,
    version integer NOT NULL,
    CONSTRAINT resources_description_long CHECK ((length(description) <= 2000)),
    CONSTRAINT resources_handle_long CHECK ((length(handle) <= 80)),
    CONSTRAINT resources_kind_word CHECK ((kind = ANY (ARRAY['article'::text, 'video'::text, 'tool'::text, 'case_study'::text, 'course'::text, 'book'::text, 'talking_points'::text, 'syllabus'::text, 'template'::text, 'starter'::text]))),
    CONSTRAINT resources_language_long CHECK ((length(language) <= 35)),
    CONSTRAINT resources_language_short CHECK ((length(language) >= 2)),
    CONSTRAINT resources_licence_long CHECK ((length(licence) <= 200)),
    CONSTRAINT resources_load_least CHECK ((load >= 1)),
    CONSTRAINT resources_load_most CHECK ((load <= 5)),
    CONSTRAINT resources_low_bandwidth_uri_long CHECK ((length(low_bandwidth_uri) <= 2000)),
    CONSTRAINT resources_minutes_least CHECK ((minutes >= 1)),
    CONSTRAINT resources_minutes_most CHECK ((minutes <= 100000)),
    CONSTRAINT resources_stage_word CHECK ((stage = ANY (ARRAY['foundation'::text, 'developing'::text, 'proficient'::text, 'advanced'::text]))),
    CONSTRAINT resources_title_long CHECK ((length(title) <= 300)),
    CONSTRAINT resources_title_short CHECK ((length(title) >= 1)),
    CONSTRAINT resources_transcript_uri_long CHECK ((length(transcript_uri) <= 2000)),
    CONSTRAINT resources_uri_long CHECK ((length(uri) <= 2000))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.resources) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT CASE WHEN (false OR (SELECT mentorkit.me()) IS NOT NULL OR (SELECT mentorkit.me()) IS NOT NULL) THEN '{}'::text[] END $$;
CREATE TABLE mentorkit.responses (
    response_id text NOT NULL,
    assessment_id text NOT NULL,
    item_id text NOT NULL,
    value double precision,
    text text,
    version integer NOT NULL,
    CONSTRAINT responses_assessment_id_short CHECK ((length(assessment_id) >= 1)),
    CONSTRAINT responses_item_id_short CHECK ((length(item_id) >= 1)),
    CONSTRAINT responses_rule_1 CHECK (((value IS NOT NULL) OR (text IS NOT NULL))),
    CONSTRAINT responses_text_long CHECK (((length(text) <= 10000) OR (substr(text, 1, 9) = 'sealed:1:'::text)))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.responses) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (mentorkit.hidden_fields('assessments', ($1).assessment_id) IS NOT NULL) THEN CASE WHEN (mentorkit.hidden_fields('assessments', ($1).assessment_id) IS NOT NULL) THEN '{}'::text[] ELSE ARRAY['text'] END END $_$;
CREATE TABLE mentorkit.review_runs (
    review_run_id text NOT NULL,
    program_id text NOT NULL,
    mentorship_id text,
    template text NOT NULL,
    period text NOT NULL,
    language text NOT NULL,
    cut_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    status text NOT NULL,
    seconds double precision NOT NULL,
    error text,
    inputs text NOT NULL,
    folder text NOT NULL,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT review_runs_error_long CHECK (((length(error) <= 5000) OR (substr(error, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT review_runs_folder_long CHECK ((length(folder) <= 2000)),
    CONSTRAINT review_runs_language_long CHECK ((length(language) <= 12)),
    CONSTRAINT review_runs_language_short CHECK ((length(language) >= 2)),
    CONSTRAINT review_runs_period_long CHECK ((length(period) <= 40)),
    CONSTRAINT review_runs_period_short CHECK ((length(period) >= 1)),
    CONSTRAINT review_runs_seconds_least CHECK ((seconds >= (0)::double precision)),
    CONSTRAINT review_runs_status_word CHECK ((status = ANY (ARRAY['ok'::text, 'failed'::text, 'lost'::text]))),
    CONSTRAINT review_runs_template_long CHECK ((length(template) <= 200)),
    CONSTRAINT review_runs_template_short CHECK ((length(template) >= 1)),
    CONSTRAINT review_runs_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.review_runs) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) THEN CASE WHEN (false OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) THEN '{}'::text[] ELSE ARRAY['error'] END END $_$;
CREATE TABLE mentorkit.sessions (
    session_id text NOT NULL,
    mentorship_id text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    timezone text NOT NULL,
    minutes bigint,
    kind text NOT NULL,
    medium text,
    status text NOT NULL,
    objective text,
    agenda text,
    summary text,
    private_note text,
    private_note_by text,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT sessions_agenda_long CHECK (((length(agenda) <= 5000) OR (substr(agenda, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT sessions_kind_word CHECK ((kind = ANY (ARRAY['kickoff'::text, 'micro'::text, 'deep_dive'::text, 'check_in'::text, 'formal_review'::text, 'closure'::text, 'peer_review'::text, 'ama'::text, 'async'::text]))),
    CONSTRAINT sessions_medium_word CHECK ((medium = ANY (ARRAY['video'::text, 'phone'::text, 'in_person'::text, 'chat'::text, 'async'::text]))),
    CONSTRAINT sessions_mentorship_id_short CHECK ((length(mentorship_id) >= 1)),
    CONSTRAINT sessions_minutes_least CHECK ((minutes >= 1)),
    CONSTRAINT sessions_minutes_most CHECK ((minutes <= 1440)),
    CONSTRAINT sessions_objective_long CHECK (((length(objective) <= 500) OR (substr(objective, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT sessions_private_note_long CHECK (((length(private_note) <= 100000) OR (substr(private_note, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT sessions_status_word CHECK ((status = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text, 'no_show'::text, 'moved'::text]))),
    CONSTRAINT sessions_summary_long CHECK (((length(summary) <= 100000) OR (substr(summary, 1, 9) = 'sealed:1:'::text))),
    CONSTRAINT sessions_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.sessions) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN (false OR mentorkit.among_my_mentorships(($1).mentorship_id) OR mentorkit.among_led_mentorships(($1).mentorship_id)) THEN CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['objective'] END || CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['agenda'] END || CASE WHEN (false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) THEN '{}'::text[] ELSE ARRAY['summary'] END || CASE WHEN ($1).private_note_by = (SELECT mentorkit.me()) THEN '{}'::text[] ELSE ARRAY['private_note'] END END $_$;
CREATE TABLE mentorkit.submissions (
    submission_id text NOT NULL,
    person_id text NOT NULL,
    assignment text NOT NULL,
    template text NOT NULL,
    template_version text NOT NULL,
    fingerprint text NOT NULL,
    prompt text NOT NULL,
    kind text NOT NULL,
    copy_number bigint NOT NULL,
    row_number bigint NOT NULL,
    part text NOT NULL,
    value text NOT NULL,
    found_by text NOT NULL,
    visibility text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT submissions_assignment_long CHECK ((length(assignment) <= 120)),
    CONSTRAINT submissions_copy_number_least CHECK ((copy_number >= 0)),
    CONSTRAINT submissions_copy_number_most CHECK ((copy_number <= 10000)),
    CONSTRAINT submissions_fingerprint_short CHECK ((length(fingerprint) >= 64)),
    CONSTRAINT submissions_found_by_word CHECK ((found_by = ANY (ARRAY['mark'::text, 'widget'::text, 'grade-id'::text, 'cell-id'::text, 'position'::text]))),
    CONSTRAINT submissions_kind_word CHECK ((kind = ANY (ARRAY['text'::text, 'choice'::text, 'multiple'::text, 'scale'::text, 'table'::text, 'date'::text]))),
    CONSTRAINT submissions_part_long CHECK ((length(part) <= 64)),
    CONSTRAINT submissions_person_id_short CHECK ((length(person_id) >= 1)),
    CONSTRAINT submissions_prompt_long CHECK ((length(prompt) <= 64)),
    CONSTRAINT submissions_row_number_least CHECK ((row_number >= 0)),
    CONSTRAINT submissions_row_number_most CHECK ((row_number <= 1000000)),
    CONSTRAINT submissions_template_long CHECK ((length(template) <= 120)),
    CONSTRAINT submissions_template_version_long CHECK ((length(template_version) <= 40)),
    CONSTRAINT submissions_value_long CHECK ((length(value) <= 100000)),
    CONSTRAINT submissions_value_short CHECK ((length(value) >= 1)),
    CONSTRAINT submissions_visibility_word CHECK ((visibility = ANY (ARRAY['private'::text, 'pair'::text, 'peers'::text, 'program'::text, 'public'::text])))
);
CREATE FUNCTION mentorkit.hidden(mentorkit.submissions) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT CASE WHEN ((($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) AND (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id))) THEN CASE WHEN (($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id)) THEN '{}'::text[] ELSE ARRAY['value'] END END $_$;
CREATE FUNCTION mentorkit.hidden_fields(of_table text, id text) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$
DECLARE answer text[];
BEGIN
    IF of_table = 'programs' THEN
        SELECT hidden(t) INTO answer FROM programs t
        WHERE t.program_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::programs, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'people' THEN
        SELECT hidden(t) INTO answer FROM people t
        WHERE t.person_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::people, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'enrollments' THEN
        SELECT hidden(t) INTO answer FROM enrollments t
        WHERE t.enrollment_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::enrollments, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'profiles' THEN
        SELECT hidden(t) INTO answer FROM profiles t
        WHERE t.profile_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::profiles, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'mentorships' THEN
        SELECT hidden(t) INTO answer FROM mentorships t
        WHERE t.mentorship_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::mentorships, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'members' THEN
        SELECT hidden(t) INTO answer FROM members t
        WHERE t.member_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::members, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'charters' THEN
        SELECT hidden(t) INTO answer FROM charters t
        WHERE t.charter_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::charters, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'consents' THEN
        SELECT hidden(t) INTO answer FROM consents t
        WHERE t.consent_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::consents, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'concerns' THEN
        SELECT hidden(t) INTO answer FROM concerns t
        WHERE t.concern_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::concerns, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'competencies' THEN
        SELECT hidden(t) INTO answer FROM competencies t
        WHERE t.competency_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::competencies, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'goals' THEN
        SELECT hidden(t) INTO answer FROM goals t
        WHERE t.goal_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::goals, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'milestones' THEN
        SELECT hidden(t) INTO answer FROM milestones t
        WHERE t.milestone_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::milestones, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'progress' THEN
        SELECT hidden(t) INTO answer FROM progress t
        WHERE t.progress_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::progress, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'evidence' THEN
        SELECT hidden(t) INTO answer FROM evidence t
        WHERE t.evidence_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::evidence, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'opportunities' THEN
        SELECT hidden(t) INTO answer FROM opportunities t
        WHERE t.opportunity_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::opportunities, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'sessions' THEN
        SELECT hidden(t) INTO answer FROM sessions t
        WHERE t.session_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::sessions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'attendance' THEN
        SELECT hidden(t) INTO answer FROM attendance t
        WHERE t.attendance_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::attendance, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'actions' THEN
        SELECT hidden(t) INTO answer FROM actions t
        WHERE t.action_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::actions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'reflections' THEN
        SELECT hidden(t) INTO answer FROM reflections t
        WHERE t.reflection_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::reflections, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'resources' THEN
        SELECT hidden(t) INTO answer FROM resources t
        WHERE t.resource_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::resources, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'decisions' THEN
        SELECT hidden(t) INTO answer FROM decisions t
        WHERE t.decision_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::decisions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'items' THEN
        SELECT hidden(t) INTO answer FROM items t
        WHERE t.item_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::items, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'assessments' THEN
        SELECT hidden(t) INTO answer FROM assessments t
        WHERE t.assessment_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::assessments, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'responses' THEN
        SELECT hidden(t) INTO answer FROM responses t
        WHERE t.response_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::responses, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'review_runs' THEN
        SELECT hidden(t) INTO answer FROM review_runs t
        WHERE t.review_run_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::review_runs, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'submissions' THEN
        SELECT hidden(t) INTO answer FROM submissions t
        WHERE t.submission_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::submissions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'receipts' THEN
        SELECT hidden(t) INTO answer FROM receipts t
        WHERE t.receipt_id = id;
        IF NOT FOUND THEN
            answer := hidden(jsonb_populate_record(NULL::receipts, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION mentorkit.leads() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT EXISTS (TABLE led_programs) $$;
CREATE FUNCTION mentorkit.may_log(of_table text, id text, line text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$
DECLARE answer boolean;
BEGIN
    IF of_table = 'programs' THEN
        SELECT may_write(t) INTO answer FROM programs t
        WHERE t.program_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::programs, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'people' THEN
        SELECT may_write(t) INTO answer FROM people t
        WHERE t.person_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::people, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'enrollments' THEN
        SELECT may_write(t) INTO answer FROM enrollments t
        WHERE t.enrollment_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::enrollments, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'profiles' THEN
        SELECT may_write(t) INTO answer FROM profiles t
        WHERE t.profile_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::profiles, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'mentorships' THEN
        SELECT may_write(t) INTO answer FROM mentorships t
        WHERE t.mentorship_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::mentorships, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'members' THEN
        SELECT may_write(t) INTO answer FROM members t
        WHERE t.member_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::members, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'charters' THEN
        SELECT may_write(t) INTO answer FROM charters t
        WHERE t.charter_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::charters, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'consents' THEN
        SELECT may_write(t) INTO answer FROM consents t
        WHERE t.consent_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::consents, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'concerns' THEN
        SELECT may_write(t) INTO answer FROM concerns t
        WHERE t.concern_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::concerns, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'competencies' THEN
        SELECT may_write(t) INTO answer FROM competencies t
        WHERE t.competency_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::competencies, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'goals' THEN
        SELECT may_write(t) INTO answer FROM goals t
        WHERE t.goal_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::goals, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'milestones' THEN
        SELECT may_write(t) INTO answer FROM milestones t
        WHERE t.milestone_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::milestones, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'progress' THEN
        SELECT may_write(t) INTO answer FROM progress t
        WHERE t.progress_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::progress, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'evidence' THEN
        SELECT may_write(t) INTO answer FROM evidence t
        WHERE t.evidence_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::evidence, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'opportunities' THEN
        SELECT may_write(t) INTO answer FROM opportunities t
        WHERE t.opportunity_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::opportunities, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'sessions' THEN
        SELECT may_write(t) INTO answer FROM sessions t
        WHERE t.session_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::sessions, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'attendance' THEN
        SELECT may_write(t) INTO answer FROM attendance t
        WHERE t.attendance_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::attendance, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'actions' THEN
        SELECT may_write(t) INTO answer FROM actions t
        WHERE t.action_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::actions, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'reflections' THEN
        SELECT may_write(t) INTO answer FROM reflections t
        WHERE t.reflection_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::reflections, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'resources' THEN
        SELECT may_write(t) INTO answer FROM resources t
        WHERE t.resource_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::resources, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'decisions' THEN
        SELECT may_write(t) INTO answer FROM decisions t
        WHERE t.decision_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::decisions, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'items' THEN
        SELECT may_write(t) INTO answer FROM items t
        WHERE t.item_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::items, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'assessments' THEN
        SELECT may_write(t) INTO answer FROM assessments t
        WHERE t.assessment_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::assessments, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'responses' THEN
        SELECT may_write(t) INTO answer FROM responses t
        WHERE t.response_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::responses, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'review_runs' THEN
        SELECT may_write(t) INTO answer FROM review_runs t
        WHERE t.review_run_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::review_runs, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'submissions' THEN
        SELECT may_write(t) INTO answer FROM submissions t
        WHERE t.submission_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::submissions, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'receipts' THEN
        SELECT may_write(t) INTO answer FROM receipts t
        WHERE t.receipt_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::receipts, line::jsonb));
        END IF;
        RETURN answer;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION mentorkit.may_take(mentorkit.actions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id))) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).title IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).tried IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).learned IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).adjust IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.assessments) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((($1).rater_id = (SELECT mentorkit.me()) AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))) OR (mentorkit.among_led_programs(($1).program_id))) AND ((($1).rater_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).note IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.attendance) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(mentorkit.circle_of_sessions(($1).session_id)))), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.charters) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id))) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).label IS NULL) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).text IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.competencies) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce(((mentorkit.leads())), false) $$;
CREATE FUNCTION mentorkit.may_take(mentorkit.concerns) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((($1).by_id = (SELECT mentorkit.me()) AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id))) OR (($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me()))) AND ((($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) OR ($1).text IS NULL) AND ((($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) OR ($1).wish IS NULL) AND ((($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())) OR ($1).outcome IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.consents) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((($1).person_id = (SELECT mentorkit.me()) AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))) OR (mentorkit.among_led_people(($1).person_id) AND (($1).mentorship_id IS NULL OR mentorkit.among_led_mentorships(($1).mentorship_id)))) AND ((($1).person_id = (SELECT mentorkit.me()) OR (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).note IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.decisions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id))) OR (mentorkit.among_led_programs(($1).program_id))) AND ((($1).by_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) OR ($1).decision IS NULL) AND ((($1).by_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) OR ($1).rationale IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.enrollments) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_led_programs(($1).program_id))) AND ((($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_programs(($1).program_id)) OR ($1).hopes IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.evidence) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)))) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).title IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).uri IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).alt_text IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).annotation IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).credential IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.goals) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id))) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).title IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).relevant IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).specific IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).achievable IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).metric IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).level_m2 IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).level_m1 IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).level_0 IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).level_p1 IS NULL) AND ((($1).owner_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).level_p2 IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.items) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce(((mentorkit.leads())), false) $$;
CREATE FUNCTION mentorkit.may_take(mentorkit.members) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_led_mentorships(($1).mentorship_id) AND ($1).person_id <> (SELECT mentorkit.me()))), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.mentorships) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_led_programs(($1).program_id))), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.milestones) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)))) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) OR ($1).title IS NULL) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) OR ($1).success_means IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.opportunities) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))) OR (mentorkit.among_led_people(($1).person_id) AND (($1).mentorship_id IS NULL OR mentorkit.among_led_mentorships(($1).mentorship_id)))) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).title IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_people(($1).person_id))) OR ($1).note IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.people) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((($1).person_id = (SELECT mentorkit.me())) OR (mentorkit.leads())) AND ((($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) OR ($1).email IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.profiles) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((($1).person_id = (SELECT mentorkit.me())) OR (mentorkit.among_led_people(($1).person_id))) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id)) OR ($1).topic IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id)) OR ($1).text IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.programs) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_led_programs(($1).program_id))), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.progress) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)))) AND ((($1).by_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id)) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(mentorkit.circle_of_goals(($1).goal_id))) OR ($1).note IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.receipts) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_people(($1).person_id))) AND ((($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) OR ($1).path IS NULL) AND ((($1).person_id = (SELECT mentorkit.me()) OR mentorkit.among_my_people(($1).person_id) OR mentorkit.among_led_people(($1).person_id)) OR ($1).sender IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.reflections) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((($1).author_id = (SELECT mentorkit.me()) AND mentorkit.among_my_mentorships(($1).mentorship_id))) AND ((($1).author_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).prompt IS NULL) AND ((($1).author_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).text IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.resources) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce((((SELECT mentorkit.me()) IS NOT NULL)), false) $$;
CREATE FUNCTION mentorkit.may_take(mentorkit.responses) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.may_write_at('assessments', ($1).assessment_id)) AND ((mentorkit.hidden_fields('assessments', ($1).assessment_id) IS NOT NULL) OR ($1).text IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.review_runs) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id))) OR (mentorkit.among_led_programs(($1).program_id))) AND ((false OR ($1).visibility <> 'private' AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id)) OR ($1).visibility IN ('program', 'public') AND (mentorkit.among_led_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_led_programs(($1).program_id))) OR ($1).error IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.sessions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id))) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).objective IS NULL) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).agenda IS NULL) AND ((false OR ($1).visibility <> 'private' AND mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_mentorships(($1).mentorship_id)) OR ($1).summary IS NULL) AND (($1).private_note_by = (SELECT mentorkit.me()) OR ($1).private_note IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_take(mentorkit.submissions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_people(($1).person_id))) AND ((($1).person_id = (SELECT mentorkit.me()) OR ($1).visibility <> 'private' AND mentorkit.among_my_people(($1).person_id) OR ($1).visibility IN ('program', 'public') AND mentorkit.among_led_people(($1).person_id)) OR ($1).value IS NULL), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.actions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(($1).mentorship_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.assessments) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((($1).rater_id = (SELECT mentorkit.me()) AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))) OR (mentorkit.among_led_programs(($1).program_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.attendance) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(mentorkit.circle_of_sessions(($1).session_id))), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.charters) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(($1).mentorship_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.competencies) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce((mentorkit.leads()), false) $$;
CREATE FUNCTION mentorkit.may_write(mentorkit.concerns) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((($1).by_id = (SELECT mentorkit.me()) AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id))) OR (($1).by_id = (SELECT mentorkit.me()) OR ($1).handler_id = (SELECT mentorkit.me())), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.consents) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((($1).person_id = (SELECT mentorkit.me()) AND (mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))) OR (mentorkit.among_led_people(($1).person_id) AND (($1).mentorship_id IS NULL OR mentorkit.among_led_mentorships(($1).mentorship_id))), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.decisions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id))) OR (mentorkit.among_led_programs(($1).program_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.enrollments) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_led_programs(($1).program_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.evidence) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.goals) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(($1).mentorship_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.items) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce((mentorkit.leads()), false) $$;
CREATE FUNCTION mentorkit.may_write(mentorkit.members) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_led_mentorships(($1).mentorship_id) AND ($1).person_id <> (SELECT mentorkit.me())), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.mentorships) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_led_programs(($1).program_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.milestones) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id))), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.opportunities) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_people(($1).person_id))) OR (mentorkit.among_led_people(($1).person_id) AND (($1).mentorship_id IS NULL OR mentorkit.among_led_mentorships(($1).mentorship_id))), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.people) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((($1).person_id = (SELECT mentorkit.me())) OR (mentorkit.leads()), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.profiles) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((($1).person_id = (SELECT mentorkit.me())) OR (mentorkit.among_led_people(($1).person_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.programs) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_led_programs(($1).program_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.progress) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(mentorkit.circle_of_goals(($1).goal_id))), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.receipts) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_people(($1).person_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.reflections) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((($1).author_id = (SELECT mentorkit.me()) AND mentorkit.among_my_mentorships(($1).mentorship_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.resources) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT coalesce(((SELECT mentorkit.me()) IS NOT NULL), false) $$;
CREATE FUNCTION mentorkit.may_write(mentorkit.responses) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(mentorkit.may_write_at('assessments', ($1).assessment_id), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.review_runs) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce(((mentorkit.among_my_mentorships(($1).mentorship_id) OR ($1).mentorship_id IS NULL AND mentorkit.among_my_programs(($1).program_id))) OR (mentorkit.among_led_programs(($1).program_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.sessions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_mentorships(($1).mentorship_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write(mentorkit.submissions) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $_$ SELECT coalesce((mentorkit.among_my_people(($1).person_id)) OR (mentorkit.among_led_people(($1).person_id)), false) $_$;
CREATE FUNCTION mentorkit.may_write_at(of_table text, id text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$
DECLARE answer boolean;
BEGIN
    IF of_table = 'programs' THEN
        SELECT may_write(t) INTO answer FROM programs t
        WHERE t.program_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::programs, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'people' THEN
        SELECT may_write(t) INTO answer FROM people t
        WHERE t.person_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::people, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'enrollments' THEN
        SELECT may_write(t) INTO answer FROM enrollments t
        WHERE t.enrollment_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::enrollments, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'profiles' THEN
        SELECT may_write(t) INTO answer FROM profiles t
        WHERE t.profile_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::profiles, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'mentorships' THEN
        SELECT may_write(t) INTO answer FROM mentorships t
        WHERE t.mentorship_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::mentorships, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'members' THEN
        SELECT may_write(t) INTO answer FROM members t
        WHERE t.member_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::members, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'charters' THEN
        SELECT may_write(t) INTO answer FROM charters t
        WHERE t.charter_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::charters, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'consents' THEN
        SELECT may_write(t) INTO answer FROM consents t
        WHERE t.consent_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::consents, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'concerns' THEN
        SELECT may_write(t) INTO answer FROM concerns t
        WHERE t.concern_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::concerns, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'competencies' THEN
        SELECT may_write(t) INTO answer FROM competencies t
        WHERE t.competency_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::competencies, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'goals' THEN
        SELECT may_write(t) INTO answer FROM goals t
        WHERE t.goal_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::goals, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'milestones' THEN
        SELECT may_write(t) INTO answer FROM milestones t
        WHERE t.milestone_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::milestones, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'progress' THEN
        SELECT may_write(t) INTO answer FROM progress t
        WHERE t.progress_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::progress, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'evidence' THEN
        SELECT may_write(t) INTO answer FROM evidence t
        WHERE t.evidence_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::evidence, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'opportunities' THEN
        SELECT may_write(t) INTO answer FROM opportunities t
        WHERE t.opportunity_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::opportunities, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'sessions' THEN
        SELECT may_write(t) INTO answer FROM sessions t
        WHERE t.session_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::sessions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'attendance' THEN
        SELECT may_write(t) INTO answer FROM attendance t
        WHERE t.attendance_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::attendance, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'actions' THEN
        SELECT may_write(t) INTO answer FROM actions t
        WHERE t.action_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::actions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'reflections' THEN
        SELECT may_write(t) INTO answer FROM reflections t
        WHERE t.reflection_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::reflections, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'resources' THEN
        SELECT may_write(t) INTO answer FROM resources t
        WHERE t.resource_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::resources, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'decisions' THEN
        SELECT may_write(t) INTO answer FROM decisions t
        WHERE t.decision_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::decisions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'items' THEN
        SELECT may_write(t) INTO answer FROM items t
        WHERE t.item_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::items, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'assessments' THEN
        SELECT may_write(t) INTO answer FROM assessments t
        WHERE t.assessment_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::assessments, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'responses' THEN
        SELECT may_write(t) INTO answer FROM responses t
        WHERE t.response_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::responses, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'review_runs' THEN
        SELECT may_write(t) INTO answer FROM review_runs t
        WHERE t.review_run_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::review_runs, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'submissions' THEN
        SELECT may_write(t) INTO answer FROM submissions t
        WHERE t.submission_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::submissions, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    IF of_table = 'receipts' THEN
        SELECT may_write(t) INTO answer FROM receipts t
        WHERE t.receipt_id = id;
        IF NOT FOUND THEN
            answer := may_write(jsonb_populate_record(NULL::receipts, mentorkit.erased(of_table, id)));
        END IF;
        RETURN answer;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION mentorkit.me() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT person_id FROM logins WHERE login = session_user $$;
CREATE FUNCTION mentorkit.my_names() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'mentorkit', 'pg_temp'
    AS $$ SELECT array_remove(ARRAY[person_id, handle], NULL)
   FROM people WHERE person_id = me() $$;
CREATE FUNCTION mentorkit.sessions_by_author() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE o mentorkit.sessions;
BEGIN
    IF TG_OP = 'UPDATE' THEN o := OLD; END IF;
    IF mentorkit.me() IS NOT NULL AND ((o.private_note IS DISTINCT FROM NEW.private_note AND (NEW.private_note_by IS DISTINCT FROM mentorkit.me() OR o.private_note IS NOT NULL AND o.private_note_by IS DISTINCT FROM mentorkit.me()))) THEN
        RAISE EXCEPTION 'mentorkit: a private note is its author''s'
            USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION mentorkit_seen.add_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO mentorkit.changes (change_set, undoes, at, by, why, table_name, row_id,
        op, field, before, after, version)
    VALUES (NEW.change_set, NEW.undoes, NEW.at, NEW."by", NEW.why, NEW.table_name,
        NEW.row_id, NEW.op, NEW.field, NEW.before, NEW.after, NEW.version);
    RETURN NEW;
END $$;
CREATE FUNCTION mentorkit_seen.add_row() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
BEGIN
    EXECUTE format('INSERT INTO mentorkit.%1$I SELECT (jsonb_populate_record('
        'NULL::mentorkit.%1$I, to_jsonb($1))).*', TG_TABLE_NAME) USING NEW;
    RETURN NEW;
END $_$;
CREATE FUNCTION mentorkit_seen.change_row() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
DECLARE sets text; changed bigint;
BEGIN
    SELECT string_agg(format('%1$I = ($1).%1$I', n.key), ', ') INTO sets
    FROM jsonb_each(to_jsonb(NEW)) n JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
    WHERE n.value IS DISTINCT FROM o.value;
    IF sets IS NULL THEN RETURN NEW; END IF;
    EXECUTE format('UPDATE mentorkit.%I SET %s WHERE %3$I = ($2).%3$I',
        TG_TABLE_NAME, sets, TG_ARGV[0]) USING NEW, OLD;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN RETURN NULL; END IF;
    RETURN NEW;
END $_$;
CREATE FUNCTION mentorkit_seen.take_row() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
DECLARE changed bigint;
BEGIN
    EXECUTE format('DELETE FROM mentorkit.%I WHERE %2$I = ($1).%2$I',
        TG_TABLE_NAME, TG_ARGV[0]) USING OLD;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN RETURN NULL; END IF;
    RETURN OLD;
END $_$;
CREATE TABLE mentorkit.changes (
    seq bigint NOT NULL,
    change_set text NOT NULL,
    undoes text,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    why text,
    table_name text NOT NULL,
    row_id text NOT NULL,
    op text NOT NULL,
    field text,
    before text,
    after text,
    version integer NOT NULL,
    CONSTRAINT changes_op_word CHECK ((op = ANY (ARRAY['add'::text, 'import'::text, 'revise'::text, 'erase'::text])))
);
CREATE SEQUENCE mentorkit.changes_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE mentorkit.changes_seq_seq OWNED BY mentorkit.changes.seq;
CREATE VIEW mentorkit.led_programs AS
 SELECT enrollments.program_id
   FROM mentorkit.enrollments
  WHERE ((enrollments.person_id = ( SELECT mentorkit.me() AS me)) AND (enrollments.role = 'lead'::text) AND (enrollments.status <> 'withdrawn'::text));
CREATE VIEW mentorkit.led_mentorships AS
 SELECT mentorships.mentorship_id
   FROM mentorkit.mentorships
  WHERE (mentorships.program_id IN ( SELECT led_programs.program_id
           FROM mentorkit.led_programs));
CREATE VIEW mentorkit.led_people AS
 SELECT enrollments.person_id
   FROM mentorkit.enrollments
  WHERE (enrollments.program_id IN ( SELECT led_programs.program_id
           FROM mentorkit.led_programs))
UNION
 SELECT members.person_id
   FROM mentorkit.members
  WHERE (members.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships))
UNION
 SELECT people.person_id
   FROM mentorkit.people
  WHERE ((EXISTS ( SELECT led_programs.program_id
           FROM mentorkit.led_programs)) AND (NOT (EXISTS ( SELECT
           FROM mentorkit.enrollments e
          WHERE (e.person_id = people.person_id)))));
CREATE TABLE mentorkit.logins (
    login text NOT NULL,
    person_id text NOT NULL
);
CREATE VIEW mentorkit.my_mentorships AS
 SELECT members.mentorship_id
   FROM mentorkit.members
  WHERE (members.person_id = ( SELECT mentorkit.me() AS me));
CREATE VIEW mentorkit.my_programs AS
 SELECT enrollments.program_id
   FROM mentorkit.enrollments
  WHERE (enrollments.person_id = ( SELECT mentorkit.me() AS me))
UNION
 SELECT mentorships.program_id
   FROM mentorkit.mentorships
  WHERE (mentorships.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships));
CREATE VIEW mentorkit.my_contacts AS
 SELECT enrollments.person_id
   FROM mentorkit.enrollments
  WHERE ((enrollments.role = ANY (ARRAY['lead'::text, 'mediator'::text])) AND (enrollments.status <> 'withdrawn'::text) AND (enrollments.program_id IN ( SELECT my_programs.program_id
           FROM mentorkit.my_programs)))
UNION
 SELECT concerns.by_id AS person_id
   FROM mentorkit.concerns
  WHERE (concerns.handler_id = ( SELECT mentorkit.me() AS me));
CREATE VIEW mentorkit.my_people AS
 SELECT members.person_id
   FROM mentorkit.members
  WHERE (members.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships))
UNION
 SELECT ( SELECT mentorkit.me() AS me) AS person_id;
CREATE TABLE mentorkit.schema_info (
    version integer NOT NULL
);
CREATE TABLE mentorkit_layout_4.actions (
    action_id text,
    mentorship_id text,
    title text,
    owner_id text,
    set_on date,
    due_on date,
    kind text,
    session_id text,
    goal_id text,
    milestone_id text,
    status text,
    done_on date,
    tried text,
    learned text,
    adjust text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.assessments (
    assessment_id text,
    program_id text,
    mentorship_id text,
    instrument text,
    edition bigint,
    person_id text,
    rater_id text,
    rater_group text,
    wave text,
    session_id text,
    taken_on date,
    note text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.attendance (
    attendance_id text,
    session_id text,
    person_id text,
    attended boolean,
    prepared boolean,
    rating bigint,
    version integer
);
CREATE TABLE mentorkit_layout_4.changes (
    seq bigint,
    change_set text,
    undoes text,
    at timestamp with time zone,
    by text,
    why text,
    table_name text,
    row_id text,
    op text,
    field text,
    before text,
    after text,
    version integer
);
CREATE TABLE mentorkit_layout_4.charters (
    charter_id text,
    mentorship_id text,
    edition bigint,
    section text,
    "position" bigint,
    label text,
    text text,
    agreed_on date,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.competencies (
    competency_id text,
    handle text,
    name text,
    framework text,
    description text,
    stage text,
    uri text,
    parent_id text,
    version integer
);
CREATE TABLE mentorkit_layout_4.concerns (
    concern_id text,
    program_id text,
    by_id text,
    handler_id text,
    mentorship_id text,
    kind text,
    text text,
    wish text,
    raised_on date,
    status text,
    resolved_on date,
    outcome text,
    version integer
);
CREATE TABLE mentorkit_layout_4.consents (
    consent_id text,
    person_id text,
    mentorship_id text,
    scope text,
    granted boolean,
    given_on date,
    withdrawn_on date,
    expires_on date,
    note text,
    version integer
);
CREATE TABLE mentorkit_layout_4.decisions (
    decision_id text,
    program_id text,
    mentorship_id text,
    decided_on date,
    about text,
    decision text,
    rationale text,
    by_id text,
    ref_id text,
    supersedes text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.enrollments (
    enrollment_id text,
    program_id text,
    person_id text,
    role text,
    cohort text,
    stage text,
    capacity bigint,
    hours_per_month double precision,
    hopes text,
    status text,
    applied_on date,
    active_on date,
    left_on date,
    version integer
);
CREATE TABLE mentorkit_layout_4.evidence (
    evidence_id text,
    person_id text,
    mentorship_id text,
    title text,
    kind text,
    uri text,
    alt_text text,
    occurred_on date,
    annotation text,
    goal_id text,
    milestone_id text,
    competency_id text,
    visibility text,
    credential text,
    revoked_on date,
    version integer
);
CREATE TABLE mentorkit_layout_4.goals (
    goal_id text,
    mentorship_id text,
    owner_id text,
    title text,
    kind text,
    relevant text,
    specific text,
    achievable text,
    metric text,
    unit text,
    baseline double precision,
    target double precision,
    level_m2 text,
    level_m1 text,
    level_0 text,
    level_p1 text,
    level_p2 text,
    baseline_level bigint,
    importance bigint,
    difficulty bigint,
    set_on date,
    due_on date,
    status text,
    superseded_by text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.items (
    item_id text,
    handle text,
    instrument text,
    edition bigint,
    "position" bigint,
    kind text,
    subscale text,
    text text,
    scale_min double precision,
    scale_max double precision,
    anchors text,
    reversed boolean,
    competency_id text,
    source text,
    licence text,
    version integer
);
CREATE TABLE mentorkit_layout_4.logins (
    login text,
    person_id text
);
CREATE TABLE mentorkit_layout_4.members (
    member_id text,
    mentorship_id text,
    person_id text,
    role text,
    joined_on date,
    left_on date,
    version integer
);
CREATE TABLE mentorkit_layout_4.mentorships (
    mentorship_id text,
    program_id text,
    handle text,
    mode text,
    facet text,
    round bigint,
    cadence_days bigint,
    starts_on date,
    ends_on date,
    status text,
    close_reason text,
    version integer
);
CREATE TABLE mentorkit_layout_4.milestones (
    milestone_id text,
    goal_id text,
    "position" bigint,
    title text,
    success_means text,
    verified_by text,
    starts_on date,
    due_on date,
    original_due_on date,
    status text,
    done_on date,
    review boolean,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.opportunities (
    opportunity_id text,
    person_id text,
    mentorship_id text,
    title text,
    kind text,
    sponsor_id text,
    occurred_on date,
    outcome text,
    note text,
    evidence_id text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.people (
    person_id text,
    handle text,
    name text,
    email text,
    timezone text,
    language text,
    org_unit text,
    version integer
);
CREATE TABLE mentorkit_layout_4.profiles (
    profile_id text,
    person_id text,
    kind text,
    topic text,
    level text,
    text text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.programs (
    program_id text,
    handle text,
    name text,
    purpose text,
    scope text,
    expected_outcomes text,
    timezone text,
    starts_on date,
    ends_on date,
    pilot_weeks bigint,
    review_every_days bigint,
    cadence_days bigint,
    grace_days bigint,
    min_cell bigint,
    min_raters bigint,
    stale_after_days bigint,
    asks_consent boolean,
    retain_days bigint,
    status text,
    version integer
);
CREATE TABLE mentorkit_layout_4.progress (
    progress_id text,
    goal_id text,
    recorded_on date,
    value double precision,
    level bigint,
    note text,
    by_id text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.reflections (
    reflection_id text,
    mentorship_id text,
    author_id text,
    kind text,
    prompt text,
    text text,
    confidence double precision,
    written_on date,
    session_id text,
    milestone_id text,
    visibility text,
    version integer
);
CREATE TABLE mentorkit_layout_4.resources (
    resource_id text,
    handle text,
    title text,
    kind text,
    uri text,
    description text,
    competency_id text,
    stage text,
    minutes bigint,
    load bigint,
    after_id text,
    language text,
    captions boolean,
    transcript_uri text,
    low_bandwidth_uri text,
    licence text,
    version integer
);
CREATE TABLE mentorkit_layout_4.responses (
    response_id text,
    assessment_id text,
    item_id text,
    value double precision,
    text text,
    version integer
);
CREATE TABLE mentorkit_layout_4.schema_info (
    version integer
);
CREATE TABLE mentorkit_layout_4.sessions (
    session_id text,
    mentorship_id text,
    starts_at timestamp with time zone,
    timezone text,
    minutes bigint,
    kind text,
    medium text,
    status text,
    objective text,
    agenda text,
    summary text,
    private_note text,
    private_note_by text,
    visibility text,
    version integer
);
CREATE VIEW mentorkit_seen.actions WITH (security_barrier='true') AS
 SELECT t.action_id,
    t.mentorship_id,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.title
            ELSE NULL::text
        END AS title,
    t.owner_id,
    t.set_on,
    t.due_on,
    t.kind,
    t.session_id,
    t.goal_id,
    t.milestone_id,
    t.status,
    t.done_on,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.tried
            ELSE NULL::text
        END AS tried,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.learned
            ELSE NULL::text
        END AS learned,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.adjust
            ELSE NULL::text
        END AS adjust,
    t.visibility,
    t.version
   FROM mentorkit.actions t
  WHERE ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.assessments WITH (security_barrier='true') AS
 SELECT t.assessment_id,
    t.program_id,
    t.mentorship_id,
    t.instrument,
    t.edition,
    t.person_id,
    t.rater_id,
    t.rater_group,
    t.wave,
    t.session_id,
    t.taken_on,
        CASE
            WHEN ((t.rater_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.note
            ELSE NULL::text
        END AS note,
    t.visibility,
    t.version
   FROM mentorkit.assessments t
  WHERE (((t.rater_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people))))) AND ((t.rater_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)))))));
CREATE VIEW mentorkit_seen.attendance WITH (security_barrier='true') AS
 SELECT t.attendance_id,
    t.session_id,
    t.person_id,
    t.attended,
    t.prepared,
    t.rating,
    t.version
   FROM mentorkit.attendance t
  WHERE (false OR (mentorkit.circle_of_sessions(t.session_id) IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (mentorkit.circle_of_sessions(t.session_id) IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.changes WITH (security_barrier='true') AS
 SELECT c.seq,
    c.change_set,
    c.undoes,
    c.at,
    c.by,
        CASE
            WHEN (c.field = ANY (h.hidden)) THEN NULL::text
            ELSE c.why
        END AS why,
    c.table_name,
    c.row_id,
    c.op,
    c.field,
        CASE
            WHEN (c.field = ANY (h.hidden)) THEN NULL::text
            WHEN ((c.op = 'erase'::text) AND (h.hidden <> '{}'::text[])) THEN (((c.before)::jsonb || ( SELECT jsonb_object_agg(name.name, NULL::unknown) AS jsonb_object_agg
               FROM unnest(h.hidden) name(name))))::text
            ELSE c.before
        END AS before,
        CASE
            WHEN (c.field = ANY (h.hidden)) THEN NULL::text
            ELSE c.after
        END AS after,
    c.version
   FROM (mentorkit.changes c
     CROSS JOIN LATERAL ( SELECT mentorkit.hidden_fields(c.table_name, c.row_id) AS hidden
         OFFSET 0) h)
  WHERE (h.hidden IS NOT NULL);
CREATE VIEW mentorkit_seen.charters WITH (security_barrier='true') AS
 SELECT t.charter_id,
    t.mentorship_id,
    t.edition,
    t.section,
    t."position",
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.label
            ELSE NULL::text
        END AS label,
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.text
            ELSE NULL::text
        END AS text,
    t.agreed_on,
    t.visibility,
    t.version
   FROM mentorkit.charters t
  WHERE (false OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.competencies WITH (security_barrier='true') AS
 SELECT t.competency_id,
    t.handle,
    t.name,
    t.framework,
    t.description,
    t.stage,
    t.uri,
    t.parent_id,
    t.version
   FROM mentorkit.competencies t
  WHERE (false OR (( SELECT mentorkit.me() AS me) IS NOT NULL) OR (( SELECT mentorkit.me() AS me) IS NOT NULL));
CREATE VIEW mentorkit_seen.concerns WITH (security_barrier='true') AS
 SELECT t.concern_id,
    t.program_id,
    t.by_id,
    t.handler_id,
    t.mentorship_id,
    t.kind,
        CASE
            WHEN ((t.by_id = ( SELECT mentorkit.me() AS me)) OR (t.handler_id = ( SELECT mentorkit.me() AS me))) THEN t.text
            ELSE NULL::text
        END AS text,
        CASE
            WHEN ((t.by_id = ( SELECT mentorkit.me() AS me)) OR (t.handler_id = ( SELECT mentorkit.me() AS me))) THEN t.wish
            ELSE NULL::text
        END AS wish,
    t.raised_on,
    t.status,
    t.resolved_on,
        CASE
            WHEN ((t.by_id = ( SELECT mentorkit.me() AS me)) OR (t.handler_id = ( SELECT mentorkit.me() AS me))) THEN t.outcome
            ELSE NULL::text
        END AS outcome,
    t.version
   FROM mentorkit.concerns t
  WHERE ((t.by_id = ( SELECT mentorkit.me() AS me)) OR (t.handler_id = ( SELECT mentorkit.me() AS me)));
CREATE VIEW mentorkit_seen.consents WITH (security_barrier='true') AS
 SELECT t.consent_id,
    t.person_id,
    t.mentorship_id,
    t.scope,
    t.granted,
    t.given_on,
    t.withdrawn_on,
    t.expires_on,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people))))) THEN t.note
            ELSE NULL::text
        END AS note,
    t.version
   FROM mentorkit.consents t
  WHERE (((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people))))) AND ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people))))));
CREATE VIEW mentorkit_seen.decisions WITH (security_barrier='true') AS
 SELECT t.decision_id,
    t.program_id,
    t.mentorship_id,
    t.decided_on,
    t.about,
        CASE
            WHEN ((t.by_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT my_programs.program_id
               FROM mentorkit.my_programs))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT led_programs.program_id
               FROM mentorkit.led_programs)))))) THEN t.decision
            ELSE NULL::text
        END AS decision,
        CASE
            WHEN ((t.by_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT my_programs.program_id
               FROM mentorkit.my_programs))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT led_programs.program_id
               FROM mentorkit.led_programs)))))) THEN t.rationale
            ELSE NULL::text
        END AS rationale,
    t.by_id,
    t.ref_id,
    t.supersedes,
    t.visibility,
    t.version
   FROM mentorkit.decisions t
  WHERE ((t.by_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT my_programs.program_id
           FROM mentorkit.my_programs)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT led_programs.program_id
           FROM mentorkit.led_programs)))));
CREATE VIEW mentorkit_seen.enrollments WITH (security_barrier='true') AS
 SELECT t.enrollment_id,
    t.program_id,
    t.person_id,
    t.role,
    t.cohort,
    t.stage,
    t.capacity,
    t.hours_per_month,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people)) OR (t.program_id IN ( SELECT led_programs.program_id
               FROM mentorkit.led_programs))) THEN t.hopes
            ELSE NULL::text
        END AS hopes,
    t.status,
    t.applied_on,
    t.active_on,
    t.left_on,
    t.version
   FROM mentorkit.enrollments t
  WHERE ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)) OR (t.program_id IN ( SELECT led_programs.program_id
           FROM mentorkit.led_programs)));
CREATE VIEW mentorkit_seen.evidence WITH (security_barrier='true') AS
 SELECT t.evidence_id,
    t.person_id,
    t.mentorship_id,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.title
            ELSE NULL::text
        END AS title,
    t.kind,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.uri
            ELSE NULL::text
        END AS uri,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.alt_text
            ELSE NULL::text
        END AS alt_text,
    t.occurred_on,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.annotation
            ELSE NULL::text
        END AS annotation,
    t.goal_id,
    t.milestone_id,
    t.competency_id,
    t.visibility,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.credential
            ELSE NULL::text
        END AS credential,
    t.revoked_on,
    t.version
   FROM mentorkit.evidence t
  WHERE ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)))));
CREATE VIEW mentorkit_seen.goals WITH (security_barrier='true') AS
 SELECT t.goal_id,
    t.mentorship_id,
    t.owner_id,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.title
            ELSE NULL::text
        END AS title,
    t.kind,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.relevant
            ELSE NULL::text
        END AS relevant,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.specific
            ELSE NULL::text
        END AS specific,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.achievable
            ELSE NULL::text
        END AS achievable,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.metric
            ELSE NULL::text
        END AS metric,
    t.unit,
    t.baseline,
    t.target,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.level_m2
            ELSE NULL::text
        END AS level_m2,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.level_m1
            ELSE NULL::text
        END AS level_m1,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.level_0
            ELSE NULL::text
        END AS level_0,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.level_p1
            ELSE NULL::text
        END AS level_p1,
        CASE
            WHEN ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.level_p2
            ELSE NULL::text
        END AS level_p2,
    t.baseline_level,
    t.importance,
    t.difficulty,
    t.set_on,
    t.due_on,
    t.status,
    t.superseded_by,
    t.visibility,
    t.version
   FROM mentorkit.goals t
  WHERE ((t.owner_id = ( SELECT mentorkit.me() AS me)) OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.items WITH (security_barrier='true') AS
 SELECT t.item_id,
    t.handle,
    t.instrument,
    t.edition,
    t."position",
    t.kind,
    t.subscale,
    t.text,
    t.scale_min,
    t.scale_max,
    t.anchors,
    t.reversed,
    t.competency_id,
    t.source,
    t.licence,
    t.version
   FROM mentorkit.items t
  WHERE (false OR (( SELECT mentorkit.me() AS me) IS NOT NULL) OR (( SELECT mentorkit.me() AS me) IS NOT NULL));
CREATE VIEW mentorkit_seen.members WITH (security_barrier='true') AS
 SELECT t.member_id,
    t.mentorship_id,
    t.person_id,
    t.role,
    t.joined_on,
    t.left_on,
    t.version
   FROM mentorkit.members t
  WHERE (false OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.mentorships WITH (security_barrier='true') AS
 SELECT t.mentorship_id,
    t.program_id,
    t.handle,
    t.mode,
    t.facet,
    t.round,
    t.cadence_days,
    t.starts_on,
    t.ends_on,
    t.status,
    t.close_reason,
    t.version
   FROM mentorkit.mentorships t
  WHERE (false OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.milestones WITH (security_barrier='true') AS
 SELECT t.milestone_id,
    t.goal_id,
    t."position",
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.title
            ELSE NULL::text
        END AS title,
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.success_means
            ELSE NULL::text
        END AS success_means,
    t.verified_by,
    t.starts_on,
    t.due_on,
    t.original_due_on,
    t.status,
    t.done_on,
    t.review,
    t.visibility,
    t.version
   FROM mentorkit.milestones t
  WHERE (false OR (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.opportunities WITH (security_barrier='true') AS
 SELECT t.opportunity_id,
    t.person_id,
    t.mentorship_id,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.title
            ELSE NULL::text
        END AS title,
    t.kind,
    t.sponsor_id,
    t.occurred_on,
    t.outcome,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))))) THEN t.note
            ELSE NULL::text
        END AS note,
    t.evidence_id,
    t.visibility,
    t.version
   FROM mentorkit.opportunities t
  WHERE ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)))));
CREATE VIEW mentorkit_seen.people WITH (security_barrier='true') AS
 SELECT t.person_id,
    t.handle,
    t.name,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people))) THEN t.email
            ELSE NULL::text
        END AS email,
    t.timezone,
    t.language,
    t.org_unit,
    t.version
   FROM mentorkit.people t
  WHERE ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)) OR (t.person_id IN ( SELECT my_contacts.person_id
           FROM mentorkit.my_contacts)));
CREATE VIEW mentorkit_seen.profiles WITH (security_barrier='true') AS
 SELECT t.profile_id,
    t.person_id,
    t.kind,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))) THEN t.topic
            ELSE NULL::text
        END AS topic,
    t.level,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))) THEN t.text
            ELSE NULL::text
        END AS text,
    t.visibility,
    t.version
   FROM mentorkit.profiles t
  WHERE (((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people))) AND ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)))));
CREATE VIEW mentorkit_seen.programs WITH (security_barrier='true') AS
 SELECT t.program_id,
    t.handle,
    t.name,
    t.purpose,
    t.scope,
    t.expected_outcomes,
    t.timezone,
    t.starts_on,
    t.ends_on,
    t.pilot_weeks,
    t.review_every_days,
    t.cadence_days,
    t.grace_days,
    t.min_cell,
    t.min_raters,
    t.stale_after_days,
    t.asks_consent,
    t.retain_days,
    t.status,
    t.version
   FROM mentorkit.programs t
  WHERE (false OR (t.program_id IN ( SELECT my_programs.program_id
           FROM mentorkit.my_programs)) OR (t.program_id IN ( SELECT led_programs.program_id
           FROM mentorkit.led_programs)));
CREATE VIEW mentorkit_seen.progress WITH (security_barrier='true') AS
 SELECT t.progress_id,
    t.goal_id,
    t.recorded_on,
    t.value,
    t.level,
        CASE
            WHEN ((t.by_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.note
            ELSE NULL::text
        END AS note,
    t.by_id,
    t.visibility,
    t.version
   FROM mentorkit.progress t
  WHERE ((t.by_id = ( SELECT mentorkit.me() AS me)) OR (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (mentorkit.circle_of_goals(t.goal_id) IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.receipts WITH (security_barrier='true') AS
 SELECT t.receipt_id,
    t.person_id,
    t.assignment,
    t.template,
    t.template_version,
    t.fingerprint,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people))) THEN t.path
            ELSE NULL::text
        END AS path,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people))) THEN t.sender
            ELSE NULL::text
        END AS sender,
    t.received_at,
    t.received_by,
    t.late,
    t.answered,
    t.asked,
    t.state,
    t.remarks,
    t.version
   FROM mentorkit.receipts t
  WHERE ((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)));
CREATE VIEW mentorkit_seen.reflections WITH (security_barrier='true') AS
 SELECT t.reflection_id,
    t.mentorship_id,
    t.author_id,
    t.kind,
        CASE
            WHEN ((t.author_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.prompt
            ELSE NULL::text
        END AS prompt,
        CASE
            WHEN ((t.author_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.text
            ELSE NULL::text
        END AS text,
    t.confidence,
    t.written_on,
    t.session_id,
    t.milestone_id,
    t.visibility,
    t.version
   FROM mentorkit.reflections t
  WHERE (((t.author_id = ( SELECT mentorkit.me() AS me)) OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships))) AND ((t.author_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)))));
CREATE VIEW mentorkit_seen.resources WITH (security_barrier='true') AS
 SELECT t.resource_id,
    t.handle,
    t.title,
    t.kind,
    t.uri,
    t.description,
    t.competency_id,
    t.stage,
    t.minutes,
    t.load,
    t.after_id,
    t.language,
    t.captions,
    t.transcript_uri,
    t.low_bandwidth_uri,
    t.licence,
    t.version
   FROM mentorkit.resources t
  WHERE (false OR (( SELECT mentorkit.me() AS me) IS NOT NULL) OR (( SELECT mentorkit.me() AS me) IS NOT NULL));
CREATE VIEW mentorkit_seen.responses WITH (security_barrier='true') AS
 SELECT t.response_id,
    t.assessment_id,
    t.item_id,
    t.value,
        CASE
            WHEN (t.assessment_id IN ( SELECT assessments.assessment_id
               FROM mentorkit_seen.assessments)) THEN t.text
            ELSE NULL::text
        END AS text,
    t.version
   FROM mentorkit.responses t
  WHERE (t.assessment_id IN ( SELECT assessments.assessment_id
           FROM mentorkit_seen.assessments));
CREATE VIEW mentorkit_seen.review_runs WITH (security_barrier='true') AS
 SELECT t.review_run_id,
    t.program_id,
    t.mentorship_id,
    t.template,
    t.period,
    t.language,
    t.cut_at,
    t.made_at,
    t.status,
    t.seconds,
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT my_programs.program_id
               FROM mentorkit.my_programs))))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT led_programs.program_id
               FROM mentorkit.led_programs)))))) THEN t.error
            ELSE NULL::text
        END AS error,
    t.inputs,
    t.folder,
    t.visibility,
    t.version
   FROM mentorkit.review_runs t
  WHERE (false OR ((t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT my_programs.program_id
           FROM mentorkit.my_programs)))) OR ((t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)) OR ((t.mentorship_id IS NULL) AND (t.program_id IN ( SELECT led_programs.program_id
           FROM mentorkit.led_programs)))));
CREATE VIEW mentorkit_seen.sessions WITH (security_barrier='true') AS
 SELECT t.session_id,
    t.mentorship_id,
    t.starts_at,
    t.timezone,
    t.minutes,
    t.kind,
    t.medium,
    t.status,
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.objective
            ELSE NULL::text
        END AS objective,
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.agenda
            ELSE NULL::text
        END AS agenda,
        CASE
            WHEN (false OR ((t.visibility <> 'private'::text) AND (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
               FROM mentorkit.my_mentorships))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
               FROM mentorkit.led_mentorships)))) THEN t.summary
            ELSE NULL::text
        END AS summary,
        CASE
            WHEN (t.private_note_by = ( SELECT mentorkit.me() AS me)) THEN t.private_note
            ELSE NULL::text
        END AS private_note,
    t.private_note_by,
    t.visibility,
    t.version
   FROM mentorkit.sessions t
  WHERE (false OR (t.mentorship_id IN ( SELECT my_mentorships.mentorship_id
           FROM mentorkit.my_mentorships)) OR (t.mentorship_id IN ( SELECT led_mentorships.mentorship_id
           FROM mentorkit.led_mentorships)));
CREATE VIEW mentorkit_seen.submissions WITH (security_barrier='true') AS
 SELECT t.submission_id,
    t.person_id,
    t.assignment,
    t.template,
    t.template_version,
    t.fingerprint,
    t.prompt,
    t.kind,
    t.copy_number,
    t.row_number,
    t.part,
        CASE
            WHEN ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.person_id IN ( SELECT my_people.person_id
               FROM mentorkit.my_people))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.person_id IN ( SELECT led_people.person_id
               FROM mentorkit.led_people)))) THEN t.value
            ELSE NULL::text
        END AS value,
    t.found_by,
    t.visibility,
    t.version
   FROM mentorkit.submissions t
  WHERE (((t.person_id = ( SELECT mentorkit.me() AS me)) OR (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people)) OR (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people))) AND ((t.person_id = ( SELECT mentorkit.me() AS me)) OR ((t.visibility <> 'private'::text) AND (t.person_id IN ( SELECT my_people.person_id
           FROM mentorkit.my_people))) OR ((t.visibility = ANY (ARRAY['program'::text, 'public'::text])) AND (t.person_id IN ( SELECT led_people.person_id
           FROM mentorkit.led_people)))));
ALTER TABLE ONLY mentorkit.changes ALTER COLUMN seq SET DEFAULT nextval('mentorkit.changes_seq_seq'::regclass);
INSERT INTO mentorkit.actions VALUES ('a-cnrdtmyt', 'ms-jetm1twe', 'Buy the book', 'p-z52ds923', '2026-09-03', NULL, 'todo', 's-0cd79w2d', NULL, NULL, 'open', NULL, NULL, NULL, NULL, 'pair', 1);
INSERT INTO mentorkit.assessments VALUES ('as-6e0c1afe', 'pr-h82apj2a', 'ms-jetm1twe', 'pulse', 1, 'p-z52ds923', 'p-z52ds923', 'self', 'pulse', NULL, '2026-09-03', 'On paper', 'pair', 1);
INSERT INTO mentorkit.attendance VALUES ('at-hvj2zfnq', 's-0cd79w2d', 'p-z52ds923', true, true, 4, 1);
INSERT INTO mentorkit.changes VALUES (1, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'programs', 'pr-h82apj2a', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (2, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'people', 'p-z52ds923', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (3, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'people', 'p-dvg87kdw', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (4, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'mentorships', 'ms-jetm1twe', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (5, 'cs-j6q7t0bh', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'members', 'mb-hysrwmb5', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (6, 'cs-j6q7t0bh', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'members', 'mb-d4v0d9c3', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (7, 'cs-j6q7t0bh', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'enrollments', 'e-stys5b7y', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (8, 'cs-rgk5sbbj', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'goals', 'g-wrybcbcy', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (9, 'cs-emmz37j2', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'milestones', 'm-1822x11f', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (10, 'cs-emmz37j2', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'progress', 'pg-tft14tcs', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (11, 'cs-c7q7pt1x', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'sessions', 's-0cd79w2d', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (12, 'cs-en0d82sg', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'actions', 'a-cnrdtmyt', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (13, 'cs-en0d82sg', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'reflections', 'r-s2zvngyt', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (14, 'cs-en0d82sg', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'decisions', 'd-13xebn1s', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (15, 'cs-e64hrd67', NULL, '2026-09-03 09:00:00+00', 'grace', 'A shorter edition', 'goals', 'g-wrybcbcy', 'revise', 'target', '300.0', '250.0', 2);
INSERT INTO mentorkit.changes VALUES (16, 'cs-nc4cze4k', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'goals', 'g-k0mev4jf', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (17, 'cs-yysynncm', NULL, '2026-09-03 09:00:00+00', 'ada', 'Not now', 'goals', 'g-k0mev4jf', 'erase', NULL, '{"goal_id": "g-k0mev4jf", "mentorship_id": "ms-jetm1twe", "owner_id": "p-z52ds923", "title": "Write one", "kind": "skill", "relevant": null, "specific": null, "achievable": null, "metric": null, "unit": null, "baseline": null, "target": null, "level_m2": null, "level_m1": null, "level_0": null, "level_p1": null, "level_p2": null, "baseline_level": -1, "importance": 1, "difficulty": 1, "set_on": "2026-09-03", "due_on": null, "status": "draft", "superseded_by": null, "visibility": "pair"}', NULL, 2);
INSERT INTO mentorkit.changes VALUES (18, 'cs-jv9t3avb', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'sessions', 's-0cd79w2d', 'revise', 'summary', '"We talked"', '"We talked at length"', 2);
INSERT INTO mentorkit.changes VALUES (19, 'cs-dqa5hbnk', 'cs-jv9t3avb', '2026-09-03 09:00:00+00', 'grace', NULL, 'sessions', 's-0cd79w2d', 'revise', 'summary', '"We talked at length"', '"We talked"', 3);
INSERT INTO mentorkit.changes VALUES (20, 'cs-admac0rs', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'charters', 'ch-7qxv18hb', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (21, 'cs-kg8qjapm', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'consents', 'co-hyzh1vba', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (22, 'cs-t5ghbrfq', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'competencies', 'cy-w0wvbr2f', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (23, 'cs-1yzae9kj', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'profiles', 'pf-nm51bca6', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (24, 'cs-1yzae9kj', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'resources', 'rs-58vmaevb', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (25, 'cs-3dtqhtg1', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'opportunities', 'op-0aydja87', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (26, 'cs-pycbbtgq', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'evidence', 'ev-vcff0p6y', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (27, 'cs-09kjxzmf', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'attendance', 'at-hvj2zfnq', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (28, 'cs-09kjxzmf', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'concerns', 'cn-h14ndzr8', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (29, 'cs-sjq0ahk2', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'items', 'it-8gkp9vfe', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (30, 'cs-r640kaf6', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'assessments', 'as-6e0c1afe', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (31, 'cs-bsn71bqe', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'responses', 'an-wqmkjykn', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (32, 'cs-c4fbaq2y', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'submissions', 'su-fbqdrstm', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (33, 'cs-gp1c24rf', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'receipts', 'rc-qjhqpnte', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.changes VALUES (34, 'cs-tpakj5mm', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'review_runs', 'rr-34wcy2qy', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.charters VALUES ('ch-7qxv18hb', 'ms-jetm1twe', 1, 'cadence', 1, NULL, 'Weekly', '2026-09-03', 'pair', 1);
INSERT INTO mentorkit.competencies VALUES ('cy-w0wvbr2f', 'reading', 'Reading', 'own', NULL, 'developing', NULL, NULL, 1);
INSERT INTO mentorkit.concerns VALUES ('cn-h14ndzr8', 'pr-h82apj2a', 'p-z52ds923', 'p-dvg87kdw', 'ms-jetm1twe', 'scheduling', 'Too early', NULL, '2026-09-03', 'open', NULL, NULL, 1);
INSERT INTO mentorkit.consents VALUES ('co-hyzh1vba', 'p-z52ds923', NULL, 'share_program', true, '2026-09-03', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.decisions VALUES ('d-13xebn1s', 'pr-h82apj2a', 'ms-jetm1twe', '2026-09-03', 'goal', 'One book', 'Time', 'p-z52ds923', NULL, NULL, 'pair', 1);
INSERT INTO mentorkit.enrollments VALUES ('e-stys5b7y', 'pr-h82apj2a', 'p-dvg87kdw', 'lead', NULL, NULL, 1, NULL, 'To be of use', 'active', NULL, NULL, NULL, 1);
INSERT INTO mentorkit.evidence VALUES ('ev-vcff0p6y', 'p-z52ds923', 'ms-jetm1twe', 'A review of it', 'artifact', 'https://example.org/review', NULL, '2026-09-03', NULL, 'g-wrybcbcy', NULL, NULL, 'pair', NULL, NULL, 1);
INSERT INTO mentorkit.goals VALUES ('g-wrybcbcy', 'ms-jetm1twe', 'p-z52ds923', 'Read one book', 'skill', NULL, 'Cover to cover', NULL, 'pages', NULL, NULL, 250, NULL, NULL, NULL, NULL, NULL, -1, 1, 1, '2026-09-03', '2026-12-01', 'draft', NULL, 'pair', 2);
INSERT INTO mentorkit.items VALUES ('it-8gkp9vfe', 'pulse-1', 'pulse', 1, 1, 'survey', NULL, 'I know what comes next', 1, 5, NULL, false, NULL, 'own', 'CC0-1.0', 1);
INSERT INTO mentorkit.members VALUES ('mb-hysrwmb5', 'ms-jetm1twe', 'p-z52ds923', 'mentee', '2026-09-03', NULL, 1);
INSERT INTO mentorkit.members VALUES ('mb-d4v0d9c3', 'ms-jetm1twe', 'p-dvg87kdw', 'mentor', '2026-09-03', NULL, 1);
INSERT INTO mentorkit.mentorships VALUES ('ms-jetm1twe', 'pr-h82apj2a', 'ada-grace', 'one_to_one', NULL, 1, NULL, NULL, NULL, 'active', NULL, 1);
INSERT INTO mentorkit.milestones VALUES ('m-1822x11f', 'g-wrybcbcy', 0, 'Half of it', '150 pages', NULL, NULL, NULL, NULL, 'planned', NULL, false, 'pair', 1);
INSERT INTO mentorkit.opportunities VALUES ('op-0aydja87', 'p-z52ds923', 'ms-jetm1twe', 'Meet a publisher', 'introduction', NULL, '2026-09-03', 'offered', 'In spring', NULL, 'pair', 1);
INSERT INTO mentorkit.people VALUES ('p-z52ds923', 'ada', 'Ada Lovelace', 'ada@example.org', 'UTC', 'en', NULL, 1);
INSERT INTO mentorkit.people VALUES ('p-dvg87kdw', 'grace', 'Grace Hopper', NULL, 'UTC', 'en', NULL, 1);
INSERT INTO mentorkit.profiles VALUES ('pf-nm51bca6', 'p-z52ds923', 'skill_have', 'Writing', 'proficient', NULL, 'program', 1);
INSERT INTO mentorkit.programs VALUES ('pr-h82apj2a', 'first', 'First program', NULL, NULL, NULL, 'UTC', NULL, NULL, NULL, 91, 14, 7, 5, 3, 28, false, NULL, 'active', 1);
INSERT INTO mentorkit.progress VALUES ('pg-tft14tcs', 'g-wrybcbcy', '2026-09-03', NULL, 0, 'Slowly', 'p-z52ds923', 'pair', 1);
INSERT INTO mentorkit.receipts VALUES ('rc-qjhqpnte', 'p-z52ds923', 'reflection', 'reflection', '1.0', '0000000000000000000000000000000000000000000000000000000000000000', 'in/ada.ipynb', NULL, '2026-09-03 09:00:00+00', 'file', false, 1, 1, 'taken', NULL, 1);
INSERT INTO mentorkit.reflections VALUES ('r-s2zvngyt', 'ms-jetm1twe', 'p-z52ds923', 'post_session', NULL, 'It went well', 3.5, '2026-09-03', 's-0cd79w2d', NULL, 'pair', 1);
INSERT INTO mentorkit.resources VALUES ('rs-58vmaevb', 'how-to-read', 'How to read', 'article', 'https://example.org/read', NULL, 'cy-w0wvbr2f', NULL, 20, NULL, NULL, 'en', NULL, NULL, NULL, NULL, 1);
INSERT INTO mentorkit.responses VALUES ('an-wqmkjykn', 'as-6e0c1afe', 'it-8gkp9vfe', 4, 'Mostly', 1);
INSERT INTO mentorkit.review_runs VALUES ('rr-34wcy2qy', 'pr-h82apj2a', 'ms-jetm1twe', 'quarterly', '2026Q3', 'en', '2026-09-03 09:00:00+00', '2026-09-03 09:00:00+00', 'ok', 1.5, NULL, '', 'reports', 'pair', 1);
INSERT INTO mentorkit.schema_info VALUES (5);
INSERT INTO mentorkit.sessions VALUES ('s-0cd79w2d', 'ms-jetm1twe', '2026-09-03 09:00:00+00', 'UTC', 45, 'deep_dive', NULL, 'planned', NULL, NULL, 'We talked', 'Tired today', 'p-dvg87kdw', 'pair', 3);
INSERT INTO mentorkit.submissions VALUES ('su-fbqdrstm', 'p-z52ds923', 'reflection', 'reflection', '1.0', '0000000000000000000000000000000000000000000000000000000000000000', 'went_well', 'text', 0, 0, '', 'We read it', 'mark', 'program', 1);
INSERT INTO mentorkit_layout_4.actions VALUES ('a-cnrdtmyt', 'ms-jetm1twe', 'Buy the book', 'p-z52ds923', '2026-09-03', NULL, 'todo', 's-0cd79w2d', NULL, NULL, 'open', NULL, NULL, NULL, NULL, 'pair', 1);
INSERT INTO mentorkit_layout_4.assessments VALUES ('as-6e0c1afe', 'pr-h82apj2a', 'ms-jetm1twe', 'pulse', 1, 'p-z52ds923', 'p-z52ds923', 'self', 'pulse', NULL, '2026-09-03', 'On paper', 'pair', 1);
INSERT INTO mentorkit_layout_4.attendance VALUES ('at-hvj2zfnq', 's-0cd79w2d', 'p-z52ds923', true, true, 4, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (1, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'programs', 'pr-h82apj2a', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (2, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'people', 'p-z52ds923', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (3, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'people', 'p-dvg87kdw', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (4, 'cs-2bxymedc', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'mentorships', 'ms-jetm1twe', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (5, 'cs-j6q7t0bh', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'members', 'mb-hysrwmb5', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (6, 'cs-j6q7t0bh', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'members', 'mb-d4v0d9c3', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (7, 'cs-j6q7t0bh', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'enrollments', 'e-stys5b7y', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (8, 'cs-rgk5sbbj', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'goals', 'g-wrybcbcy', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (9, 'cs-emmz37j2', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'milestones', 'm-1822x11f', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (10, 'cs-emmz37j2', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'progress', 'pg-tft14tcs', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (11, 'cs-c7q7pt1x', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'sessions', 's-0cd79w2d', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (12, 'cs-en0d82sg', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'actions', 'a-cnrdtmyt', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (13, 'cs-en0d82sg', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'reflections', 'r-s2zvngyt', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (14, 'cs-en0d82sg', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'decisions', 'd-13xebn1s', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (15, 'cs-e64hrd67', NULL, '2026-09-03 09:00:00+00', 'grace', 'A shorter edition', 'goals', 'g-wrybcbcy', 'revise', 'target', '300.0', '250.0', 2);
INSERT INTO mentorkit_layout_4.changes VALUES (16, 'cs-nc4cze4k', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'goals', 'g-k0mev4jf', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (17, 'cs-yysynncm', NULL, '2026-09-03 09:00:00+00', 'ada', 'Not now', 'goals', 'g-k0mev4jf', 'erase', NULL, '{"goal_id": "g-k0mev4jf", "mentorship_id": "ms-jetm1twe", "owner_id": "p-z52ds923", "title": "Write one", "kind": "skill", "relevant": null, "specific": null, "achievable": null, "metric": null, "unit": null, "baseline": null, "target": null, "level_m2": null, "level_m1": null, "level_0": null, "level_p1": null, "level_p2": null, "baseline_level": -1, "importance": 1, "difficulty": 1, "set_on": "2026-09-03", "due_on": null, "status": "draft", "superseded_by": null, "visibility": "pair"}', NULL, 2);
INSERT INTO mentorkit_layout_4.changes VALUES (18, 'cs-jv9t3avb', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'sessions', 's-0cd79w2d', 'revise', 'summary', '"We talked"', '"We talked at length"', 2);
INSERT INTO mentorkit_layout_4.changes VALUES (19, 'cs-dqa5hbnk', 'cs-jv9t3avb', '2026-09-03 09:00:00+00', 'grace', NULL, 'sessions', 's-0cd79w2d', 'revise', 'summary', '"We talked at length"', '"We talked"', 3);
INSERT INTO mentorkit_layout_4.changes VALUES (20, 'cs-admac0rs', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'charters', 'ch-7qxv18hb', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (21, 'cs-kg8qjapm', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'consents', 'co-hyzh1vba', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (22, 'cs-t5ghbrfq', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'competencies', 'cy-w0wvbr2f', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (23, 'cs-1yzae9kj', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'profiles', 'pf-nm51bca6', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (24, 'cs-1yzae9kj', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'resources', 'rs-58vmaevb', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (25, 'cs-3dtqhtg1', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'opportunities', 'op-0aydja87', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (26, 'cs-pycbbtgq', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'evidence', 'ev-vcff0p6y', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (27, 'cs-09kjxzmf', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'attendance', 'at-hvj2zfnq', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (28, 'cs-09kjxzmf', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'concerns', 'cn-h14ndzr8', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (29, 'cs-sjq0ahk2', NULL, '2026-09-03 09:00:00+00', 'grace', NULL, 'items', 'it-8gkp9vfe', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (30, 'cs-r640kaf6', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'assessments', 'as-6e0c1afe', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.changes VALUES (31, 'cs-bsn71bqe', NULL, '2026-09-03 09:00:00+00', 'ada', NULL, 'responses', 'an-wqmkjykn', 'add', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.charters VALUES ('ch-7qxv18hb', 'ms-jetm1twe', 1, 'cadence', 1, NULL, 'Weekly', '2026-09-03', 'pair', 1);
INSERT INTO mentorkit_layout_4.competencies VALUES ('cy-w0wvbr2f', 'reading', 'Reading', 'own', NULL, 'developing', NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.concerns VALUES ('cn-h14ndzr8', 'pr-h82apj2a', 'p-z52ds923', 'p-dvg87kdw', 'ms-jetm1twe', 'scheduling', 'Too early', NULL, '2026-09-03', 'open', NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.consents VALUES ('co-hyzh1vba', 'p-z52ds923', NULL, 'share_program', true, '2026-09-03', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.decisions VALUES ('d-13xebn1s', 'pr-h82apj2a', 'ms-jetm1twe', '2026-09-03', 'goal', 'One book', 'Time', 'p-z52ds923', NULL, NULL, 'pair', 1);
INSERT INTO mentorkit_layout_4.enrollments VALUES ('e-stys5b7y', 'pr-h82apj2a', 'p-dvg87kdw', 'lead', NULL, NULL, 1, NULL, 'To be of use', 'active', NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.evidence VALUES ('ev-vcff0p6y', 'p-z52ds923', 'ms-jetm1twe', 'A review of it', 'artifact', 'https://example.org/review', NULL, '2026-09-03', NULL, 'g-wrybcbcy', NULL, NULL, 'pair', NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.goals VALUES ('g-wrybcbcy', 'ms-jetm1twe', 'p-z52ds923', 'Read one book', 'skill', NULL, 'Cover to cover', NULL, 'pages', NULL, NULL, 250, NULL, NULL, NULL, NULL, NULL, -1, 1, 1, '2026-09-03', '2026-12-01', 'draft', NULL, 'pair', 2);
INSERT INTO mentorkit_layout_4.items VALUES ('it-8gkp9vfe', 'pulse-1', 'pulse', 1, 1, 'survey', NULL, 'I know what comes next', 1, 5, NULL, false, NULL, 'own', 'CC0-1.0', 1);
INSERT INTO mentorkit_layout_4.members VALUES ('mb-hysrwmb5', 'ms-jetm1twe', 'p-z52ds923', 'mentee', '2026-09-03', NULL, 1);
INSERT INTO mentorkit_layout_4.members VALUES ('mb-d4v0d9c3', 'ms-jetm1twe', 'p-dvg87kdw', 'mentor', '2026-09-03', NULL, 1);
INSERT INTO mentorkit_layout_4.mentorships VALUES ('ms-jetm1twe', 'pr-h82apj2a', 'ada-grace', 'one_to_one', NULL, 1, NULL, NULL, NULL, 'active', NULL, 1);
INSERT INTO mentorkit_layout_4.milestones VALUES ('m-1822x11f', 'g-wrybcbcy', 0, 'Half of it', '150 pages', NULL, NULL, NULL, NULL, 'planned', NULL, false, 'pair', 1);
INSERT INTO mentorkit_layout_4.opportunities VALUES ('op-0aydja87', 'p-z52ds923', 'ms-jetm1twe', 'Meet a publisher', 'introduction', NULL, '2026-09-03', 'offered', 'In spring', NULL, 'pair', 1);
INSERT INTO mentorkit_layout_4.people VALUES ('p-z52ds923', 'ada', 'Ada Lovelace', 'ada@example.org', 'UTC', 'en', NULL, 1);
INSERT INTO mentorkit_layout_4.people VALUES ('p-dvg87kdw', 'grace', 'Grace Hopper', NULL, 'UTC', 'en', NULL, 1);
INSERT INTO mentorkit_layout_4.profiles VALUES ('pf-nm51bca6', 'p-z52ds923', 'skill_have', 'Writing', 'proficient', NULL, 'program', 1);
INSERT INTO mentorkit_layout_4.programs VALUES ('pr-h82apj2a', 'first', 'First program', NULL, NULL, NULL, 'UTC', NULL, NULL, NULL, 91, 14, 7, 5, 3, 28, false, NULL, 'active', 1);
INSERT INTO mentorkit_layout_4.progress VALUES ('pg-tft14tcs', 'g-wrybcbcy', '2026-09-03', NULL, 0, 'Slowly', 'p-z52ds923', 'pair', 1);
INSERT INTO mentorkit_layout_4.reflections VALUES ('r-s2zvngyt', 'ms-jetm1twe', 'p-z52ds923', 'post_session', NULL, 'It went well', 3.5, '2026-09-03', 's-0cd79w2d', NULL, 'pair', 1);
INSERT INTO mentorkit_layout_4.resources VALUES ('rs-58vmaevb', 'how-to-read', 'How to read', 'article', 'https://example.org/read', NULL, 'cy-w0wvbr2f', NULL, 20, NULL, NULL, 'en', NULL, NULL, NULL, NULL, 1);
INSERT INTO mentorkit_layout_4.responses VALUES ('an-wqmkjykn', 'as-6e0c1afe', 'it-8gkp9vfe', 4, 'Mostly', 1);
INSERT INTO mentorkit_layout_4.schema_info VALUES (4);
INSERT INTO mentorkit_layout_4.sessions VALUES ('s-0cd79w2d', 'ms-jetm1twe', '2026-09-03 09:00:00+00', 'UTC', 45, 'deep_dive', NULL, 'planned', NULL, NULL, 'We talked', 'Tired today', 'p-dvg87kdw', 'pair', 3);
SELECT pg_catalog.setval('mentorkit.changes_seq_seq', 34, true);
ALTER TABLE ONLY mentorkit.actions
    ADD CONSTRAINT actions_pkey PRIMARY KEY (action_id);
ALTER TABLE ONLY mentorkit.assessments
    ADD CONSTRAINT assessments_pkey PRIMARY KEY (assessment_id);
ALTER TABLE ONLY mentorkit.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (attendance_id);
ALTER TABLE ONLY mentorkit.attendance
    ADD CONSTRAINT attendance_session_id_person_id_once UNIQUE (session_id, person_id);
ALTER TABLE ONLY mentorkit.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY mentorkit.charters
    ADD CONSTRAINT charters_mentorship_id_edition_section_position_once UNIQUE (mentorship_id, edition, section, "position");
ALTER TABLE ONLY mentorkit.charters
    ADD CONSTRAINT charters_pkey PRIMARY KEY (charter_id);
ALTER TABLE ONLY mentorkit.competencies
    ADD CONSTRAINT competencies_handle_once UNIQUE (handle);
ALTER TABLE ONLY mentorkit.competencies
    ADD CONSTRAINT competencies_pkey PRIMARY KEY (competency_id);
ALTER TABLE ONLY mentorkit.concerns
    ADD CONSTRAINT concerns_pkey PRIMARY KEY (concern_id);
ALTER TABLE ONLY mentorkit.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (consent_id);
ALTER TABLE ONLY mentorkit.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (decision_id);
ALTER TABLE ONLY mentorkit.enrollments
    ADD CONSTRAINT enrollments_pkey PRIMARY KEY (enrollment_id);
ALTER TABLE ONLY mentorkit.enrollments
    ADD CONSTRAINT enrollments_program_id_person_id_role_once UNIQUE (program_id, person_id, role);
ALTER TABLE ONLY mentorkit.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (evidence_id);
ALTER TABLE ONLY mentorkit.goals
    ADD CONSTRAINT goals_pkey PRIMARY KEY (goal_id);
ALTER TABLE ONLY mentorkit.items
    ADD CONSTRAINT items_handle_once UNIQUE (handle);
ALTER TABLE ONLY mentorkit.items
    ADD CONSTRAINT items_instrument_edition_position_once UNIQUE (instrument, edition, "position");
ALTER TABLE ONLY mentorkit.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (item_id);
ALTER TABLE ONLY mentorkit.logins
    ADD CONSTRAINT logins_pkey PRIMARY KEY (login);
ALTER TABLE ONLY mentorkit.members
    ADD CONSTRAINT members_mentorship_id_person_id_role_once UNIQUE (mentorship_id, person_id, role);
ALTER TABLE ONLY mentorkit.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (member_id);
ALTER TABLE ONLY mentorkit.mentorships
    ADD CONSTRAINT mentorships_handle_once UNIQUE (handle);
ALTER TABLE ONLY mentorkit.mentorships
    ADD CONSTRAINT mentorships_pkey PRIMARY KEY (mentorship_id);
ALTER TABLE ONLY mentorkit.milestones
    ADD CONSTRAINT milestones_pkey PRIMARY KEY (milestone_id);
ALTER TABLE ONLY mentorkit.opportunities
    ADD CONSTRAINT opportunities_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY mentorkit.people
    ADD CONSTRAINT people_email_once UNIQUE (email);
ALTER TABLE ONLY mentorkit.people
    ADD CONSTRAINT people_handle_once UNIQUE (handle);
ALTER TABLE ONLY mentorkit.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY mentorkit.profiles
    ADD CONSTRAINT profiles_person_id_kind_topic_once UNIQUE (person_id, kind, topic);
ALTER TABLE ONLY mentorkit.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (profile_id);
ALTER TABLE ONLY mentorkit.programs
    ADD CONSTRAINT programs_handle_once UNIQUE (handle);
ALTER TABLE ONLY mentorkit.programs
    ADD CONSTRAINT programs_pkey PRIMARY KEY (program_id);
ALTER TABLE ONLY mentorkit.progress
    ADD CONSTRAINT progress_pkey PRIMARY KEY (progress_id);
ALTER TABLE ONLY mentorkit.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (receipt_id);
ALTER TABLE ONLY mentorkit.reflections
    ADD CONSTRAINT reflections_pkey PRIMARY KEY (reflection_id);
ALTER TABLE ONLY mentorkit.resources
    ADD CONSTRAINT resources_handle_once UNIQUE (handle);
ALTER TABLE ONLY mentorkit.resources
    ADD CONSTRAINT resources_pkey PRIMARY KEY (resource_id);
ALTER TABLE ONLY mentorkit.responses
    ADD CONSTRAINT responses_assessment_id_item_id_once UNIQUE (assessment_id, item_id);
ALTER TABLE ONLY mentorkit.responses
    ADD CONSTRAINT responses_pkey PRIMARY KEY (response_id);
ALTER TABLE ONLY mentorkit.review_runs
    ADD CONSTRAINT review_runs_pkey PRIMARY KEY (review_run_id);
ALTER TABLE ONLY mentorkit.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (session_id);
ALTER TABLE ONLY mentorkit.submissions
    ADD CONSTRAINT submissions_pkey PRIMARY KEY (submission_id);
CREATE INDEX changes_at ON mentorkit.changes USING btree (table_name, at);
CREATE INDEX changes_kind ON mentorkit.changes USING btree (table_name, op, field, at);
CREATE INDEX changes_row ON mentorkit.changes USING btree (table_name, row_id, at);
CREATE INDEX changes_set ON mentorkit.changes USING btree (change_set);
CREATE INDEX changes_undoes ON mentorkit.changes USING btree (undoes);
CREATE INDEX ix_actions_goal_id ON mentorkit.actions USING btree (goal_id);
CREATE INDEX ix_actions_mentorship_id ON mentorkit.actions USING btree (mentorship_id);
CREATE INDEX ix_actions_milestone_id ON mentorkit.actions USING btree (milestone_id);
CREATE INDEX ix_actions_owner_id ON mentorkit.actions USING btree (owner_id);
CREATE INDEX ix_actions_session_id ON mentorkit.actions USING btree (session_id);
CREATE INDEX ix_assessments_mentorship_id ON mentorkit.assessments USING btree (mentorship_id);
CREATE INDEX ix_assessments_person_id ON mentorkit.assessments USING btree (person_id);
CREATE INDEX ix_assessments_program_id ON mentorkit.assessments USING btree (program_id);
CREATE INDEX ix_assessments_rater_id ON mentorkit.assessments USING btree (rater_id);
CREATE INDEX ix_assessments_session_id ON mentorkit.assessments USING btree (session_id);
CREATE INDEX ix_attendance_person_id ON mentorkit.attendance USING btree (person_id);
CREATE INDEX ix_attendance_session_id ON mentorkit.attendance USING btree (session_id);
CREATE INDEX ix_charters_mentorship_id ON mentorkit.charters USING btree (mentorship_id);
CREATE INDEX ix_competencies_parent_id ON mentorkit.competencies USING btree (parent_id);
CREATE INDEX ix_concerns_by_id ON mentorkit.concerns USING btree (by_id);
CREATE INDEX ix_concerns_handler_id ON mentorkit.concerns USING btree (handler_id);
CREATE INDEX ix_concerns_mentorship_id ON mentorkit.concerns USING btree (mentorship_id);
CREATE INDEX ix_concerns_program_id ON mentorkit.concerns USING btree (program_id);
CREATE INDEX ix_consents_mentorship_id ON mentorkit.consents USING btree (mentorship_id);
CREATE INDEX ix_consents_person_id ON mentorkit.consents USING btree (person_id);
CREATE INDEX ix_decisions_by_id ON mentorkit.decisions USING btree (by_id);
CREATE INDEX ix_decisions_mentorship_id ON mentorkit.decisions USING btree (mentorship_id);
CREATE INDEX ix_decisions_program_id ON mentorkit.decisions USING btree (program_id);
CREATE INDEX ix_decisions_supersedes ON mentorkit.decisions USING btree (supersedes);
CREATE INDEX ix_enrollments_person_id ON mentorkit.enrollments USING btree (person_id);
CREATE INDEX ix_enrollments_program_id ON mentorkit.enrollments USING btree (program_id);
CREATE INDEX ix_evidence_competency_id ON mentorkit.evidence USING btree (competency_id);
CREATE INDEX ix_evidence_goal_id ON mentorkit.evidence USING btree (goal_id);
CREATE INDEX ix_evidence_mentorship_id ON mentorkit.evidence USING btree (mentorship_id);
CREATE INDEX ix_evidence_milestone_id ON mentorkit.evidence USING btree (milestone_id);
CREATE INDEX ix_evidence_person_id ON mentorkit.evidence USING btree (person_id);
CREATE INDEX ix_goals_mentorship_id ON mentorkit.goals USING btree (mentorship_id);
CREATE INDEX ix_goals_owner_id ON mentorkit.goals USING btree (owner_id);
CREATE INDEX ix_goals_superseded_by ON mentorkit.goals USING btree (superseded_by);
CREATE INDEX ix_items_competency_id ON mentorkit.items USING btree (competency_id);
CREATE INDEX ix_members_mentorship_id ON mentorkit.members USING btree (mentorship_id);
CREATE INDEX ix_members_person_id ON mentorkit.members USING btree (person_id);
CREATE INDEX ix_mentorships_program_id ON mentorkit.mentorships USING btree (program_id);
CREATE INDEX ix_milestones_goal_id ON mentorkit.milestones USING btree (goal_id);
CREATE INDEX ix_opportunities_evidence_id ON mentorkit.opportunities USING btree (evidence_id);
CREATE INDEX ix_opportunities_mentorship_id ON mentorkit.opportunities USING btree (mentorship_id);
CREATE INDEX ix_opportunities_person_id ON mentorkit.opportunities USING btree (person_id);
CREATE INDEX ix_opportunities_sponsor_id ON mentorkit.opportunities USING btree (sponsor_id);
CREATE INDEX ix_profiles_person_id ON mentorkit.profiles USING btree (person_id);
CREATE INDEX ix_progress_by_id ON mentorkit.progress USING btree (by_id);
CREATE INDEX ix_progress_goal_id ON mentorkit.progress USING btree (goal_id);
CREATE INDEX ix_receipts_person_id ON mentorkit.receipts USING btree (person_id);
CREATE INDEX ix_reflections_author_id ON mentorkit.reflections USING btree (author_id);
CREATE INDEX ix_reflections_mentorship_id ON mentorkit.reflections USING btree (mentorship_id);
CREATE INDEX ix_reflections_milestone_id ON mentorkit.reflections USING btree (milestone_id);
CREATE INDEX ix_reflections_session_id ON mentorkit.reflections USING btree (session_id);
CREATE INDEX ix_resources_after_id ON mentorkit.resources USING btree (after_id);
CREATE INDEX ix_resources_competency_id ON mentorkit.resources USING btree (competency_id);
CREATE INDEX ix_responses_assessment_id ON mentorkit.responses USING btree (assessment_id);
CREATE INDEX ix_responses_item_id ON mentorkit.responses USING btree (item_id);
CREATE INDEX ix_review_runs_mentorship_id ON mentorkit.review_runs USING btree (mentorship_id);
CREATE INDEX ix_review_runs_program_id ON mentorkit.review_runs USING btree (program_id);
CREATE INDEX ix_sessions_mentorship_id ON mentorkit.sessions USING btree (mentorship_id);
CREATE INDEX ix_sessions_private_note_by ON mentorkit.sessions USING btree (private_note_by);
CREATE INDEX ix_submissions_person_id ON mentorkit.submissions USING btree (person_id);
CREATE TRIGGER by_author BEFORE INSERT OR UPDATE ON mentorkit.sessions FOR EACH ROW EXECUTE FUNCTION mentorkit.sessions_by_author();
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.actions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('action_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.assessments FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('assessment_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.attendance FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('attendance_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.charters FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('charter_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.competencies FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('competency_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.concerns FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('concern_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.consents FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('consent_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.decisions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('decision_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.enrollments FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('enrollment_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.evidence FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('evidence_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.goals FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('goal_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.items FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('item_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.members FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('member_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.mentorships FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('mentorship_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.milestones FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('milestone_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.opportunities FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('opportunity_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.people FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('person_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.profiles FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('profile_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.programs FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('program_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.progress FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('progress_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.receipts FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('receipt_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.reflections FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('reflection_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.resources FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('resource_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.responses FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('response_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.review_runs FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('review_run_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.sessions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('session_id');
CREATE TRIGGER delete INSTEAD OF DELETE ON mentorkit_seen.submissions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.take_row('submission_id');
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.actions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.assessments FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.attendance FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.changes FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_change();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.charters FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.competencies FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.concerns FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.consents FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.decisions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.enrollments FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.evidence FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.goals FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.items FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.members FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.mentorships FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.milestones FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.opportunities FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.people FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.profiles FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.programs FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.progress FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.receipts FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.reflections FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.resources FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.responses FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.review_runs FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.sessions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER insert INSTEAD OF INSERT ON mentorkit_seen.submissions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.add_row();
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.actions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('action_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.assessments FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('assessment_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.attendance FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('attendance_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.charters FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('charter_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.competencies FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('competency_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.concerns FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('concern_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.consents FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('consent_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.decisions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('decision_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.enrollments FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('enrollment_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.evidence FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('evidence_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.goals FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('goal_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.items FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('item_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.members FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('member_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.mentorships FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('mentorship_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.milestones FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('milestone_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.opportunities FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('opportunity_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.people FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('person_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.profiles FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('profile_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.programs FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('program_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.progress FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('progress_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.receipts FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('receipt_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.reflections FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('reflection_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.resources FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('resource_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.responses FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('response_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.review_runs FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('review_run_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.sessions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('session_id');
CREATE TRIGGER update INSTEAD OF UPDATE ON mentorkit_seen.submissions FOR EACH ROW EXECUTE FUNCTION mentorkit_seen.change_row('submission_id');
ALTER TABLE ONLY mentorkit.actions
    ADD CONSTRAINT actions_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES mentorkit.goals(goal_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.actions
    ADD CONSTRAINT actions_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.actions
    ADD CONSTRAINT actions_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES mentorkit.milestones(milestone_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.actions
    ADD CONSTRAINT actions_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.actions
    ADD CONSTRAINT actions_session_id_fkey FOREIGN KEY (session_id) REFERENCES mentorkit.sessions(session_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.assessments
    ADD CONSTRAINT assessments_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.assessments
    ADD CONSTRAINT assessments_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.assessments
    ADD CONSTRAINT assessments_program_id_fkey FOREIGN KEY (program_id) REFERENCES mentorkit.programs(program_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.assessments
    ADD CONSTRAINT assessments_rater_id_fkey FOREIGN KEY (rater_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.assessments
    ADD CONSTRAINT assessments_session_id_fkey FOREIGN KEY (session_id) REFERENCES mentorkit.sessions(session_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.attendance
    ADD CONSTRAINT attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.attendance
    ADD CONSTRAINT attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES mentorkit.sessions(session_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.charters
    ADD CONSTRAINT charters_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.competencies
    ADD CONSTRAINT competencies_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES mentorkit.competencies(competency_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.concerns
    ADD CONSTRAINT concerns_by_id_fkey FOREIGN KEY (by_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.concerns
    ADD CONSTRAINT concerns_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.concerns
    ADD CONSTRAINT concerns_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.concerns
    ADD CONSTRAINT concerns_program_id_fkey FOREIGN KEY (program_id) REFERENCES mentorkit.programs(program_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.consents
    ADD CONSTRAINT consents_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.consents
    ADD CONSTRAINT consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.decisions
    ADD CONSTRAINT decisions_by_id_fkey FOREIGN KEY (by_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.decisions
    ADD CONSTRAINT decisions_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.decisions
    ADD CONSTRAINT decisions_program_id_fkey FOREIGN KEY (program_id) REFERENCES mentorkit.programs(program_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.decisions
    ADD CONSTRAINT decisions_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES mentorkit.decisions(decision_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.enrollments
    ADD CONSTRAINT enrollments_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.enrollments
    ADD CONSTRAINT enrollments_program_id_fkey FOREIGN KEY (program_id) REFERENCES mentorkit.programs(program_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.evidence
    ADD CONSTRAINT evidence_competency_id_fkey FOREIGN KEY (competency_id) REFERENCES mentorkit.competencies(competency_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.evidence
    ADD CONSTRAINT evidence_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES mentorkit.goals(goal_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.evidence
    ADD CONSTRAINT evidence_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.evidence
    ADD CONSTRAINT evidence_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES mentorkit.milestones(milestone_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.evidence
    ADD CONSTRAINT evidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.goals
    ADD CONSTRAINT goals_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.goals
    ADD CONSTRAINT goals_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.goals
    ADD CONSTRAINT goals_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES mentorkit.goals(goal_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.items
    ADD CONSTRAINT items_competency_id_fkey FOREIGN KEY (competency_id) REFERENCES mentorkit.competencies(competency_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.members
    ADD CONSTRAINT members_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.members
    ADD CONSTRAINT members_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.mentorships
    ADD CONSTRAINT mentorships_program_id_fkey FOREIGN KEY (program_id) REFERENCES mentorkit.programs(program_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.milestones
    ADD CONSTRAINT milestones_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES mentorkit.goals(goal_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.opportunities
    ADD CONSTRAINT opportunities_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES mentorkit.evidence(evidence_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.opportunities
    ADD CONSTRAINT opportunities_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.opportunities
    ADD CONSTRAINT opportunities_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.opportunities
    ADD CONSTRAINT opportunities_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.profiles
    ADD CONSTRAINT profiles_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.progress
    ADD CONSTRAINT progress_by_id_fkey FOREIGN KEY (by_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.progress
    ADD CONSTRAINT progress_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES mentorkit.goals(goal_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.receipts
    ADD CONSTRAINT receipts_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.reflections
    ADD CONSTRAINT reflections_author_id_fkey FOREIGN KEY (author_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.reflections
    ADD CONSTRAINT reflections_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.reflections
    ADD CONSTRAINT reflections_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES mentorkit.milestones(milestone_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.reflections
    ADD CONSTRAINT reflections_session_id_fkey FOREIGN KEY (session_id) REFERENCES mentorkit.sessions(session_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.resources
    ADD CONSTRAINT resources_after_id_fkey FOREIGN KEY (after_id) REFERENCES mentorkit.resources(resource_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.resources
    ADD CONSTRAINT resources_competency_id_fkey FOREIGN KEY (competency_id) REFERENCES mentorkit.competencies(competency_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.responses
    ADD CONSTRAINT responses_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES mentorkit.assessments(assessment_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.responses
    ADD CONSTRAINT responses_item_id_fkey FOREIGN KEY (item_id) REFERENCES mentorkit.items(item_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.review_runs
    ADD CONSTRAINT review_runs_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.review_runs
    ADD CONSTRAINT review_runs_program_id_fkey FOREIGN KEY (program_id) REFERENCES mentorkit.programs(program_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.sessions
    ADD CONSTRAINT sessions_mentorship_id_fkey FOREIGN KEY (mentorship_id) REFERENCES mentorkit.mentorships(mentorship_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.sessions
    ADD CONSTRAINT sessions_private_note_by_fkey FOREIGN KEY (private_note_by) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE ONLY mentorkit.submissions
    ADD CONSTRAINT submissions_person_id_fkey FOREIGN KEY (person_id) REFERENCES mentorkit.people(person_id) DEFERRABLE;
ALTER TABLE mentorkit.actions ENABLE ROW LEVEL SECURITY;
CREATE POLICY added ON mentorkit.actions FOR INSERT WITH CHECK (mentorkit.may_write(actions.*));
CREATE POLICY added ON mentorkit.assessments FOR INSERT WITH CHECK (mentorkit.may_write(assessments.*));
CREATE POLICY added ON mentorkit.attendance FOR INSERT WITH CHECK (mentorkit.may_write(attendance.*));
CREATE POLICY added ON mentorkit.changes FOR INSERT WITH CHECK (((by = ANY (mentorkit.my_names())) AND mentorkit.may_log(table_name, row_id, before)));
CREATE POLICY added ON mentorkit.charters FOR INSERT WITH CHECK (mentorkit.may_write(charters.*));
CREATE POLICY added ON mentorkit.competencies FOR INSERT WITH CHECK (mentorkit.may_write(competencies.*));
CREATE POLICY added ON mentorkit.concerns FOR INSERT WITH CHECK (mentorkit.may_write(concerns.*));
CREATE POLICY added ON mentorkit.consents FOR INSERT WITH CHECK (mentorkit.may_write(consents.*));
CREATE POLICY added ON mentorkit.decisions FOR INSERT WITH CHECK (mentorkit.may_write(decisions.*));
CREATE POLICY added ON mentorkit.enrollments FOR INSERT WITH CHECK (mentorkit.may_write(enrollments.*));
CREATE POLICY added ON mentorkit.evidence FOR INSERT WITH CHECK (mentorkit.may_write(evidence.*));
CREATE POLICY added ON mentorkit.goals FOR INSERT WITH CHECK (mentorkit.may_write(goals.*));
CREATE POLICY added ON mentorkit.items FOR INSERT WITH CHECK (mentorkit.may_write(items.*));
CREATE POLICY added ON mentorkit.members FOR INSERT WITH CHECK (mentorkit.may_write(members.*));
CREATE POLICY added ON mentorkit.mentorships FOR INSERT WITH CHECK (mentorkit.may_write(mentorships.*));
CREATE POLICY added ON mentorkit.milestones FOR INSERT WITH CHECK (mentorkit.may_write(milestones.*));
CREATE POLICY added ON mentorkit.opportunities FOR INSERT WITH CHECK (mentorkit.may_write(opportunities.*));
CREATE POLICY added ON mentorkit.people FOR INSERT WITH CHECK (mentorkit.may_write(people.*));
CREATE POLICY added ON mentorkit.profiles FOR INSERT WITH CHECK (mentorkit.may_write(profiles.*));
CREATE POLICY added ON mentorkit.programs FOR INSERT WITH CHECK (mentorkit.may_write(programs.*));
CREATE POLICY added ON mentorkit.progress FOR INSERT WITH CHECK (mentorkit.may_write(progress.*));
CREATE POLICY added ON mentorkit.receipts FOR INSERT WITH CHECK (mentorkit.may_write(receipts.*));
CREATE POLICY added ON mentorkit.reflections FOR INSERT WITH CHECK (mentorkit.may_write(reflections.*));
CREATE POLICY added ON mentorkit.resources FOR INSERT WITH CHECK (mentorkit.may_write(resources.*));
CREATE POLICY added ON mentorkit.responses FOR INSERT WITH CHECK (mentorkit.may_write(responses.*));
CREATE POLICY added ON mentorkit.review_runs FOR INSERT WITH CHECK (mentorkit.may_write(review_runs.*));
CREATE POLICY added ON mentorkit.sessions FOR INSERT WITH CHECK (mentorkit.may_write(sessions.*));
CREATE POLICY added ON mentorkit.submissions FOR INSERT WITH CHECK (mentorkit.may_write(submissions.*));
ALTER TABLE mentorkit.assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.attendance ENABLE ROW LEVEL SECURITY;
CREATE POLICY changed ON mentorkit.actions FOR UPDATE USING (mentorkit.may_write(actions.*)) WITH CHECK (mentorkit.may_write(actions.*));
CREATE POLICY changed ON mentorkit.assessments FOR UPDATE USING (mentorkit.may_write(assessments.*)) WITH CHECK (mentorkit.may_write(assessments.*));
CREATE POLICY changed ON mentorkit.attendance FOR UPDATE USING (mentorkit.may_write(attendance.*)) WITH CHECK (mentorkit.may_write(attendance.*));
CREATE POLICY changed ON mentorkit.charters FOR UPDATE USING (mentorkit.may_write(charters.*)) WITH CHECK (mentorkit.may_write(charters.*));
CREATE POLICY changed ON mentorkit.competencies FOR UPDATE USING (mentorkit.may_write(competencies.*)) WITH CHECK (mentorkit.may_write(competencies.*));
CREATE POLICY changed ON mentorkit.concerns FOR UPDATE USING (mentorkit.may_write(concerns.*)) WITH CHECK (mentorkit.may_write(concerns.*));
CREATE POLICY changed ON mentorkit.consents FOR UPDATE USING (mentorkit.may_write(consents.*)) WITH CHECK (mentorkit.may_write(consents.*));
CREATE POLICY changed ON mentorkit.decisions FOR UPDATE USING (mentorkit.may_write(decisions.*)) WITH CHECK (mentorkit.may_write(decisions.*));
CREATE POLICY changed ON mentorkit.enrollments FOR UPDATE USING (mentorkit.may_write(enrollments.*)) WITH CHECK (mentorkit.may_write(enrollments.*));
CREATE POLICY changed ON mentorkit.evidence FOR UPDATE USING (mentorkit.may_write(evidence.*)) WITH CHECK (mentorkit.may_write(evidence.*));
CREATE POLICY changed ON mentorkit.goals FOR UPDATE USING (mentorkit.may_write(goals.*)) WITH CHECK (mentorkit.may_write(goals.*));
CREATE POLICY changed ON mentorkit.items FOR UPDATE USING (mentorkit.may_write(items.*)) WITH CHECK (mentorkit.may_write(items.*));
CREATE POLICY changed ON mentorkit.members FOR UPDATE USING (mentorkit.may_write(members.*)) WITH CHECK (mentorkit.may_write(members.*));
CREATE POLICY changed ON mentorkit.mentorships FOR UPDATE USING (mentorkit.may_write(mentorships.*)) WITH CHECK (mentorkit.may_write(mentorships.*));
CREATE POLICY changed ON mentorkit.milestones FOR UPDATE USING (mentorkit.may_write(milestones.*)) WITH CHECK (mentorkit.may_write(milestones.*));
CREATE POLICY changed ON mentorkit.opportunities FOR UPDATE USING (mentorkit.may_write(opportunities.*)) WITH CHECK (mentorkit.may_write(opportunities.*));
CREATE POLICY changed ON mentorkit.people FOR UPDATE USING (mentorkit.may_write(people.*)) WITH CHECK (mentorkit.may_write(people.*));
CREATE POLICY changed ON mentorkit.profiles FOR UPDATE USING (mentorkit.may_write(profiles.*)) WITH CHECK (mentorkit.may_write(profiles.*));
CREATE POLICY changed ON mentorkit.programs FOR UPDATE USING (mentorkit.may_write(programs.*)) WITH CHECK (mentorkit.may_write(programs.*));
CREATE POLICY changed ON mentorkit.progress FOR UPDATE USING (mentorkit.may_write(progress.*)) WITH CHECK (mentorkit.may_write(progress.*));
CREATE POLICY changed ON mentorkit.receipts FOR UPDATE USING (mentorkit.may_write(receipts.*)) WITH CHECK (mentorkit.may_write(receipts.*));
CREATE POLICY changed ON mentorkit.reflections FOR UPDATE USING (mentorkit.may_write(reflections.*)) WITH CHECK (mentorkit.may_write(reflections.*));
CREATE POLICY changed ON mentorkit.resources FOR UPDATE USING (mentorkit.may_write(resources.*)) WITH CHECK (mentorkit.may_write(resources.*));
CREATE POLICY changed ON mentorkit.responses FOR UPDATE USING (mentorkit.may_write(responses.*)) WITH CHECK (mentorkit.may_write(responses.*));
CREATE POLICY changed ON mentorkit.review_runs FOR UPDATE USING (mentorkit.may_write(review_runs.*)) WITH CHECK (mentorkit.may_write(review_runs.*));
CREATE POLICY changed ON mentorkit.sessions FOR UPDATE USING (mentorkit.may_write(sessions.*)) WITH CHECK (mentorkit.may_write(sessions.*));
CREATE POLICY changed ON mentorkit.submissions FOR UPDATE USING (mentorkit.may_write(submissions.*)) WITH CHECK (mentorkit.may_write(submissions.*));
ALTER TABLE mentorkit.changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.charters ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.competencies ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.concerns ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.consents ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.enrollments ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.goals ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.items ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.mentorships ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.milestones ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.opportunities ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.people ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.programs ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.reflections ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.resources ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.review_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON mentorkit.actions FOR SELECT USING ((mentorkit.hidden(actions.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.assessments FOR SELECT USING ((mentorkit.hidden(assessments.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.attendance FOR SELECT USING ((mentorkit.hidden(attendance.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.charters FOR SELECT USING ((mentorkit.hidden(charters.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.competencies FOR SELECT USING ((mentorkit.hidden(competencies.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.concerns FOR SELECT USING ((mentorkit.hidden(concerns.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.consents FOR SELECT USING ((mentorkit.hidden(consents.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.decisions FOR SELECT USING ((mentorkit.hidden(decisions.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.enrollments FOR SELECT USING ((mentorkit.hidden(enrollments.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.evidence FOR SELECT USING ((mentorkit.hidden(evidence.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.goals FOR SELECT USING ((mentorkit.hidden(goals.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.items FOR SELECT USING ((mentorkit.hidden(items.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.members FOR SELECT USING ((mentorkit.hidden(members.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.mentorships FOR SELECT USING ((mentorkit.hidden(mentorships.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.milestones FOR SELECT USING ((mentorkit.hidden(milestones.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.opportunities FOR SELECT USING ((mentorkit.hidden(opportunities.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.people FOR SELECT USING ((mentorkit.hidden(people.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.profiles FOR SELECT USING ((mentorkit.hidden(profiles.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.programs FOR SELECT USING ((mentorkit.hidden(programs.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.progress FOR SELECT USING ((mentorkit.hidden(progress.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.receipts FOR SELECT USING ((mentorkit.hidden(receipts.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.reflections FOR SELECT USING ((mentorkit.hidden(reflections.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.resources FOR SELECT USING ((mentorkit.hidden(resources.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.responses FOR SELECT USING ((mentorkit.hidden(responses.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.review_runs FOR SELECT USING ((mentorkit.hidden(review_runs.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.sessions FOR SELECT USING ((mentorkit.hidden(sessions.*) IS NOT NULL));
CREATE POLICY seen ON mentorkit.submissions FOR SELECT USING ((mentorkit.hidden(submissions.*) IS NOT NULL));
ALTER TABLE mentorkit.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorkit.submissions ENABLE ROW LEVEL SECURITY;
CREATE POLICY taken ON mentorkit.actions FOR DELETE USING (mentorkit.may_take(actions.*));
CREATE POLICY taken ON mentorkit.assessments FOR DELETE USING (mentorkit.may_take(assessments.*));
CREATE POLICY taken ON mentorkit.attendance FOR DELETE USING (mentorkit.may_take(attendance.*));
CREATE POLICY taken ON mentorkit.charters FOR DELETE USING (mentorkit.may_take(charters.*));
CREATE POLICY taken ON mentorkit.competencies FOR DELETE USING (mentorkit.may_take(competencies.*));
CREATE POLICY taken ON mentorkit.concerns FOR DELETE USING (mentorkit.may_take(concerns.*));
CREATE POLICY taken ON mentorkit.consents FOR DELETE USING (mentorkit.may_take(consents.*));
CREATE POLICY taken ON mentorkit.decisions FOR DELETE USING (mentorkit.may_take(decisions.*));
CREATE POLICY taken ON mentorkit.enrollments FOR DELETE USING (mentorkit.may_take(enrollments.*));
CREATE POLICY taken ON mentorkit.evidence FOR DELETE USING (mentorkit.may_take(evidence.*));
CREATE POLICY taken ON mentorkit.goals FOR DELETE USING (mentorkit.may_take(goals.*));
CREATE POLICY taken ON mentorkit.items FOR DELETE USING (mentorkit.may_take(items.*));
CREATE POLICY taken ON mentorkit.members FOR DELETE USING (mentorkit.may_take(members.*));
CREATE POLICY taken ON mentorkit.mentorships FOR DELETE USING (mentorkit.may_take(mentorships.*));
CREATE POLICY taken ON mentorkit.milestones FOR DELETE USING (mentorkit.may_take(milestones.*));
CREATE POLICY taken ON mentorkit.opportunities FOR DELETE USING (mentorkit.may_take(opportunities.*));
CREATE POLICY taken ON mentorkit.people FOR DELETE USING (mentorkit.may_take(people.*));
CREATE POLICY taken ON mentorkit.profiles FOR DELETE USING (mentorkit.may_take(profiles.*));
CREATE POLICY taken ON mentorkit.programs FOR DELETE USING (mentorkit.may_take(programs.*));
CREATE POLICY taken ON mentorkit.progress FOR DELETE USING (mentorkit.may_take(progress.*));
CREATE POLICY taken ON mentorkit.receipts FOR DELETE USING (mentorkit.may_take(receipts.*));
CREATE POLICY taken ON mentorkit.reflections FOR DELETE USING (mentorkit.may_take(reflections.*));
CREATE POLICY taken ON mentorkit.resources FOR DELETE USING (mentorkit.may_take(resources.*));
CREATE POLICY taken ON mentorkit.responses FOR DELETE USING (mentorkit.may_take(responses.*));
CREATE POLICY taken ON mentorkit.review_runs FOR DELETE USING (mentorkit.may_take(review_runs.*));
CREATE POLICY taken ON mentorkit.sessions FOR DELETE USING (mentorkit.may_take(sessions.*));
CREATE POLICY taken ON mentorkit.submissions FOR DELETE USING (mentorkit.may_take(submissions.*));
