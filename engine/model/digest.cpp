// The canonical meaning of a rule set, and its SHA-256 (S27). Every text is written with its length, so that no two
// meanings have one serialization; lists without order are sorted.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/model/rulebook.h"
#include "engine/model/sha256.h"

namespace inforce::model {
namespace {

/// One record as text: keys in a fixed order, empty values left out.
class Record {
 public:
  explicit Record(std::string_view name) { add("record", name); }

  Record& add(std::string_view key, std::string_view value) {
    if (value.empty()) return *this;
    text_ += key;
    text_ += ' ';
    text_ += std::to_string(value.size());
    text_ += ' ';
    text_ += value;
    text_ += '\n';
    return *this;
  }

  Record& add_sorted(std::string_view key, std::vector<std::string> values) {
    std::sort(values.begin(), values.end());
    for (const std::string& value : values) add(key, value);
    return *this;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string text_of(double number) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string text_of(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return "number " + text_of(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "flag true" : "flag false";
  return "text " + std::get<std::string>(value);
}

class Canonical {
 public:
  explicit Canonical(const Rulebook& book) : book_(book) {}

  [[nodiscard]] std::string digest() {
    hash_.add("inforce 1\n");
    for (const Authority& each : book_.authorities) add(each);
    for (const Source& each : book_.sources) add(each);
    for (const Regime& each : book_.regimes) add(each);
    for (const Attribute& each : book_.vocabulary) add(each);
    for (const Item& each : book_.items) add(each);
    for (const Group& each : book_.groups) add(each);
    for (const Measure& each : book_.measures) add(each);
    for (const Calendar& each : book_.calendars) add(each);
    for (const Event& each : book_.events) add(each);
    return "sha256:" + hash_.hex();
  }

 private:
  void finish(const Record& record) { hash_.add(record.text() + "\n"); }

  template <class T>
  [[nodiscard]] std::vector<std::string> ids(const std::vector<Id<T>>& list) const {
    std::vector<std::string> texts;
    texts.reserve(list.size());
    for (const Id<T> each : list) texts.push_back(book_[each].id);
    return texts;
  }

  [[nodiscard]] std::string id(CalendarId calendar) const { return book_[calendar].days.rules().id; }

  /// The canonical text, with the calendars that its business days and its roll are counted by.
  [[nodiscard]] std::string text(const std::optional<DateExpression>& date) const {
    if (!date) return {};
    Record record("date");
    record.add("text", date->text);
    for (const Term& term : date->terms) {
      if (term.calendar) record.add("calendar", id(*term.calendar));
    }
    if (date->roll) record.add("roll", id(*date->roll));
    return record.text();
  }

  [[nodiscard]] static std::string text(const std::optional<Scope>& scope) { return scope ? scope->text : ""; }

  void add(const Authority& each) {
    finish(Record("authority")
               .add("id", each.id)
               .add("name", each.name)
               .add("jurisdiction", each.jurisdiction)
               .add("note", each.note));
  }

  void add(const Source& each) {
    finish(Record("source")
               .add("id", each.id)
               .add("title", each.title)
               .add("publisher", each.publisher)
               .add("kind", each.kind)
               .add("cite", each.cite)
               .add("url", each.url)
               .add("quote", each.quote)
               .add("note", each.note)
               .add("date", text(each.date)));
  }

  void add(const Regime& each) {
    finish(Record("regime")
               .add("id", each.id)
               .add("title", each.title)
               .add("from", inforce::to_string(each.from))
               .add("reviewed", inforce::to_string(each.reviewed))
               .add("scope", text(each.scope))
               .add("review_every", each.review_every)
               .add("note", each.note));
  }

  void add(const Attribute& each) {
    finish(Record("attribute")
               .add("id", each.id)
               .add("type", std::to_string(static_cast<int>(each.type)))
               .add_sorted("value", each.values)
               .add_sorted("also", each.also)
               .add("unit", each.unit)
               .add("title", each.title)
               .add("note", each.note));
  }

  void add(const Item& each) {
    Record record("item");
    record.add("id", each.id).add("title", each.title).add("note", each.note);
    for (const auto& [name, values] : each.facts) record.add("fact", name).add_sorted("value", values);
    finish(record);
  }

  void add(const Group& each) {
    finish(Record("group")
               .add("id", each.id)
               .add("title", each.title)
               .add("attribute", each.attribute)
               .add("authority", each.authority)
               .add("jurisdiction", each.jurisdiction)
               .add("regime", each.regime)
               .add("zone", each.zone.name())
               .add("note", each.note)
               .add_sorted("member", ids(each.members)));
  }

  void add(const Measure& each) {
    Record record("measure");
    record.add("id", each.id)
        .add("title", each.title)
        .add("kind", to_string(each.kind))
        .add("scope", text(each.scope))
        .add("basis", each.basis);
    if (each.part_of) record.add("part_of", book_[*each.part_of].id);
    record.add_sorted("releases", ids(each.releases)).add("group", each.group).add("member", each.member);
    for (const std::string& name : each.names) record.add("name", name);
    record.add("requires", each.requires_conduct)
        .add("forbids", each.forbids_conduct)
        .add("jurisdiction", each.jurisdiction)
        .add("authority", each.authority)
        .add("regime", each.regime)
        .add("zone", each.zone.name())
        .add("note", each.note);
    finish(record);
  }

  [[nodiscard]] static std::string text(const calendar::Holiday& each) {
    Record record("holiday");
    record.add("name", each.name);
    if (const auto* fixed = std::get_if<calendar::FixedDay>(&each.on)) {
      record.add("month", std::to_string(fixed->month)).add("day", std::to_string(fixed->day));
    } else {
      const auto& nth = std::get<calendar::NthWeekday>(each.on);
      record.add("ordinal", std::to_string(nth.ordinal))
          .add("weekday", std::to_string(nth.weekday))
          .add("month", std::to_string(nth.month));
    }
    if (each.since) record.add("since", std::to_string(*each.since));
    if (each.through) record.add("through", std::to_string(*each.through));
    return record.add("observed", std::to_string(static_cast<int>(each.observed))).text();
  }

  void add(const Calendar& each) {
    const calendar::CalendarRules& rules = each.days.rules();
    Record record("calendar");
    record.add("id", rules.id)
        .add("title", each.title)
        .add("note", each.note)
        .add("first", std::to_string(rules.first_year))
        .add("last", std::to_string(rules.last_year));
    std::vector<std::string> weekend;
    for (const unsigned day : rules.weekend) weekend.push_back(std::to_string(day));
    std::vector<std::string> holidays;
    for (const calendar::Holiday& holiday : rules.holidays) holidays.push_back(text(holiday));
    record.add_sorted("weekend", weekend).add_sorted("holiday", holidays);
    for (const auto& [key, days] : {std::pair("closed", &rules.closed), std::pair("open", &rules.open)}) {
      std::vector<std::string> texts;
      for (const Date day : *days) texts.push_back(inforce::to_string(day));
      record.add_sorted(key, texts);
    }
    finish(record);
  }

  [[nodiscard]] std::string text(const Effect& each) const {
    Record record("effect");
    record.add("verb", to_string(each.verb))
        .add("what", each.of_suspension ? "suspension" : "")
        .add("measure", book_[each.named].id)
        .add("effective", text(each.effective))
        .add("through", text(each.through))
        .add("before", text(each.before))
        .add("compliance", text(each.compliance))
        .add("scope", text(each.scope));
    for (const auto& [name, value] : each.attributes) record.add("attribute", name).add("value", text_of(value));
    return record.text();
  }

  void add(const Event& each) {
    Record record("event");
    record.add("id", each.id).add("title", each.title);
    for (std::size_t i = 0; i < field_count; ++i) record.add(to_string(static_cast<Field>(i)), text(each.dates[i]));
    record.add("evidence", std::to_string(static_cast<int>(each.evidence)))
        .add("retroactive", each.retroactive ? "true" : "")
        .add("reason", std::to_string(static_cast<int>(each.reason)))
        .add_sorted("after", ids(each.after))
        .add_sorted("retracts", ids(each.retracts))
        .add_sorted("supersedes", ids(each.supersedes))
        .add_sorted("source", ids(each.sources))
        .add("jurisdiction", each.jurisdiction)
        .add("authority", each.authority)
        .add("regime", each.regime)
        .add("zone", each.zone.name())
        .add("calendar", each.calendar ? id(*each.calendar) : "")
        .add("quote", each.quote)
        .add("note", each.note);
    std::vector<std::string> effects;
    for (const EffectId effect : each.effects) effects.push_back(text(book_[effect]));
    finish(record.add_sorted("effect", effects));
  }

  const Rulebook& book_;
  Sha256 hash_;
};

}  // namespace

std::string digest_of(const Rulebook& rulebook) { return Canonical(rulebook).digest(); }

}  // namespace inforce::model
