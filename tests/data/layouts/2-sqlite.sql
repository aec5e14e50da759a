BEGIN TRANSACTION;
CREATE TABLE actions (
	action_id TEXT NOT NULL, 
	mentorship_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	owner_id TEXT NOT NULL, 
	set_on TEXT NOT NULL, 
	due_on TEXT, 
	kind TEXT NOT NULL, 
	session_id TEXT, 
	goal_id TEXT, 
	milestone_id TEXT, 
	status TEXT NOT NULL, 
	done_on TEXT, 
	tried TEXT, 
	learned TEXT, 
	adjust TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (action_id), 
	CONSTRAINT actions_mentorship_id_short CHECK (length(mentorship_id) >= 1), 
	CONSTRAINT actions_title_short CHECK (length(title) >= 1), 
	CONSTRAINT actions_title_long CHECK (length(title) <= 300), 
	CONSTRAINT actions_owner_id_short CHECK (length(owner_id) >= 1), 
	CONSTRAINT actions_kind_word CHECK (kind IN ('todo', 'prep', 'reading', 'practice', 'experiment', 'exposure', 'onboarding', 'handover')), 
	CONSTRAINT actions_status_word CHECK (status IN ('open', 'done', 'dropped')), 
	CONSTRAINT actions_tried_long CHECK (length(tried) <= 5000 OR substr(tried, 1, 9) = 'sealed:1:'), 
	CONSTRAINT actions_learned_long CHECK (length(learned) <= 5000 OR substr(learned, 1, 9) = 'sealed:1:'), 
	CONSTRAINT actions_adjust_long CHECK (length(adjust) <= 5000 OR substr(adjust, 1, 9) = 'sealed:1:'), 
	CONSTRAINT actions_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT actions_rule_1 CHECK (due_on >= set_on), 
	CONSTRAINT actions_rule_2 CHECK ((status = 'done') = (done_on IS NOT NULL)), 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(owner_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(session_id) REFERENCES sessions (session_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(goal_id) REFERENCES goals (goal_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(milestone_id) REFERENCES milestones (milestone_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "actions" VALUES('a-nb20e2a8','ms-r1dak3re','Buy the book','p-7enpxbv1','2026-09-02',NULL,'todo','s-kcgd9097',NULL,NULL,'open',NULL,NULL,NULL,NULL,'pair',1);
CREATE TABLE changes (
	seq INTEGER NOT NULL, 
	change_set TEXT NOT NULL, 
	undoes TEXT, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	why TEXT, 
	table_name TEXT NOT NULL, 
	row_id TEXT NOT NULL, 
	op TEXT NOT NULL, 
	field TEXT, 
	"before" TEXT, 
	"after" TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (seq), 
	CONSTRAINT changes_op_word CHECK (op IN ('add', 'import', 'revise', 'erase'))
)
 STRICT

;
INSERT INTO "changes" VALUES(1,'cs-321w3shj',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'programs','pr-mxen9fk5','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(2,'cs-321w3shj',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'people','p-7enpxbv1','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(3,'cs-321w3shj',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'people','p-84h527r1','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(4,'cs-321w3shj',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'mentorships','ms-r1dak3re','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(5,'cs-x7qxf7am',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'members','mb-f3yhaj0a','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(6,'cs-x7qxf7am',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'members','mb-3cfsvt7x','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(7,'cs-x7qxf7am',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'enrollments','e-547014xn','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(8,'cs-c6sh7g3t',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'goals','g-p1x9130g','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(9,'cs-yqey7hns',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'milestones','m-bfzmddnc','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(10,'cs-yqey7hns',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'progress','pg-5kg34adb','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(11,'cs-sg85b7qx',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'sessions','s-kcgd9097','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(12,'cs-zcptv955',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'actions','a-nb20e2a8','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(13,'cs-zcptv955',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'reflections','r-bz6hmaz3','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(14,'cs-zcptv955',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'decisions','d-1xpbegnt','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(15,'cs-4y983re5',NULL,'2026-09-02T09:00:00.000000Z','grace','A shorter edition','goals','g-p1x9130g','revise','target','300.0','250.0',2);
INSERT INTO "changes" VALUES(16,'cs-3758yqsw',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'goals','g-6fn6bewf','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(17,'cs-fhh2xhtr',NULL,'2026-09-02T09:00:00.000000Z','ada','Not now','goals','g-6fn6bewf','erase',NULL,'{"goal_id": "g-6fn6bewf", "mentorship_id": "ms-r1dak3re", "owner_id": "p-7enpxbv1", "title": "Write one", "kind": "skill", "relevant": null, "specific": null, "achievable": null, "metric": null, "unit": null, "baseline": null, "target": null, "level_m2": null, "level_m1": null, "level_0": null, "level_p1": null, "level_p2": null, "baseline_level": -1, "importance": 1, "difficulty": 1, "set_on": "2026-09-02", "due_on": null, "status": "draft", "superseded_by": null, "visibility": "pair"}',NULL,2);
INSERT INTO "changes" VALUES(18,'cs-3knq30nn',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'sessions','s-kcgd9097','revise','summary','"We talked"','"We talked at length"',2);
INSERT INTO "changes" VALUES(19,'cs-at857yd4','cs-3knq30nn','2026-09-02T09:00:00.000000Z','grace',NULL,'sessions','s-kcgd9097','revise','summary','"We talked at length"','"We talked"',3);
INSERT INTO "changes" VALUES(20,'cs-0jg8ew9k',NULL,'2026-09-02T09:00:00.000000Z','grace',NULL,'charters','ch-k8q66kqv','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(21,'cs-3rhk87xp',NULL,'2026-09-02T09:00:00.000000Z','ada',NULL,'consents','co-yf4fpkg4','add',NULL,NULL,NULL,1);
CREATE TABLE charters (
	charter_id TEXT NOT NULL, 
	mentorship_id TEXT NOT NULL, 
	edition INTEGER NOT NULL, 
	section TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT, 
	text TEXT NOT NULL, 
	agreed_on TEXT NOT NULL, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (charter_id), 
	CONSTRAINT charters_mentorship_id_short CHECK (length(mentorship_id) >= 1), 
	CONSTRAINT charters_edition_least CHECK (edition >= 1), 
	CONSTRAINT charters_edition_most CHECK (edition <= 1000), 
	CONSTRAINT charters_section_word CHECK (section IN ('purpose', 'role', 'goal', 'channel', 'response_time', 'cadence', 'critique', 'boundary', 'confidentiality', 'data', 'disagreement', 'escalation', 'review_rhythm', 'contingency', 'ending', 'glossary')), 
	CONSTRAINT charters_position_least CHECK (position >= 1), 
	CONSTRAINT charters_position_most CHECK (position <= 1000), 
	CONSTRAINT charters_label_long CHECK (length(label) <= 120 OR substr(label, 1, 9) = 'sealed:1:'), 
	CONSTRAINT charters_text_short CHECK (length(text) >= 1), 
	CONSTRAINT charters_text_long CHECK (length(text) <= 5000 OR substr(text, 1, 9) = 'sealed:1:'), 
	CONSTRAINT charters_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT charters_mentorship_id_edition_section_position_once UNIQUE (mentorship_id, edition, section, position), 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "charters" VALUES('ch-k8q66kqv','ms-r1dak3re',1,'cadence',1,NULL,'Weekly','2026-09-02','pair',1);
CREATE TABLE consents (
	consent_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	scope TEXT NOT NULL, 
	granted INTEGER NOT NULL, 
	given_on TEXT NOT NULL, 
	withdrawn_on TEXT, 
	expires_on TEXT, 
	note TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (consent_id), 
	CONSTRAINT consents_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT consents_scope_word CHECK (scope IN ('share_program', 'share_peers', 'publish', 'statistics', 'research', 'contact')), 
	CONSTRAINT consents_note_long CHECK (length(note) <= 2000 OR substr(note, 1, 9) = 'sealed:1:'), 
	CONSTRAINT consents_rule_1 CHECK (withdrawn_on >= given_on), 
	CONSTRAINT consents_rule_2 CHECK (expires_on >= given_on), 
	CONSTRAINT consents_rule_3 CHECK (granted OR withdrawn_on IS NULL), 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "consents" VALUES('co-yf4fpkg4','p-7enpxbv1',NULL,'share_program',1,'2026-09-02',NULL,NULL,NULL,1);
CREATE TABLE decisions (
	decision_id TEXT NOT NULL, 
	program_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	decided_on TEXT NOT NULL, 
	about TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	rationale TEXT NOT NULL, 
	by_id TEXT NOT NULL, 
	ref_id TEXT, 
	supersedes TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (decision_id), 
	CONSTRAINT decisions_about_word CHECK (about IN ('goal', 'milestone', 'norm', 'cadence', 'plan', 'mentorship', 'contingency', 'closure', 'policy')), 
	CONSTRAINT decisions_decision_short CHECK (length(decision) >= 1), 
	CONSTRAINT decisions_decision_long CHECK (length(decision) <= 2000 OR substr(decision, 1, 9) = 'sealed:1:'), 
	CONSTRAINT decisions_rationale_short CHECK (length(rationale) >= 1), 
	CONSTRAINT decisions_rationale_long CHECK (length(rationale) <= 5000 OR substr(rationale, 1, 9) = 'sealed:1:'), 
	CONSTRAINT decisions_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	FOREIGN KEY(program_id) REFERENCES programs (program_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(by_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(supersedes) REFERENCES decisions (decision_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "decisions" VALUES('d-1xpbegnt','pr-mxen9fk5','ms-r1dak3re','2026-09-02','goal','One book','Time','p-7enpxbv1',NULL,NULL,'pair',1);
CREATE TABLE enrollments (
	enrollment_id TEXT NOT NULL, 
	program_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	cohort TEXT, 
	stage TEXT, 
	capacity INTEGER NOT NULL, 
	hours_per_month REAL, 
	hopes TEXT, 
	status TEXT NOT NULL, 
	applied_on TEXT, 
	active_on TEXT, 
	left_on TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (enrollment_id), 
	CONSTRAINT enrollments_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT enrollments_role_word CHECK (role IN ('mentee', 'mentor', 'ambassador', 'sponsor', 'lead', 'mediator')), 
	CONSTRAINT enrollments_cohort_long CHECK (length(cohort) <= 60), 
	CONSTRAINT enrollments_stage_word CHECK (stage IN ('foundation', 'developing', 'proficient', 'advanced')), 
	CONSTRAINT enrollments_capacity_least CHECK (capacity >= 0), 
	CONSTRAINT enrollments_capacity_most CHECK (capacity <= 1000), 
	CONSTRAINT enrollments_hours_per_month_least CHECK (hours_per_month >= 0), 
	CONSTRAINT enrollments_hours_per_month_most CHECK (hours_per_month <= 300), 
	CONSTRAINT enrollments_status_word CHECK (status IN ('applied', 'waiting', 'active', 'paused', 'completed', 'withdrawn')), 
	CONSTRAINT enrollments_rule_1 CHECK (active_on >= applied_on), 
	CONSTRAINT enrollments_rule_2 CHECK (left_on >= applied_on), 
	CONSTRAINT enrollments_program_id_person_id_role_once UNIQUE (program_id, person_id, role), 
	FOREIGN KEY(program_id) REFERENCES programs (program_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "enrollments" VALUES('e-547014xn','pr-mxen9fk5','p-84h527r1','lead',NULL,NULL,1,NULL,'To be of use','active',NULL,NULL,NULL,1);
CREATE TABLE goals (
	goal_id TEXT NOT NULL, 
	mentorship_id TEXT NOT NULL, 
	owner_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	relevant TEXT, 
	specific TEXT, 
	achievable TEXT, 
	metric TEXT, 
	unit TEXT, 
	baseline REAL, 
	target REAL, 
	level_m2 TEXT, 
	level_m1 TEXT, 
	level_0 TEXT, 
	level_p1 TEXT, 
	level_p2 TEXT, 
	baseline_level INTEGER NOT NULL, 
	importance INTEGER NOT NULL, 
	difficulty INTEGER NOT NULL, 
	set_on TEXT NOT NULL, 
	due_on TEXT, 
	status TEXT NOT NULL, 
	superseded_by TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (goal_id), 
	CONSTRAINT goals_mentorship_id_short CHECK (length(mentorship_id) >= 1), 
	CONSTRAINT goals_title_short CHECK (length(title) >= 1), 
	CONSTRAINT goals_title_long CHECK (length(title) <= 200), 
	CONSTRAINT goals_kind_word CHECK (kind IN ('skill', 'project', 'career', 'wellbeing')), 
	CONSTRAINT goals_relevant_long CHECK (length(relevant) <= 2000 OR substr(relevant, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_specific_long CHECK (length(specific) <= 2000 OR substr(specific, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_achievable_long CHECK (length(achievable) <= 2000 OR substr(achievable, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_metric_long CHECK (length(metric) <= 200 OR substr(metric, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_unit_long CHECK (length(unit) <= 40), 
	CONSTRAINT goals_level_m2_long CHECK (length(level_m2) <= 500 OR substr(level_m2, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_level_m1_long CHECK (length(level_m1) <= 500 OR substr(level_m1, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_level_0_long CHECK (length(level_0) <= 500 OR substr(level_0, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_level_p1_long CHECK (length(level_p1) <= 500 OR substr(level_p1, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_level_p2_long CHECK (length(level_p2) <= 500 OR substr(level_p2, 1, 9) = 'sealed:1:'), 
	CONSTRAINT goals_baseline_level_least CHECK (baseline_level >= -2), 
	CONSTRAINT goals_baseline_level_most CHECK (baseline_level <= 2), 
	CONSTRAINT goals_importance_least CHECK (importance >= 0), 
	CONSTRAINT goals_importance_most CHECK (importance <= 3), 
	CONSTRAINT goals_difficulty_least CHECK (difficulty >= 0), 
	CONSTRAINT goals_difficulty_most CHECK (difficulty <= 3), 
	CONSTRAINT goals_status_word CHECK (status IN ('draft', 'agreed', 'active', 'paused', 'met', 'partly_met', 'not_met', 'dropped', 'superseded')), 
	CONSTRAINT goals_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT goals_rule_1 CHECK (due_on >= set_on), 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(owner_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(superseded_by) REFERENCES goals (goal_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "goals" VALUES('g-p1x9130g','ms-r1dak3re','p-7enpxbv1','Read one book','skill',NULL,'Cover to cover',NULL,'pages',NULL,NULL,250.0,NULL,NULL,NULL,NULL,NULL,-1,1,1,'2026-09-02','2026-12-01','draft',NULL,'pair',2);
CREATE TABLE members (
	member_id TEXT NOT NULL, 
	mentorship_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	joined_on TEXT NOT NULL, 
	left_on TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (member_id), 
	CONSTRAINT members_mentorship_id_short CHECK (length(mentorship_id) >= 1), 
	CONSTRAINT members_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT members_role_word CHECK (role IN ('mentor', 'mentee', 'sponsor', 'mediator', 'observer')), 
	CONSTRAINT members_rule_1 CHECK (left_on >= joined_on), 
	CONSTRAINT members_mentorship_id_person_id_role_once UNIQUE (mentorship_id, person_id, role), 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "members" VALUES('mb-f3yhaj0a','ms-r1dak3re','p-7enpxbv1','mentee','2026-09-02',NULL,1);
INSERT INTO "members" VALUES('mb-3cfsvt7x','ms-r1dak3re','p-84h527r1','mentor','2026-09-02',NULL,1);
CREATE TABLE mentorships (
	mentorship_id TEXT NOT NULL, 
	program_id TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	facet TEXT, 
	round INTEGER NOT NULL, 
	cadence_days INTEGER, 
	starts_on TEXT, 
	ends_on TEXT, 
	status TEXT NOT NULL, 
	close_reason TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (mentorship_id), 
	CONSTRAINT mentorships_handle_long CHECK (length(handle) <= 80), 
	CONSTRAINT mentorships_mode_word CHECK (mode IN ('one_to_one', 'group', 'peer', 'micro', 'project')), 
	CONSTRAINT mentorships_facet_long CHECK (length(facet) <= 120), 
	CONSTRAINT mentorships_round_least CHECK (round >= 1), 
	CONSTRAINT mentorships_round_most CHECK (round <= 1000), 
	CONSTRAINT mentorships_cadence_days_least CHECK (cadence_days >= 1), 
	CONSTRAINT mentorships_cadence_days_most CHECK (cadence_days <= 366), 
	CONSTRAINT mentorships_status_word CHECK (status IN ('proposed', 'accepted', 'declined', 'active', 'paused', 'ending', 'closed')), 
	CONSTRAINT mentorships_close_reason_word CHECK (close_reason IN ('goals_met', 'time_up', 'mismatch', 'inactive', 'withdrew', 'conduct', 'other')), 
	CONSTRAINT mentorships_rule_1 CHECK (ends_on >= starts_on), 
	CONSTRAINT mentorships_rule_2 CHECK (NOT (status = 'closed') OR close_reason IS NOT NULL), 
	CONSTRAINT mentorships_handle_once UNIQUE (handle), 
	FOREIGN KEY(program_id) REFERENCES programs (program_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "mentorships" VALUES('ms-r1dak3re','pr-mxen9fk5','ada-grace','one_to_one',NULL,1,NULL,NULL,NULL,'active',NULL,1);
CREATE TABLE milestones (
	milestone_id TEXT NOT NULL, 
	goal_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	success_means TEXT, 
	verified_by TEXT, 
	starts_on TEXT, 
	due_on TEXT, 
	original_due_on TEXT, 
	status TEXT NOT NULL, 
	done_on TEXT, 
	review INTEGER NOT NULL, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (milestone_id), 
	CONSTRAINT milestones_goal_id_short CHECK (length(goal_id) >= 1), 
	CONSTRAINT milestones_position_least CHECK (position >= 0), 
	CONSTRAINT milestones_position_most CHECK (position <= 10000), 
	CONSTRAINT milestones_title_short CHECK (length(title) >= 1), 
	CONSTRAINT milestones_title_long CHECK (length(title) <= 200), 
	CONSTRAINT milestones_success_means_long CHECK (length(success_means) <= 2000 OR substr(success_means, 1, 9) = 'sealed:1:'), 
	CONSTRAINT milestones_verified_by_word CHECK (verified_by IN ('deliverable', 'rubric', 'metric', 'review', 'reflection')), 
	CONSTRAINT milestones_status_word CHECK (status IN ('planned', 'in_progress', 'done', 'missed', 'dropped')), 
	CONSTRAINT milestones_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT milestones_rule_1 CHECK ((status = 'done') = (done_on IS NOT NULL)), 
	CONSTRAINT milestones_rule_2 CHECK (due_on >= starts_on), 
	FOREIGN KEY(goal_id) REFERENCES goals (goal_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "milestones" VALUES('m-bfzmddnc','g-p1x9130g',0,'Half of it','150 pages',NULL,NULL,NULL,NULL,'planned',NULL,0,'pair',1);
CREATE TABLE people (
	person_id TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	name TEXT NOT NULL, 
	email TEXT, 
	timezone TEXT NOT NULL, 
	language TEXT NOT NULL, 
	org_unit TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (person_id), 
	CONSTRAINT people_handle_long CHECK (length(handle) <= 60), 
	CONSTRAINT people_name_short CHECK (length(name) >= 1), 
	CONSTRAINT people_name_long CHECK (length(name) <= 200), 
	CONSTRAINT people_email_short CHECK (length(email) >= 3), 
	CONSTRAINT people_email_long CHECK (length(email) <= 254), 
	CONSTRAINT people_language_short CHECK (length(language) >= 2), 
	CONSTRAINT people_language_long CHECK (length(language) <= 35), 
	CONSTRAINT people_handle_once UNIQUE (handle), 
	CONSTRAINT people_email_once UNIQUE (email)
)
 STRICT

;
INSERT INTO "people" VALUES('p-7enpxbv1','ada','Ada Lovelace','ada@example.org','UTC','en',NULL,1);
INSERT INTO "people" VALUES('p-84h527r1','grace','Grace Hopper',NULL,'UTC','en',NULL,1);
CREATE TABLE programs (
	program_id TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	name TEXT NOT NULL, 
	purpose TEXT, 
	scope TEXT, 
	expected_outcomes TEXT, 
	timezone TEXT NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	pilot_weeks INTEGER, 
	review_every_days INTEGER NOT NULL, 
	cadence_days INTEGER NOT NULL, 
	grace_days INTEGER NOT NULL, 
	min_cell INTEGER NOT NULL, 
	min_raters INTEGER NOT NULL, 
	stale_after_days INTEGER NOT NULL, 
	asks_consent INTEGER NOT NULL, 
	retain_days INTEGER, 
	status TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (program_id), 
	CONSTRAINT programs_handle_long CHECK (length(handle) <= 60), 
	CONSTRAINT programs_name_short CHECK (length(name) >= 1), 
	CONSTRAINT programs_name_long CHECK (length(name) <= 200), 
	CONSTRAINT programs_pilot_weeks_least CHECK (pilot_weeks >= 1), 
	CONSTRAINT programs_pilot_weeks_most CHECK (pilot_weeks <= 52), 
	CONSTRAINT programs_review_every_days_least CHECK (review_every_days >= 1), 
	CONSTRAINT programs_review_every_days_most CHECK (review_every_days <= 366), 
	CONSTRAINT programs_cadence_days_least CHECK (cadence_days >= 1), 
	CONSTRAINT programs_cadence_days_most CHECK (cadence_days <= 366), 
	CONSTRAINT programs_grace_days_least CHECK (grace_days >= 0), 
	CONSTRAINT programs_grace_days_most CHECK (grace_days <= 60), 
	CONSTRAINT programs_min_cell_least CHECK (min_cell >= 3), 
	CONSTRAINT programs_min_cell_most CHECK (min_cell <= 100), 
	CONSTRAINT programs_min_raters_least CHECK (min_raters >= 3), 
	CONSTRAINT programs_min_raters_most CHECK (min_raters <= 100), 
	CONSTRAINT programs_stale_after_days_least CHECK (stale_after_days >= 1), 
	CONSTRAINT programs_stale_after_days_most CHECK (stale_after_days <= 366), 
	CONSTRAINT programs_retain_days_least CHECK (retain_days >= 1), 
	CONSTRAINT programs_status_word CHECK (status IN ('draft', 'pilot', 'active', 'closed')), 
	CONSTRAINT programs_rule_1 CHECK (ends_on >= starts_on), 
	CONSTRAINT programs_handle_once UNIQUE (handle)
)
 STRICT

;
INSERT INTO "programs" VALUES('pr-mxen9fk5','first','First program',NULL,NULL,NULL,'UTC',NULL,NULL,NULL,91,14,7,5,3,28,0,NULL,'active',1);
CREATE TABLE progress (
	progress_id TEXT NOT NULL, 
	goal_id TEXT NOT NULL, 
	recorded_on TEXT NOT NULL, 
	value REAL, 
	level INTEGER, 
	note TEXT, 
	by_id TEXT NOT NULL, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (progress_id), 
	CONSTRAINT progress_goal_id_short CHECK (length(goal_id) >= 1), 
	CONSTRAINT progress_level_least CHECK (level >= -2), 
	CONSTRAINT progress_level_most CHECK (level <= 2), 
	CONSTRAINT progress_note_long CHECK (length(note) <= 5000 OR substr(note, 1, 9) = 'sealed:1:'), 
	CONSTRAINT progress_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT progress_rule_1 CHECK (value IS NOT NULL OR level IS NOT NULL OR note IS NOT NULL), 
	FOREIGN KEY(goal_id) REFERENCES goals (goal_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(by_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "progress" VALUES('pg-5kg34adb','g-p1x9130g','2026-09-02',NULL,0,'Slowly','p-7enpxbv1','pair',1);
CREATE TABLE reflections (
	reflection_id TEXT NOT NULL, 
	mentorship_id TEXT NOT NULL, 
	author_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	prompt TEXT, 
	text TEXT, 
	confidence REAL, 
	written_on TEXT NOT NULL, 
	session_id TEXT, 
	milestone_id TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (reflection_id), 
	CONSTRAINT reflections_mentorship_id_short CHECK (length(mentorship_id) >= 1), 
	CONSTRAINT reflections_kind_word CHECK (kind IN ('pre_session', 'post_session', 'after_action', 'journal', 'decision_rationale', 'success', 'misstep', 'closing_letter')), 
	CONSTRAINT reflections_prompt_long CHECK (length(prompt) <= 500 OR substr(prompt, 1, 9) = 'sealed:1:'), 
	CONSTRAINT reflections_text_long CHECK (length(text) <= 100000 OR substr(text, 1, 9) = 'sealed:1:'), 
	CONSTRAINT reflections_confidence_least CHECK (confidence >= 1), 
	CONSTRAINT reflections_confidence_most CHECK (confidence <= 5), 
	CONSTRAINT reflections_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT reflections_rule_1 CHECK (text IS NOT NULL OR confidence IS NOT NULL), 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(author_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(session_id) REFERENCES sessions (session_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(milestone_id) REFERENCES milestones (milestone_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "reflections" VALUES('r-bz6hmaz3','ms-r1dak3re','p-7enpxbv1','post_session',NULL,'It went well',3.5,'2026-09-02','s-kcgd9097',NULL,'pair',1);
CREATE TABLE schema_info (
	version INTEGER NOT NULL
)
 STRICT

;
INSERT INTO "schema_info" VALUES(2);
CREATE TABLE sessions (
	session_id TEXT NOT NULL, 
	mentorship_id TEXT NOT NULL, 
	starts_at TEXT NOT NULL, 
	timezone TEXT NOT NULL, 
	minutes INTEGER, 
	kind TEXT NOT NULL, 
	medium TEXT, 
	status TEXT NOT NULL, 
	objective TEXT, 
	agenda TEXT, 
	summary TEXT, 
	private_note TEXT, 
	private_note_by TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (session_id), 
	CONSTRAINT sessions_mentorship_id_short CHECK (length(mentorship_id) >= 1), 
	CONSTRAINT sessions_minutes_least CHECK (minutes >= 1), 
	CONSTRAINT sessions_minutes_most CHECK (minutes <= 1440), 
	CONSTRAINT sessions_kind_word CHECK (kind IN ('kickoff', 'micro', 'deep_dive', 'check_in', 'formal_review', 'closure', 'peer_review', 'ama', 'async')), 
	CONSTRAINT sessions_medium_word CHECK (medium IN ('video', 'phone', 'in_person', 'chat', 'async')), 
	CONSTRAINT sessions_status_word CHECK (status IN ('planned', 'held', 'cancelled', 'no_show', 'moved')), 
	CONSTRAINT sessions_objective_long CHECK (length(objective) <= 500 OR substr(objective, 1, 9) = 'sealed:1:'), 
	CONSTRAINT sessions_agenda_long CHECK (length(agenda) <= 5000 OR substr(agenda, 1, 9) = 'sealed:1:'), 
	CONSTRAINT sessions_summary_long CHECK (length(summary) <= 100000 OR substr(summary, 1, 9) = 'sealed:1:'), 
	CONSTRAINT sessions_private_note_long CHECK (length(private_note) <= 100000 OR substr(private_note, 1, 9) = 'sealed:1:'), 
	CONSTRAINT sessions_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(private_note_by) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "sessions" VALUES('s-kcgd9097','ms-r1dak3re','2026-09-02T09:00:00.000000Z','UTC',45,'deep_dive',NULL,'planned',NULL,NULL,'We talked','Tired today','p-84h527r1','pair',3);
CREATE INDEX changes_undoes ON changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX changes_row ON changes (table_name, row_id);
CREATE INDEX changes_kind ON changes (table_name, op, field, at);
CREATE INDEX changes_at ON changes (table_name, at);
CREATE INDEX changes_set ON changes (change_set);
CREATE INDEX ix_enrollments_person_id ON enrollments (person_id);
CREATE INDEX ix_enrollments_program_id ON enrollments (program_id);
CREATE INDEX ix_mentorships_program_id ON mentorships (program_id);
CREATE INDEX ix_members_mentorship_id ON members (mentorship_id);
CREATE INDEX ix_members_person_id ON members (person_id);
CREATE INDEX ix_charters_mentorship_id ON charters (mentorship_id);
CREATE INDEX ix_consents_person_id ON consents (person_id);
CREATE INDEX ix_consents_mentorship_id ON consents (mentorship_id);
CREATE INDEX ix_goals_mentorship_id ON goals (mentorship_id);
CREATE INDEX ix_goals_owner_id ON goals (owner_id);
CREATE INDEX ix_goals_superseded_by ON goals (superseded_by);
CREATE INDEX ix_sessions_mentorship_id ON sessions (mentorship_id);
CREATE INDEX ix_sessions_private_note_by ON sessions (private_note_by);
CREATE INDEX ix_decisions_by_id ON decisions (by_id);
CREATE INDEX ix_decisions_program_id ON decisions (program_id);
CREATE INDEX ix_decisions_mentorship_id ON decisions (mentorship_id);
CREATE INDEX ix_decisions_supersedes ON decisions (supersedes);
CREATE INDEX ix_milestones_goal_id ON milestones (goal_id);
CREATE INDEX ix_progress_goal_id ON progress (goal_id);
CREATE INDEX ix_progress_by_id ON progress (by_id);
CREATE INDEX ix_actions_session_id ON actions (session_id);
CREATE INDEX ix_actions_goal_id ON actions (goal_id);
CREATE INDEX ix_actions_milestone_id ON actions (milestone_id);
CREATE INDEX ix_actions_mentorship_id ON actions (mentorship_id);
CREATE INDEX ix_actions_owner_id ON actions (owner_id);
CREATE INDEX ix_reflections_mentorship_id ON reflections (mentorship_id);
CREATE INDEX ix_reflections_session_id ON reflections (session_id);
CREATE INDEX ix_reflections_milestone_id ON reflections (milestone_id);
CREATE INDEX ix_reflections_author_id ON reflections (author_id);
COMMIT;
