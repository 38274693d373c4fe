// The Rulebook: all that the files say, checked, with every name resolved to an id. Plain structs, read-only once
// built; only `check/` builds them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/calendar/business_calendar.h"
#include "engine/calendar/written_day.h"
#include "engine/calendar/zone.h"
#include "engine/model/example.h"
#include "engine/model/story.h"
#include "engine/syntax/citation_form.h"
#include "engine/syntax/condition.h"
#include "engine/syntax/date_grammar.h"
#include "inforce/source.h"
#include "inforce/status.h"
#include "inforce/value.h"

namespace inforce::model {

struct Event;
struct Measure;
struct Source;
struct Calendar;
using EventId = Id<Event>;
using MeasureId = Id<Measure>;
using SourceId = Id<Source>;
using CalendarId = Id<Calendar>;

/// A date of an event, in order of interface.md. `known` is S9.
enum class Field : std::uint8_t { date, announced, filed, published, effective, known };
inline constexpr std::size_t field_count = 6;
[[nodiscard]] std::string_view to_string(Field field);
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// Another event's date, or one of the event's own.
struct Reference {
  std::optional<EventId> event;  ///< Empty: the event's own. In an effect's other dates `effective` is the effect's.
  Field field = Field::date;
};

struct Term {
  std::int64_t count = 0;
  syntax::Unit unit = syntax::Unit::days;
  calendar::Rounding rounding = calendar::Rounding::refuse;
  std::optional<CalendarId> calendar;  ///< Business days: always set.
  Span span;
};

/// A date as written, names resolved (S14, S16).
struct DateExpression {
  std::variant<calendar::WrittenDay, Moment, Reference> anchor;
  std::vector<Term> terms;
  std::optional<CalendarId> roll;  ///< `, next business day`: over this calendar.
  std::string text;
  Span span;
};

enum class Verb : std::uint8_t { impose, lift, suspend, resume, extend, amend, enlist, delist };
[[nodiscard]] std::string_view to_string(Verb verb);

/// A scope: its canonical text and tree. Its span is where it is written.
struct Scope {
  std::string text;
  syntax::Condition condition;
  Span span;
};

/// One effect of one event on one named measure (S4). An `enlist` of several members is one effect each.
struct Effect {
  EventId event;
  Verb verb = Verb::impose;
  bool of_suspension = false;  ///< `what: suspension`.
  MeasureId named;             ///< As written; may be a whole.
  std::optional<DateExpression> effective;
  std::optional<DateExpression> through;  ///< At most one of `through` and `before`.
  std::optional<DateExpression> before;
  std::optional<DateExpression> compliance;
  Attributes attributes;
  std::optional<Scope> scope;
  Span span;  ///< Of the verb's value: the id.
};
using EffectId = Id<Effect>;

enum class Evidence : std::uint8_t { official, reported, proposed };
enum class RetractionReason : std::uint8_t { none, corrected, withdrawn, annulled };

struct Event {
  std::string id;
  std::string title;
  std::array<std::optional<DateExpression>, field_count> dates;  ///< By `Field`; `date` is always there.
  Evidence evidence = Evidence::official;
  bool evidence_given = false;  ///< Written, in the event or under `defaults`.
  bool retroactive = false;
  std::vector<EventId> after;
  std::vector<EventId> retracts;
  std::vector<EventId> supersedes;
  RetractionReason reason = RetractionReason::none;
  std::vector<EffectId> effects;  ///< In the order of the file.
  std::vector<SourceId> sources;
  std::string jurisdiction;
  std::string authority;
  std::string regime;
  calendar::Zone zone;
  std::optional<CalendarId> calendar;  ///< The one given; terms and rolls have theirs already.
  std::string quote;
  std::string note;
  Span quote_at;        ///< Of the text of the quote, where there is one.
  Span retroactive_at;  ///< Likewise.
  Span span;            ///< Of the id's value.
};

enum class Kind : std::uint8_t {
  prohibition,
  licence_requirement,
  condition,
  notification,  // binding
  guidance,
  inquiry,  // advisory
  commercial,
  proposal,  // context
  authorization,
  membership
};
[[nodiscard]] std::string_view to_string(Kind kind);
[[nodiscard]] Force force_of(Kind kind);

/// What can be in force (S1): a restriction, an authorization, or one member of a group (`us-entity-list/huawei`).
struct Measure {
  std::string id;
  std::string title;
  Kind kind = Kind::condition;
  std::optional<Scope> scope;
  std::optional<syntax::Condition> within;  ///< Parts: their scope and those of their wholes, where these have any
                                            ///< (D17). Filled by `link`.
  std::string basis;
  std::optional<MeasureId> part_of;
  std::vector<MeasureId> parts;        ///< Not empty: a whole, which has no spells of its own.
  std::vector<MeasureId> releases;     ///< Authorizations: as written; may name wholes.
  std::vector<MeasureId> released_by;  ///< Restrictions with spells: the authorizations with spells that name them, or
                                       ///< a whole of theirs, in order of id. Filled by `link`.
  std::string group;                   ///< Members: the id of their group.
  std::string member;                  ///< Members: their own id.
  std::vector<std::string> names;      ///< Members: other names.
  std::string requires_conduct;        ///< `requires:`
  std::string forbids_conduct;         ///< `forbids:`
  std::string jurisdiction;
  std::string authority;
  std::string regime;
  calendar::Zone zone;
  std::string note;
  Span span;
};

struct Group {
  std::string id;
  std::string title;
  std::string attribute;
  std::string authority;
  std::string jurisdiction;
  std::string regime;
  calendar::Zone zone;
  std::string note;
  std::vector<MeasureId> members;
  std::vector<std::pair<std::string, MeasureId>>
      by_name;  ///< Ids and other names of members, sorted. Filled by `link`.
  Span span;
};

struct Source {
  std::string id, title, publisher, kind, cite, url, quote, note;
  std::optional<DateExpression> date;
  Span cite_at, url_at, quote_at;  ///< Of their text, where they are given.
  Span span;
};

struct Authority {
  std::string id, name, jurisdiction, note;
  Span span;
};

struct Regime {
  std::string id;
  std::string title;
  Date from{};
  Date reviewed{};
  Span reviewed_span;  ///< Of the day.
  std::optional<Scope> scope;
  std::string review_every;  ///< As written; `syntax::read_interval` reads it. Empty: not told.
  std::string note;
  Span span;
};

struct Calendar {
  calendar::BusinessCalendar days;
  std::string title;
  std::string note;
  Span span;
};

/// A gazette: how it is cited and when it appears. It bears on no answer, and is no part of the digest.
struct Gazette {
  std::string id;
  std::string title;
  syntax::CitationForm citation;
  std::optional<int> first_year;       ///< Of the first volume, where volumes are cited.
  std::optional<CalendarId> calendar;  ///< It appears on the business days of this; none: on any day.
  std::string note;
  Span span;
};

enum class AttributeType : std::uint8_t { code, country, text, number, date, flag };

struct Attribute {
  std::string id;
  AttributeType type = AttributeType::text;
  std::vector<std::string> values;  ///< Codes and text: these alone, if given; sorted.
  std::vector<std::string> also;    ///< Countries: codes that ISO 3166-1 does not have; sorted.
  std::vector<std::string> shapes;  ///< Codes and text: how they are written (`has_shape`). No part of the digest.
  std::string unit;
  std::string title;
  std::string note;
  Span span;
};

/// The fact that names an entry of the catalogue of items.
inline constexpr std::string_view item_attribute = "item";

struct Item {
  std::string id;
  std::string title;
  std::map<std::string, std::vector<std::string>> facts;
  std::string note;
  Span span;
};

/// All lists are sorted by id, so that an `Id` orders as its name does; effects follow their events, and examples stand
/// as in the files.
struct Rulebook {
  std::vector<Event> events;
  std::vector<Effect> effects;
  std::vector<Measure> measures;
  std::vector<Group> groups;
  std::vector<Source> sources;
  std::vector<Authority> authorities;
  std::vector<Regime> regimes;
  std::vector<Calendar> calendars;
  std::vector<Gazette> gazettes;  ///< No part of the digest.
  std::vector<Attribute> vocabulary;
  std::vector<Item> items;
  std::vector<Example> examples;  ///< No part of the digest.
  std::vector<Story> stories;     ///< By path of their files. No part of the digest.
  std::string digest;
  inforce::Sources texts;  ///< What all spans point into.

  [[nodiscard]] const Event& operator[](EventId id) const { return events[id.value]; }
  [[nodiscard]] const Effect& operator[](EffectId id) const { return effects[id.value]; }
  [[nodiscard]] const Measure& operator[](MeasureId id) const { return measures[id.value]; }
  [[nodiscard]] const Source& operator[](SourceId id) const { return sources[id.value]; }
  [[nodiscard]] const Calendar& operator[](CalendarId id) const { return calendars[id.value]; }
};

/// The measure, event or group of that id; empty where there is none. Logarithmic.
[[nodiscard]] std::optional<MeasureId> find_measure(const Rulebook& rulebook, std::string_view id);
[[nodiscard]] std::optional<EventId> find_event(const Rulebook& rulebook, std::string_view id);
[[nodiscard]] const Group* find_group(const Rulebook& rulebook, std::string_view id);
[[nodiscard]] const Attribute* find_attribute(const Rulebook& rulebook, std::string_view id);
[[nodiscard]] const Item* find_item(const Rulebook& rulebook, std::string_view id);

/// The members of a group that are called `name`: by their id, by another name, or as `group/member`.
[[nodiscard]] std::vector<MeasureId> members_named(const Group& group, std::string_view name);

/// The scope as declared, with those of wholes; null: every case.
[[nodiscard]] const syntax::Condition* scope_of(const Measure& measure);

/// Fills what follows from the rest: `by_name` of groups, `released_by` and `within` of measures.
void link(Rulebook& rulebook);

/// The measures that an effect on `id` acts on: itself, or all parts of a whole, however deep (S1), in order of id.
[[nodiscard]] std::vector<MeasureId> leaves(const Rulebook& rulebook, MeasureId id);

/// `sha256:…` over the canonical meaning (S27).
[[nodiscard]] std::string digest_of(const Rulebook& rulebook);

}  // namespace inforce::model
