#include "engine/check/fields.h"

#include <array>

#include "engine/check/field_words.h"

namespace inforce::check {
namespace {

using S = Shape;
constexpr Need optional = Need::optional;
constexpr Need required = Need::required;
constexpr Need one_of = Need::one_of;

constexpr FieldRule jurisdiction{"jurisdiction", S::jurisdiction, optional,
                                 "Whose law it is: a country by its two capital letters, or EU, or UN."};
constexpr FieldRule authority{"authority", S::name, optional, "The authority that acts, by its id."};
constexpr FieldRule regime{"regime", S::id, optional, "The regime that it belongs to, as `coverage` names it."};
constexpr FieldRule time_zone{"time_zone", S::zone, optional,
                              "The zone whose civil days are meant, such as America/New_York; UTC if not given."};
constexpr FieldRule note{"note", S::text, optional, "Free text for the reader."};
constexpr FieldRule quote{"quote", S::text, optional, "The words of the source that matter, as they stand there."};
constexpr FieldRule scope{"scope", S::condition, optional,
                          "The condition on the facts of a case under which it counts; always, if not given."};
constexpr FieldRule basis{"basis", S::text, optional, "Where it stands in the law, in the citation's own form."};
constexpr FieldRule part_of{"part_of", S::name, optional,
                            "The whole that this is a part of; what acts on the whole acts on each part."};

constexpr FieldRule file_fields[] = {
    {"inforce", S::version, required, "The version of the format: 1."},
    {"defaults", S::defaults, optional,
     "Values for keys that records of this file leave out, each for every record that may have the key."},
    {"authorities", S::map, optional, "Who acts, by id.", {}, authority_rule},
    {"sources", S::map, optional, "What events cite, by id.", {}, source_rule},
    {"coverage", S::map, optional, "The regimes that the rules cover, by id.", {}, coverage_rule},
    {"vocabulary", S::map, optional, "The attributes that facts and effects may have, by name.", {}, attribute_rule},
    {"items", S::map, optional, "The catalogue of items: facts that follow from an item.", {}, item_rule},
    {"groups", S::map, optional, "Dated sets whose members join and leave, by id.", {}, group_rule},
    {"restrictions", S::map, optional, "What restricts, by id.", {}, restriction_rule},
    {"authorizations", S::map, optional, "What relieves from restrictions, by id.", {}, authorization_rule},
    {"events", S::list, optional, "What happened, with its effects.", {}, event_rule},
    {"calendars", S::map, optional, "Calendars of business days, by id.", {}, calendar_rule},
    {"gazettes", S::map, optional, "Gazettes: how they are cited and when they appear, by id.", {}, gazette_rule},
    {"tests", S::list, optional, "Examples with their expected answers.", {}, test_rule},
    {"timeline", S::record, optional, "What a timeline report shows.", {}, timeline_rule}};

constexpr FieldRule authority_fields[] = {{"name", S::text, required, "The name in full."}, jurisdiction, note};

constexpr FieldRule source_fields[] = {
    {"title", S::text, required, "The title of the document."},
    {"publisher", S::text, required, "Who published it."},
    {"kind", S::word, required, "What sort of document it is.", source_kinds},
    {"date", S::date, optional, "The day of the document."},
    {"cite", S::text, optional, "The citation in its own form, such as 88 FR 73458."},
    {"url", S::text, optional, "Where it can be read."},
    quote,
    note};

constexpr FieldRule coverage_fields[] = {
    {"title", S::text, required, "What is covered, in words."},
    {"from", S::date, required, "The first day that the rules are complete for."},
    {"reviewed", S::date, required, "The last day that the rules are complete for."},
    {"scope", S::condition, optional, "The cases that are covered; all, if not given."},
    {"review_every", S::text, optional, "How often the regime is reviewed: `90 days`, `6 months`, `1 year`."},
    note};

constexpr FieldRule attribute_fields[] = {
    {"type", S::word, required, "What its values are; a code is always text.", attribute_types},
    {"values", S::texts, optional, "Of a code or a text: all the values that there are; any, if not given."},
    {"also", S::texts, optional, "Of a country: codes in use that ISO 3166-1 does not have."},
    {"shape", S::texts, optional,
     "Of a code or a text: how its values are written. 9 is a digit, A a capital letter, a final * whatever goes on."},
    {"unit", S::text, optional, "The unit of its numbers."},
    {"title", S::text, optional, "What it means."},
    note};

constexpr FieldRule item_fields[] = {{"title", S::text, optional, "The name of the item."}, note};

constexpr FieldRule group_fields[] = {
    {"title", S::text, required, "The name of the group."},
    {"attribute", S::name, required, "The attribute whose values are members of the group."},
    authority,
    jurisdiction,
    regime,
    time_zone,
    note};

constexpr FieldRule restriction_fields[] = {{"title", S::text, required, "What is restricted, in words."},
                                            {"kind", S::word, required, "How it restricts.", restriction_kinds},
                                            scope,
                                            basis,
                                            part_of,
                                            {"requires", S::text, optional, "What must be done."},
                                            {"forbids", S::text, optional, "What must not be done."},
                                            jurisdiction,
                                            authority,
                                            regime,
                                            time_zone,
                                            note};

constexpr FieldRule authorization_fields[] = {
    {"title", S::text, required, "What is allowed, in words."},
    {"releases", S::names, required, "The restrictions that it releases while it is in force and its scope is true."},
    scope,
    basis,
    part_of,
    jurisdiction,
    authority,
    regime,
    time_zone,
    note};

constexpr FieldRule event_fields[] = {
    {"id", S::id, required, "The id of the event."},
    {"title", S::text, required, "What happened, in a sentence."},
    {"date", S::date, required, "When it happened."},
    {"sources", S::names, required, "What proves it: ids of sources."},
    {"announced", S::date, optional, "When it was announced."},
    {"filed", S::date, optional, "When it was filed for public inspection."},
    {"published", S::date, optional, "When it was printed in the gazette."},
    {"effective", S::date, optional, "From when its effects act; its date, if not given."},
    {"known", S::date, optional,
     "From when it could be known; the earliest of announced, filed, published and date, if not given."},
    {"evidence", S::word, optional, "What it rests on; official, if not given.", evidence_words},
    {"retroactive", S::flag, optional, "Whether it acts on the past on purpose."},
    {"after", S::names, optional, "Events that it comes after, where the dates leave the order open."},
    {"retracts", S::names, optional, "Events that never happened for whoever knows this one."},
    {"reason", S::word, optional, "Why it retracts.", reasons},
    {"supersedes", S::names, optional, "Events whose effects end where those of this one begin."},
    {"effects", S::list, optional, "What it changes; an event without effects is a signal.", {}, effect_rule},
    jurisdiction,
    authority,
    regime,
    time_zone,
    {"calendar", S::name, optional, "The calendar that its business days are counted by."},
    quote,
    note};

constexpr FieldRule effect_fields[] = {
    {"impose", S::name, one_of, "The measure that comes into force, in a new spell if an earlier one has ended."},
    {"lift", S::name, one_of, "The measure that ends."},
    {"suspend", S::name, one_of,
     "The measure of which a suspension begins; with an end it closes by itself, without one it waits for `resume`."},
    {"resume", S::name, one_of, "The measure of which the suspension ends."},
    {"extend", S::name, one_of, "The measure whose running spell, or suspension, gets a new end, later or earlier."},
    {"amend", S::name, one_of,
     "The measure whose attributes are set or whose scope is replaced; other attributes persist."},
    {"enlist", S::name, one_of, "The group that `members` join."},
    {"delist", S::name, one_of, "The group that `members` leave."},
    {"effective", S::date, optional, "When this effect acts; as its event, if not given."},
    {"through", S::date, optional, "Of impose, suspend, extend and enlist: the last day, which is included."},
    {"before", S::date, optional, "Of the same: the day or moment at which it has ended, which is not included."},
    {"compliance", S::date, optional, "Of impose and amend: from when conduct is judged; before that it is in grace."},
    {"what", S::word, optional, "Of extend: what gets a new end; the spell, if not given.", extended_things},
    {"members",
     S::list,
     optional,
     "Of enlist and delist: who joins or leaves, by ids; of enlist also maps with an id and more.",
     {},
     member_rule,
     S::text},
    {"scope", S::condition, optional, "Of amend: the scope from then on."}};

constexpr FieldRule member_fields[] = {{"id", S::text, required, "The id of the member, within its group."},
                                       {"names", S::texts, optional, "Its names; the first is its title."},
                                       note};

constexpr FieldRule calendar_fields[] = {
    {"range", S::list, required, "The first and the last year that the calendar knows.", {}, nullptr, S::whole_number},
    {"weekend", S::list, required, "The weekly days of rest.", weekdays, nullptr, S::word},
    {"days", S::list, optional, "The holidays of each year.", {}, holiday_rule},
    {"closed", S::list, optional, "Single days off.", {}, nullptr, S::date},
    {"open", S::list, optional, "Single working days; they win over all else.", {}, nullptr, S::date},
    {"title", S::text, optional, "Whose calendar it is."},
    note};

constexpr FieldRule holiday_fields[] = {
    {"name", S::text, required, "The name of the holiday."},
    {"on", S::text, required, "Its day: `07-04`, `first Mon of September`, `last Mon of May`."},
    {"since", S::whole_number, optional, "The first year of it."},
    {"through", S::whole_number, optional, "The last year of it."},
    {"observed", S::word, optional, "Where it is observed when it falls on a weekly day of rest.", observances}};

constexpr FieldRule gazette_fields[] = {
    {"title", S::text, required, "The name of the gazette."},
    {"citation", S::text, required,
     "How it is cited, with `VOLUME` or `YEAR`, `PAGE` and `NUMBER` for the numbers: `VOLUME FR PAGE`."},
    {"first_year", S::whole_number, optional, "The year of its first volume; needed where volumes are cited."},
    {"calendar", S::name, optional, "The calendar on whose business days it appears; any day, if not given."},
    note};

constexpr FieldRule test_fields[] = {
    {"name", S::text, required, "What the example shows."},
    {"on", S::date, one_of, "The day or moment asked about."},
    {"when", S::name, one_of, "The measure whose intervals are asked for."},
    {"known", S::date, optional, "The day or moment whose knowledge counts."},
    {"with", S::facts, optional, "The facts of the case."},
    {"assume", S::names, optional, "Events to take as happened: `event`, or `event=2027-01-01`."},
    {"without", S::names, optional, "Events to take as never having happened."},
    {"evidence", S::word, optional, "`official` leaves out what rests on reports.", example_evidence},
    {"expect", S::record, required, "What the answer must say.", {}, expectation_rule},
    note};

constexpr FieldRule expectation_fields[] = {
    {"verdict", S::word, optional, "The verdict for the case.", verdicts},
    {"could_be", S::word, optional, "The more severe verdict that is possible; `none`, where there must be none.",
     possible_verdicts},
    {"applies", S::names, optional,
     "Exactly these restrictions, binding and advisory, apply: `[]` for none. Authorizations, members of groups and "
     "context that are named apply too; more of them may."},
    {"may_apply", S::names, optional, "Exactly these may apply, in the sense of `applies`."},
    {"released", S::names, optional, "Exactly these are released, in the sense of `applies`."},
    {"grace", S::names, optional, "Exactly these are in grace, in the sense of `applies`."},
    {"suspended", S::names, optional, "Exactly these are suspended, in the sense of `applies`."},
    {"pending", S::names, optional, "Exactly these are pending, in the sense of `applies`."},
    {"ended", S::names, optional, "These have ended, others may have."},
    {"not_yet", S::names, optional, "These have not begun, others may not have."},
    {"never", S::names, optional, "These were announced and never in force, others may be."},
    {"out_of_scope", S::names, optional, "These do not cover the case, others may not."},
    {"not_applies", S::names, optional, "These neither apply nor may apply."},
    {"attributes",
     S::map,
     optional,
     "By measure, the attributes that it has, among others.",
     {},
     nullptr,
     S::attributes},
    {"policies", S::texts, optional, "Exactly these policies of review go with the verdict."},
    {"missing", S::names, optional, "Exactly these facts would decide the verdict or what it could be."},
    {"intervals",
     S::list,
     optional,
     "Of an example with `when`: exactly these intervals, in order.",
     {},
     interval_rule}};

constexpr FieldRule interval_fields[] = {
    {"from", S::date, optional, "The first day or moment; an open beginning, if not given."},
    {"before", S::date, optional, "The day or moment at which it has ended; no end, if neither end is given."},
    {"through", S::date, optional, "Its last day."},
    {"state", S::word, optional, "What it is in; in-force, if not given.", interval_states},
    {"certain", S::flag, optional, "Whether it is so in every completion; true, if not given."},
    {"attributes", S::attributes, optional, "Exactly these attributes, if given."}};

constexpr FieldRule timeline_fields[] = {
    {"title", S::text, required, "The title of the report."},
    {"question", S::text, optional, "The question that it answers, in words, for the reader."},
    {"with", S::facts, optional, "The facts of a case; measures that cannot reach it are left out."},
    {"measures", S::names, optional, "Restrictions, authorizations, groups and members to show, by id."},
    {"regimes", S::names, optional, "Regimes of which all measures and events are shown."},
    {"jurisdictions", S::texts, optional, "Jurisdictions of which all measures and events are shown."},
    {"events", S::names, optional, "Events to show besides those that touch a measure shown."},
    {"without", S::names, optional, "Measures and events to leave out, by id."},
    {"from", S::date, optional, "The first day shown; that of the first beginning or end shown, if not given."},
    {"through", S::date, optional, "The last day shown; that of the last change or event shown, if not given."},
    {"on", S::date, optional, "The day or moment that is marked and answered."},
    {"known", S::date, optional, "The day or moment whose knowledge counts; all that is recorded, if not given."},
    {"lanes",
     S::list,
     optional,
     "The rows of the picture, in order; what is shown and in none comes after them.",
     {},
     lane_rule},
    {"notes", S::text, optional, "What the author says to the reader, in Markdown."},
    note};

constexpr FieldRule lane_fields[] = {
    {"title", S::text, required, "What the row is called."},
    {"measures", S::names, optional, "What is shown in it as bars, in order."},
    {"events", S::names, optional, "What is shown in it as marks; those that touch its measures are, anyway."},
    note};

constexpr RecordRule file_record{"a rule file",
                                 file_fields,
                                 false,
                                 false,
                                 S::id,
                                 "All `*.yaml` and `*.yml` files below a folder are one rule set, in which ids are "
                                 "unique; restrictions, authorizations "
                                 "and groups share theirs. A file holds any of these keys, in any order."};
constexpr RecordRule authority_record{"an authority", authority_fields};
constexpr RecordRule source_record{"a source", source_fields};
constexpr RecordRule coverage_record{"a regime under `coverage`", coverage_fields};
constexpr RecordRule attribute_record{"an attribute", attribute_fields, false, false, S::attribute_name};
constexpr RecordRule item_record{"an item",
                                 item_fields,
                                 true,
                                 false,
                                 S::text,
                                 "Any attribute of the vocabulary may stand in it: a fact that follows from the item, "
                                 "one value or a list. Facts that "
                                 "a question gives win."};
constexpr RecordRule group_record{"a group", group_fields};
constexpr RecordRule restriction_record{"a restriction", restriction_fields};
constexpr RecordRule authorization_record{"an authorization", authorization_fields};
constexpr RecordRule event_record{"an event", event_fields};
constexpr RecordRule effect_record{
    "an effect",
    effect_fields,
    true,
    false,
    S::id,
    "An effect has one verb and names the measure or group that it acts on. Impose, amend and enlist may set `policy`, "
    "`enforcement` and any attribute of the vocabulary: what is so from then on."};
constexpr RecordRule member_record{
    "a member",
    member_fields,
    true,
    false,
    S::id,
    "It is asked for by its group and its id, as in `some-list/acme`. It may set attributes as its effect may."};
constexpr RecordRule calendar_record{"a calendar", calendar_fields, false, false};
constexpr RecordRule holiday_record{"a holiday", holiday_fields, false, false};
constexpr RecordRule gazette_record{"a gazette", gazette_fields, false, false};
constexpr RecordRule test_record{"a test", test_fields, false, false};
constexpr RecordRule expectation_record{"an expectation", expectation_fields, false, false};
constexpr RecordRule interval_record{"an interval", interval_fields, false, false};
constexpr RecordRule timeline_record{"a timeline", timeline_fields, false, false};
constexpr RecordRule lane_record{"a lane", lane_fields, false, false};

constexpr std::array<const RecordRule*, 20> records = {
    &file_record,   &authority_record,   &source_record,      &coverage_record,      &attribute_record,
    &item_record,   &group_record,       &restriction_record, &authorization_record, &event_record,
    &effect_record, &member_record,      &calendar_record,    &holiday_record,       &gazette_record,
    &test_record,   &expectation_record, &interval_record,    &timeline_record,      &lane_record};

}  // namespace

const RecordRule& file_rule() { return file_record; }
const RecordRule& authority_rule() { return authority_record; }
const RecordRule& source_rule() { return source_record; }
const RecordRule& coverage_rule() { return coverage_record; }
const RecordRule& attribute_rule() { return attribute_record; }
const RecordRule& item_rule() { return item_record; }
const RecordRule& group_rule() { return group_record; }
const RecordRule& restriction_rule() { return restriction_record; }
const RecordRule& authorization_rule() { return authorization_record; }
const RecordRule& event_rule() { return event_record; }
const RecordRule& effect_rule() { return effect_record; }
const RecordRule& member_rule() { return member_record; }
const RecordRule& calendar_rule() { return calendar_record; }
const RecordRule& holiday_rule() { return holiday_record; }
const RecordRule& gazette_rule() { return gazette_record; }
const RecordRule& test_rule() { return test_record; }
const RecordRule& expectation_rule() { return expectation_record; }
const RecordRule& interval_rule() { return interval_record; }
const RecordRule& timeline_rule() { return timeline_record; }
const RecordRule& lane_rule() { return lane_record; }

std::span<const RecordRule* const> all_rules() { return records; }

int field_index(const RecordRule& rule, std::string_view name) {
  for (std::size_t i = 0; i < rule.fields.size(); ++i) {
    if (rule.fields[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace inforce::check
