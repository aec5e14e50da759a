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
INSERT INTO "actions" VALUES('a-0ggzb422','ms-yngbv9yk','Buy the book','p-145gramh','2026-09-03',NULL,'todo','s-jrh56pqv',NULL,NULL,'open',NULL,NULL,NULL,NULL,'pair',1);
CREATE TABLE assessments (
	assessment_id TEXT NOT NULL, 
	program_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	instrument TEXT NOT NULL, 
	edition INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	rater_id TEXT NOT NULL, 
	rater_group TEXT NOT NULL, 
	wave TEXT NOT NULL, 
	session_id TEXT, 
	taken_on TEXT NOT NULL, 
	note TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (assessment_id), 
	CONSTRAINT assessments_instrument_long CHECK (length(instrument) <= 80), 
	CONSTRAINT assessments_edition_least CHECK (edition >= 1), 
	CONSTRAINT assessments_edition_most CHECK (edition <= 1000), 
	CONSTRAINT assessments_rater_group_word CHECK (rater_group IN ('self', 'mentor', 'mentee', 'manager', 'peer', 'report', 'lead', 'other')), 
	CONSTRAINT assessments_wave_word CHECK (wave IN ('intake', 'baseline', 'pulse', 'mid', 'post', 'retro_pre', 'followup', 'closure')), 
	CONSTRAINT assessments_note_long CHECK (length(note) <= 5000 OR substr(note, 1, 9) = 'sealed:1:'), 
	CONSTRAINT assessments_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	FOREIGN KEY(program_id) REFERENCES programs (program_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(rater_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(session_id) REFERENCES sessions (session_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "assessments" VALUES('as-82q8ex09','pr-93vanq4t','ms-yngbv9yk','pulse',1,'p-145gramh','p-145gramh','self','pulse',NULL,'2026-09-03','On paper','pair',1);
CREATE TABLE attendance (
	attendance_id TEXT NOT NULL, 
	session_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	attended INTEGER NOT NULL, 
	prepared INTEGER, 
	rating INTEGER, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (attendance_id), 
	CONSTRAINT attendance_session_id_short CHECK (length(session_id) >= 1), 
	CONSTRAINT attendance_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT attendance_rating_least CHECK (rating >= 1), 
	CONSTRAINT attendance_rating_most CHECK (rating <= 5), 
	CONSTRAINT attendance_session_id_person_id_once UNIQUE (session_id, person_id), 
	FOREIGN KEY(session_id) REFERENCES sessions (session_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "attendance" VALUES('at-tyanhrvv','s-jrh56pqv','p-145gramh',1,1,4,1);
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
INSERT INTO "changes" VALUES(1,'cs-05erkjc3',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'programs','pr-93vanq4t','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(2,'cs-05erkjc3',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'people','p-145gramh','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(3,'cs-05erkjc3',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'people','p-gt0nnm49','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(4,'cs-05erkjc3',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'mentorships','ms-yngbv9yk','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(5,'cs-vrzsyra4',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'members','mb-nw725nyw','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(6,'cs-vrzsyra4',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'members','mb-sbwbyp9g','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(7,'cs-vrzsyra4',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'enrollments','e-3gfxgx73','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(8,'cs-w40kg1rd',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'goals','g-e69m61m4','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(9,'cs-wn4dram7',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'milestones','m-c73s9g0r','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(10,'cs-wn4dram7',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'progress','pg-wadcm6wr','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(11,'cs-z8bctn7k',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'sessions','s-jrh56pqv','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(12,'cs-xhvy83ad',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'actions','a-0ggzb422','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(13,'cs-xhvy83ad',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'reflections','r-zy1seqrn','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(14,'cs-xhvy83ad',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'decisions','d-09nrggpe','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(15,'cs-sw14axcr',NULL,'2026-09-03T09:00:00.000000Z','grace','A shorter edition','goals','g-e69m61m4','revise','target','300.0','250.0',2);
INSERT INTO "changes" VALUES(16,'cs-pqzm2wa9',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'goals','g-q125gxq7','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(17,'cs-x8ntjbnq',NULL,'2026-09-03T09:00:00.000000Z','ada','Not now','goals','g-q125gxq7','erase',NULL,'{"goal_id": "g-q125gxq7", "mentorship_id": "ms-yngbv9yk", "owner_id": "p-145gramh", "title": "Write one", "kind": "skill", "relevant": null, "specific": null, "achievable": null, "metric": null, "unit": null, "baseline": null, "target": null, "level_m2": null, "level_m1": null, "level_0": null, "level_p1": null, "level_p2": null, "baseline_level": -1, "importance": 1, "difficulty": 1, "set_on": "2026-09-03", "due_on": null, "status": "draft", "superseded_by": null, "visibility": "pair"}',NULL,2);
INSERT INTO "changes" VALUES(18,'cs-be8dt59f',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'sessions','s-jrh56pqv','revise','summary','"We talked"','"We talked at length"',2);
INSERT INTO "changes" VALUES(19,'cs-3chcec34','cs-be8dt59f','2026-09-03T09:00:00.000000Z','grace',NULL,'sessions','s-jrh56pqv','revise','summary','"We talked at length"','"We talked"',3);
INSERT INTO "changes" VALUES(20,'cs-vzdhe28p',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'charters','ch-tf2dfhzj','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(21,'cs-2g7r6qde',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'consents','co-cw4wmxfb','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(22,'cs-rrbh12b5',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'competencies','cy-tfbb5wh9','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(23,'cs-fs09zsn9',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'profiles','pf-xcwq11xz','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(24,'cs-fs09zsn9',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'resources','rs-202044mb','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(25,'cs-s3kt79eh',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'opportunities','op-wvckkckt','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(26,'cs-k63yfpnx',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'evidence','ev-mv854cde','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(27,'cs-mpp50az1',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'attendance','at-tyanhrvv','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(28,'cs-mpp50az1',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'concerns','cn-75tfkdg9','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(29,'cs-8am7fw2x',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'items','it-8zzy1kjw','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(30,'cs-xa9d44ae',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'assessments','as-82q8ex09','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(31,'cs-rjspcx9n',NULL,'2026-09-03T09:00:00.000000Z','ada',NULL,'responses','an-5vdbtkbz','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(32,'cs-z0v1gqvt',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'submissions','su-ngqaxthy','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(33,'cs-1tz7dkzh',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'receipts','rc-9ay651wr','add',NULL,NULL,NULL,1);
INSERT INTO "changes" VALUES(34,'cs-4c9b4svs',NULL,'2026-09-03T09:00:00.000000Z','grace',NULL,'review_runs','rr-p6dhzgba','add',NULL,NULL,NULL,1);
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
INSERT INTO "charters" VALUES('ch-tf2dfhzj','ms-yngbv9yk',1,'cadence',1,NULL,'Weekly','2026-09-03','pair',1);
CREATE TABLE competencies (
	competency_id TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	name TEXT NOT NULL, 
	framework TEXT NOT NULL, 
	description TEXT, 
	stage TEXT, 
	uri TEXT, 
	parent_id TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (competency_id), 
	CONSTRAINT competencies_handle_long CHECK (length(handle) <= 80), 
	CONSTRAINT competencies_name_short CHECK (length(name) >= 1), 
	CONSTRAINT competencies_name_long CHECK (length(name) <= 200), 
	CONSTRAINT competencies_framework_short CHECK (length(framework) >= 1), 
	CONSTRAINT competencies_framework_long CHECK (length(framework) <= 120), 
	CONSTRAINT competencies_description_long CHECK (length(description) <= 5000), 
	CONSTRAINT competencies_stage_word CHECK (stage IN ('foundation', 'developing', 'proficient', 'advanced')), 
	CONSTRAINT competencies_uri_long CHECK (length(uri) <= 2000), 
	CONSTRAINT competencies_handle_once UNIQUE (handle), 
	FOREIGN KEY(parent_id) REFERENCES competencies (competency_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "competencies" VALUES('cy-tfbb5wh9','reading','Reading','own',NULL,'developing',NULL,NULL,1);
CREATE TABLE concerns (
	concern_id TEXT NOT NULL, 
	program_id TEXT NOT NULL, 
	by_id TEXT NOT NULL, 
	handler_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	wish TEXT, 
	raised_on TEXT NOT NULL, 
	status TEXT NOT NULL, 
	resolved_on TEXT, 
	outcome TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (concern_id), 
	CONSTRAINT concerns_handler_id_short CHECK (length(handler_id) >= 1), 
	CONSTRAINT concerns_kind_word CHECK (kind IN ('conduct', 'conflict_of_interest', 'dispute', 'safety', 'scheduling', 'fit')), 
	CONSTRAINT concerns_text_short CHECK (length(text) >= 1), 
	CONSTRAINT concerns_text_long CHECK (length(text) <= 20000), 
	CONSTRAINT concerns_wish_long CHECK (length(wish) <= 5000), 
	CONSTRAINT concerns_status_word CHECK (status IN ('open', 'mediating', 'resolved', 'escalated')), 
	CONSTRAINT concerns_outcome_long CHECK (length(outcome) <= 5000), 
	CONSTRAINT concerns_rule_1 CHECK (resolved_on >= raised_on), 
	CONSTRAINT concerns_rule_2 CHECK ((status = 'resolved') = (resolved_on IS NOT NULL)), 
	FOREIGN KEY(program_id) REFERENCES programs (program_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(by_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(handler_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "concerns" VALUES('cn-75tfkdg9','pr-93vanq4t','p-145gramh','p-gt0nnm49','ms-yngbv9yk','scheduling','Too early',NULL,'2026-09-03','open',NULL,NULL,1);
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
INSERT INTO "consents" VALUES('co-cw4wmxfb','p-145gramh',NULL,'share_program',1,'2026-09-03',NULL,NULL,NULL,1);
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
INSERT INTO "decisions" VALUES('d-09nrggpe','pr-93vanq4t','ms-yngbv9yk','2026-09-03','goal','One book','Time','p-145gramh',NULL,NULL,'pair',1);
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
INSERT INTO "enrollments" VALUES('e-3gfxgx73','pr-93vanq4t','p-gt0nnm49','lead',NULL,NULL,1,NULL,'To be of use','active',NULL,NULL,NULL,1);
CREATE TABLE evidence (
	evidence_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	uri TEXT, 
	alt_text TEXT, 
	occurred_on TEXT NOT NULL, 
	annotation TEXT, 
	goal_id TEXT, 
	milestone_id TEXT, 
	competency_id TEXT, 
	visibility TEXT NOT NULL, 
	credential TEXT, 
	revoked_on TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (evidence_id), 
	CONSTRAINT evidence_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT evidence_title_short CHECK (length(title) >= 1), 
	CONSTRAINT evidence_title_long CHECK (length(title) <= 300), 
	CONSTRAINT evidence_kind_word CHECK (kind IN ('artifact', 'deliverable', 'dashboard', 'presentation', 'testimonial', 'review', 'metric', 'badge', 'capstone', 'resume')), 
	CONSTRAINT evidence_uri_long CHECK (length(uri) <= 2000 OR substr(uri, 1, 9) = 'sealed:1:'), 
	CONSTRAINT evidence_alt_text_long CHECK (length(alt_text) <= 2000 OR substr(alt_text, 1, 9) = 'sealed:1:'), 
	CONSTRAINT evidence_annotation_long CHECK (length(annotation) <= 5000 OR substr(annotation, 1, 9) = 'sealed:1:'), 
	CONSTRAINT evidence_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT evidence_credential_long CHECK (length(credential) <= 2000 OR substr(credential, 1, 9) = 'sealed:1:'), 
	CONSTRAINT evidence_rule_1 CHECK (revoked_on >= occurred_on), 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(goal_id) REFERENCES goals (goal_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(milestone_id) REFERENCES milestones (milestone_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(competency_id) REFERENCES competencies (competency_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "evidence" VALUES('ev-mv854cde','p-145gramh','ms-yngbv9yk','A review of it','artifact','https://example.org/review',NULL,'2026-09-03',NULL,'g-e69m61m4',NULL,NULL,'pair',NULL,NULL,1);
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
INSERT INTO "goals" VALUES('g-e69m61m4','ms-yngbv9yk','p-145gramh','Read one book','skill',NULL,'Cover to cover',NULL,'pages',NULL,NULL,250.0,NULL,NULL,NULL,NULL,NULL,-1,1,1,'2026-09-03','2026-12-01','draft',NULL,'pair',2);
CREATE TABLE items (
	item_id TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	instrument TEXT NOT NULL, 
	edition INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	subscale TEXT, 
	text TEXT NOT NULL, 
	scale_min REAL, 
	scale_max REAL, 
	anchors TEXT, 
	reversed INTEGER NOT NULL, 
	competency_id TEXT, 
	source TEXT NOT NULL, 
	licence TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (item_id), 
	CONSTRAINT items_handle_long CHECK (length(handle) <= 160), 
	CONSTRAINT items_instrument_long CHECK (length(instrument) <= 80), 
	CONSTRAINT items_edition_least CHECK (edition >= 1), 
	CONSTRAINT items_edition_most CHECK (edition <= 1000), 
	CONSTRAINT items_position_least CHECK (position >= 1), 
	CONSTRAINT items_position_most CHECK (position <= 1000), 
	CONSTRAINT items_kind_word CHECK (kind IN ('rubric', 'survey', 'check', 'test')), 
	CONSTRAINT items_subscale_long CHECK (length(subscale) <= 80), 
	CONSTRAINT items_text_short CHECK (length(text) >= 1), 
	CONSTRAINT items_text_long CHECK (length(text) <= 2000), 
	CONSTRAINT items_anchors_long CHECK (length(anchors) <= 5000), 
	CONSTRAINT items_source_short CHECK (length(source) >= 1), 
	CONSTRAINT items_source_long CHECK (length(source) <= 500), 
	CONSTRAINT items_licence_short CHECK (length(licence) >= 1), 
	CONSTRAINT items_licence_long CHECK (length(licence) <= 200), 
	CONSTRAINT items_rule_1 CHECK ((scale_min IS NULL) = (scale_max IS NULL)), 
	CONSTRAINT items_rule_2 CHECK (scale_max > scale_min), 
	CONSTRAINT items_rule_3 CHECK (anchors IS NULL OR scale_min IS NOT NULL), 
	CONSTRAINT items_handle_once UNIQUE (handle), 
	CONSTRAINT items_instrument_edition_position_once UNIQUE (instrument, edition, position), 
	FOREIGN KEY(competency_id) REFERENCES competencies (competency_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "items" VALUES('it-8zzy1kjw','pulse-1','pulse',1,1,'survey',NULL,'I know what comes next',1.0,5.0,NULL,0,NULL,'own','CC0-1.0',1);
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
INSERT INTO "members" VALUES('mb-nw725nyw','ms-yngbv9yk','p-145gramh','mentee','2026-09-03',NULL,1);
INSERT INTO "members" VALUES('mb-sbwbyp9g','ms-yngbv9yk','p-gt0nnm49','mentor','2026-09-03',NULL,1);
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
INSERT INTO "mentorships" VALUES('ms-yngbv9yk','pr-93vanq4t','ada-grace','one_to_one',NULL,1,NULL,NULL,NULL,'active',NULL,1);
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
INSERT INTO "milestones" VALUES('m-c73s9g0r','g-e69m61m4',0,'Half of it','150 pages',NULL,NULL,NULL,NULL,'planned',NULL,0,'pair',1);
CREATE TABLE opportunities (
	opportunity_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	sponsor_id TEXT, 
	occurred_on TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	note TEXT, 
	evidence_id TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (opportunity_id), 
	CONSTRAINT opportunities_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT opportunities_title_short CHECK (length(title) >= 1), 
	CONSTRAINT opportunities_title_long CHECK (length(title) <= 300), 
	CONSTRAINT opportunities_kind_word CHECK (kind IN ('introduction', 'advocacy', 'showcase', 'exposure', 'project_role', 'internship', 'scholarship', 'promotion', 'raise')), 
	CONSTRAINT opportunities_outcome_word CHECK (outcome IN ('offered', 'taken', 'declined', 'succeeded', 'no_result')), 
	CONSTRAINT opportunities_note_long CHECK (length(note) <= 5000 OR substr(note, 1, 9) = 'sealed:1:'), 
	CONSTRAINT opportunities_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(sponsor_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(evidence_id) REFERENCES evidence (evidence_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "opportunities" VALUES('op-wvckkckt','p-145gramh','ms-yngbv9yk','Meet a publisher','introduction',NULL,'2026-09-03','offered','In spring',NULL,'pair',1);
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
INSERT INTO "people" VALUES('p-145gramh','ada','Ada Lovelace','ada@example.org','UTC','en',NULL,1);
INSERT INTO "people" VALUES('p-gt0nnm49','grace','Grace Hopper',NULL,'UTC','en',NULL,1);
CREATE TABLE profiles (
	profile_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	level TEXT, 
	text TEXT, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (profile_id), 
	CONSTRAINT profiles_kind_word CHECK (kind IN ('skill_have', 'skill_want', 'interest', 'value', 'style', 'specialty', 'format', 'availability', 'constraint', 'access_need', 'demographic')), 
	CONSTRAINT profiles_topic_short CHECK (length(topic) >= 1), 
	CONSTRAINT profiles_topic_long CHECK (length(topic) <= 120), 
	CONSTRAINT profiles_level_word CHECK (level IN ('foundation', 'developing', 'proficient', 'advanced')), 
	CONSTRAINT profiles_text_long CHECK (length(text) <= 2000), 
	CONSTRAINT profiles_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT profiles_rule_1 CHECK (kind NOT IN ('access_need', 'demographic') OR visibility = 'private'), 
	CONSTRAINT profiles_person_id_kind_topic_once UNIQUE (person_id, kind, topic), 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "profiles" VALUES('pf-xcwq11xz','p-145gramh','skill_have','Writing','proficient',NULL,'program',1);
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
INSERT INTO "programs" VALUES('pr-93vanq4t','first','First program',NULL,NULL,NULL,'UTC',NULL,NULL,NULL,91,14,7,5,3,28,0,NULL,'active',1);
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
INSERT INTO "progress" VALUES('pg-wadcm6wr','g-e69m61m4','2026-09-03',NULL,0,'Slowly','p-145gramh','pair',1);
CREATE TABLE receipts (
	receipt_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	assignment TEXT NOT NULL, 
	template TEXT NOT NULL, 
	template_version TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	path TEXT NOT NULL, 
	sender TEXT, 
	received_at TEXT NOT NULL, 
	received_by TEXT NOT NULL, 
	late INTEGER NOT NULL, 
	answered INTEGER NOT NULL, 
	asked INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	remarks TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (receipt_id), 
	CONSTRAINT receipts_received_by_word CHECK (received_by IN ('exchange', 'archive', 'file')), 
	CONSTRAINT receipts_state_word CHECK (state IN ('taken', 'person', 'accepted')), 
	CONSTRAINT receipts_answered_least CHECK (answered >= 0), 
	CONSTRAINT receipts_answered_most CHECK (answered <= 10000), 
	CONSTRAINT receipts_asked_least CHECK (asked >= 0), 
	CONSTRAINT receipts_asked_most CHECK (asked <= 10000), 
	CONSTRAINT receipts_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT receipts_assignment_long CHECK (length(assignment) <= 120), 
	CONSTRAINT receipts_template_long CHECK (length(template) <= 120), 
	CONSTRAINT receipts_template_version_long CHECK (length(template_version) <= 40), 
	CONSTRAINT receipts_fingerprint_short CHECK (length(fingerprint) >= 64), 
	CONSTRAINT receipts_path_short CHECK (length(path) >= 1), 
	CONSTRAINT receipts_path_long CHECK (length(path) <= 4000), 
	CONSTRAINT receipts_sender_long CHECK (length(sender) <= 200), 
	CONSTRAINT receipts_remarks_long CHECK (length(remarks) <= 100000), 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "receipts" VALUES('rc-9ay651wr','p-145gramh','reflection','reflection','1.0','0000000000000000000000000000000000000000000000000000000000000000','in/ada.ipynb',NULL,'2026-09-03T09:00:00.000000Z','file',0,1,1,'taken',NULL,1);
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
INSERT INTO "reflections" VALUES('r-zy1seqrn','ms-yngbv9yk','p-145gramh','post_session',NULL,'It went well',3.5,'2026-09-03','s-jrh56pqv',NULL,'pair',1);
CREATE TABLE resources (
	resource_id TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	uri TEXT, 
	description TEXT, 
	competency_id TEXT, 
	stage TEXT, 
	minutes INTEGER, 
	load INTEGER, 
	after_id TEXT, 
	language TEXT NOT NULL, 
	captions INTEGER, 
	transcript_uri TEXT, 
	low_bandwidth_uri TEXT, 
	licence TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (resource_id), 
	CONSTRAINT resources_handle_long CHECK (length(handle) <= 80), 
	CONSTRAINT resources_title_short CHECK (length(title) >= 1), 
	CONSTRAINT resources_title_long CHECK (length(title) <= 300), 
	CONSTRAINT resources_kind_word CHECK (kind IN ('article', 'video', 'tool', 'case_study', 'course', 'book', 'talking_points', 'syllabus', 'template', 'starter')), 
	CONSTRAINT resources_uri_long CHECK (length(uri) <= 2000), 
	CONSTRAINT resources_description_long CHECK (length(description) <= 2000), 
	CONSTRAINT resources_stage_word CHECK (stage IN ('foundation', 'developing', 'proficient', 'advanced')), 
	CONSTRAINT resources_minutes_least CHECK (minutes >= 1), 
	CONSTRAINT resources_minutes_most CHECK (minutes <= 100000), 
	CONSTRAINT resources_load_least CHECK (load >= 1), 
	CONSTRAINT resources_load_most CHECK (load <= 5), 
	CONSTRAINT resources_language_short CHECK (length(language) >= 2), 
	CONSTRAINT resources_language_long CHECK (length(language) <= 35), 
	CONSTRAINT resources_transcript_uri_long CHECK (length(transcript_uri) <= 2000), 
	CONSTRAINT resources_low_bandwidth_uri_long CHECK (length(low_bandwidth_uri) <= 2000), 
	CONSTRAINT resources_licence_long CHECK (length(licence) <= 200), 
	CONSTRAINT resources_handle_once UNIQUE (handle), 
	FOREIGN KEY(competency_id) REFERENCES competencies (competency_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(after_id) REFERENCES resources (resource_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "resources" VALUES('rs-202044mb','how-to-read','How to read','article','https://example.org/read',NULL,'cy-tfbb5wh9',NULL,20,NULL,NULL,'en',NULL,NULL,NULL,NULL,1);
CREATE TABLE responses (
	response_id TEXT NOT NULL, 
	assessment_id TEXT NOT NULL, 
	item_id TEXT NOT NULL, 
	value REAL, 
	text TEXT, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (response_id), 
	CONSTRAINT responses_assessment_id_short CHECK (length(assessment_id) >= 1), 
	CONSTRAINT responses_item_id_short CHECK (length(item_id) >= 1), 
	CONSTRAINT responses_text_long CHECK (length(text) <= 10000 OR substr(text, 1, 9) = 'sealed:1:'), 
	CONSTRAINT responses_rule_1 CHECK (value IS NOT NULL OR text IS NOT NULL), 
	CONSTRAINT responses_assessment_id_item_id_once UNIQUE (assessment_id, item_id), 
	FOREIGN KEY(assessment_id) REFERENCES assessments (assessment_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(item_id) REFERENCES items (item_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "responses" VALUES('an-5vdbtkbz','as-82q8ex09','it-8zzy1kjw',4.0,'Mostly',1);
CREATE TABLE review_runs (
	review_run_id TEXT NOT NULL, 
	program_id TEXT NOT NULL, 
	mentorship_id TEXT, 
	template TEXT NOT NULL, 
	period TEXT NOT NULL, 
	language TEXT NOT NULL, 
	cut_at TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	status TEXT NOT NULL, 
	seconds REAL NOT NULL, 
	error TEXT, 
	inputs TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (review_run_id), 
	CONSTRAINT review_runs_status_word CHECK (status IN ('ok', 'failed', 'lost')), 
	CONSTRAINT review_runs_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT review_runs_seconds_least CHECK (seconds >= 0), 
	CONSTRAINT review_runs_template_short CHECK (length(template) >= 1), 
	CONSTRAINT review_runs_template_long CHECK (length(template) <= 200), 
	CONSTRAINT review_runs_period_short CHECK (length(period) >= 1), 
	CONSTRAINT review_runs_period_long CHECK (length(period) <= 40), 
	CONSTRAINT review_runs_language_short CHECK (length(language) >= 2), 
	CONSTRAINT review_runs_language_long CHECK (length(language) <= 12), 
	CONSTRAINT review_runs_error_long CHECK (length(error) <= 5000 OR substr(error, 1, 9) = 'sealed:1:'), 
	CONSTRAINT review_runs_folder_long CHECK (length(folder) <= 2000), 
	FOREIGN KEY(program_id) REFERENCES programs (program_id) DEFERRABLE INITIALLY IMMEDIATE, 
	FOREIGN KEY(mentorship_id) REFERENCES mentorships (mentorship_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "review_runs" VALUES('rr-p6dhzgba','pr-93vanq4t','ms-yngbv9yk','quarterly','2026Q3','en','2026-09-03T09:00:00.000000Z','2026-09-03T09:00:00.000000Z','ok',1.5,NULL,'','reports','pair',1);
CREATE TABLE schema_info (
	version INTEGER NOT NULL
)
 STRICT

;
INSERT INTO "schema_info" VALUES(5);
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
INSERT INTO "sessions" VALUES('s-jrh56pqv','ms-yngbv9yk','2026-09-03T09:00:00.000000Z','UTC',45,'deep_dive',NULL,'planned',NULL,NULL,'We talked','Tired today','p-gt0nnm49','pair',3);
CREATE TABLE submissions (
	submission_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	assignment TEXT NOT NULL, 
	template TEXT NOT NULL, 
	template_version TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	prompt TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	copy_number INTEGER NOT NULL, 
	row_number INTEGER NOT NULL, 
	part TEXT NOT NULL, 
	value TEXT NOT NULL, 
	found_by TEXT NOT NULL, 
	visibility TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (submission_id), 
	CONSTRAINT submissions_kind_word CHECK (kind IN ('text', 'choice', 'multiple', 'scale', 'table', 'date')), 
	CONSTRAINT submissions_found_by_word CHECK (found_by IN ('mark', 'widget', 'grade-id', 'cell-id', 'position')), 
	CONSTRAINT submissions_visibility_word CHECK (visibility IN ('private', 'pair', 'peers', 'program', 'public')), 
	CONSTRAINT submissions_copy_number_least CHECK (copy_number >= 0), 
	CONSTRAINT submissions_copy_number_most CHECK (copy_number <= 10000), 
	CONSTRAINT submissions_row_number_least CHECK (row_number >= 0), 
	CONSTRAINT submissions_row_number_most CHECK (row_number <= 1000000), 
	CONSTRAINT submissions_person_id_short CHECK (length(person_id) >= 1), 
	CONSTRAINT submissions_assignment_long CHECK (length(assignment) <= 120), 
	CONSTRAINT submissions_template_long CHECK (length(template) <= 120), 
	CONSTRAINT submissions_template_version_long CHECK (length(template_version) <= 40), 
	CONSTRAINT submissions_fingerprint_short CHECK (length(fingerprint) >= 64), 
	CONSTRAINT submissions_prompt_long CHECK (length(prompt) <= 64), 
	CONSTRAINT submissions_part_long CHECK (length(part) <= 64), 
	CONSTRAINT submissions_value_short CHECK (length(value) >= 1), 
	CONSTRAINT submissions_value_long CHECK (length(value) <= 100000), 
	FOREIGN KEY(person_id) REFERENCES people (person_id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT

;
INSERT INTO "submissions" VALUES('su-ngqaxthy','p-145gramh','reflection','reflection','1.0','0000000000000000000000000000000000000000000000000000000000000000','went_well','text',0,0,'','We read it','mark','program',1);
CREATE INDEX ix_competencies_parent_id ON competencies (parent_id);
CREATE INDEX changes_kind ON changes (table_name, op, field, at);
CREATE INDEX changes_at ON changes (table_name, at);
CREATE INDEX changes_set ON changes (change_set);
CREATE INDEX changes_undoes ON changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX ix_enrollments_person_id ON enrollments (person_id);
CREATE INDEX ix_enrollments_program_id ON enrollments (program_id);
CREATE INDEX ix_profiles_person_id ON profiles (person_id);
CREATE INDEX ix_mentorships_program_id ON mentorships (program_id);
CREATE INDEX ix_resources_competency_id ON resources (competency_id);
CREATE INDEX ix_resources_after_id ON resources (after_id);
CREATE INDEX ix_items_competency_id ON items (competency_id);
CREATE INDEX ix_members_mentorship_id ON members (mentorship_id);
CREATE INDEX ix_members_person_id ON members (person_id);
CREATE INDEX ix_charters_mentorship_id ON charters (mentorship_id);
CREATE INDEX ix_consents_person_id ON consents (person_id);
CREATE INDEX ix_consents_mentorship_id ON consents (mentorship_id);
CREATE INDEX ix_concerns_program_id ON concerns (program_id);
CREATE INDEX ix_concerns_handler_id ON concerns (handler_id);
CREATE INDEX ix_concerns_mentorship_id ON concerns (mentorship_id);
CREATE INDEX ix_concerns_by_id ON concerns (by_id);
CREATE INDEX ix_goals_owner_id ON goals (owner_id);
CREATE INDEX ix_goals_mentorship_id ON goals (mentorship_id);
CREATE INDEX ix_goals_superseded_by ON goals (superseded_by);
CREATE INDEX ix_sessions_private_note_by ON sessions (private_note_by);
CREATE INDEX ix_sessions_mentorship_id ON sessions (mentorship_id);
CREATE INDEX ix_decisions_supersedes ON decisions (supersedes);
CREATE INDEX ix_decisions_mentorship_id ON decisions (mentorship_id);
CREATE INDEX ix_decisions_by_id ON decisions (by_id);
CREATE INDEX ix_decisions_program_id ON decisions (program_id);
CREATE INDEX ix_milestones_goal_id ON milestones (goal_id);
CREATE INDEX ix_progress_goal_id ON progress (goal_id);
CREATE INDEX ix_progress_by_id ON progress (by_id);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);
CREATE INDEX ix_attendance_session_id ON attendance (session_id);
CREATE INDEX ix_assessments_mentorship_id ON assessments (mentorship_id);
CREATE INDEX ix_assessments_person_id ON assessments (person_id);
CREATE INDEX ix_assessments_program_id ON assessments (program_id);
CREATE INDEX ix_assessments_rater_id ON assessments (rater_id);
CREATE INDEX ix_assessments_session_id ON assessments (session_id);
CREATE INDEX ix_evidence_mentorship_id ON evidence (mentorship_id);
CREATE INDEX ix_evidence_person_id ON evidence (person_id);
CREATE INDEX ix_evidence_goal_id ON evidence (goal_id);
CREATE INDEX ix_evidence_milestone_id ON evidence (milestone_id);
CREATE INDEX ix_evidence_competency_id ON evidence (competency_id);
CREATE INDEX ix_actions_goal_id ON actions (goal_id);
CREATE INDEX ix_actions_owner_id ON actions (owner_id);
CREATE INDEX ix_actions_session_id ON actions (session_id);
CREATE INDEX ix_actions_milestone_id ON actions (milestone_id);
CREATE INDEX ix_actions_mentorship_id ON actions (mentorship_id);
CREATE INDEX ix_reflections_session_id ON reflections (session_id);
CREATE INDEX ix_reflections_milestone_id ON reflections (milestone_id);
CREATE INDEX ix_reflections_author_id ON reflections (author_id);
CREATE INDEX ix_reflections_mentorship_id ON reflections (mentorship_id);
CREATE INDEX ix_responses_item_id ON responses (item_id);
CREATE INDEX ix_responses_assessment_id ON responses (assessment_id);
CREATE INDEX ix_opportunities_evidence_id ON opportunities (evidence_id);
CREATE INDEX ix_opportunities_mentorship_id ON opportunities (mentorship_id);
CREATE INDEX ix_opportunities_person_id ON opportunities (person_id);
CREATE INDEX ix_opportunities_sponsor_id ON opportunities (sponsor_id);
CREATE INDEX changes_row ON changes (table_name, row_id, at);
CREATE INDEX changes_left ON changes (table_name, CAST(CASE WHEN json_valid("before") THEN coalesce(json_extract("before", '$.mentorship_id'), json_extract("before", '$.assessment_id'), json_extract("before", '$.goal_id'), json_extract("before", '$.session_id'), CASE op WHEN 'revise' THEN json_extract("before", '$') END) END AS TEXT), at) WHERE op = 'erase' OR field IN ('mentorship_id', 'assessment_id', 'goal_id', 'session_id');
CREATE INDEX ix_review_runs_program_id ON review_runs (program_id);
CREATE INDEX ix_review_runs_mentorship_id ON review_runs (mentorship_id);
CREATE INDEX ix_submissions_person_id ON submissions (person_id);
CREATE INDEX ix_receipts_person_id ON receipts (person_id);
COMMIT;
