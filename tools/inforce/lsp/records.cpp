#include "tools/inforce/lsp/records.h"

#include <algorithm>
#include <array>

#include "engine/model/rulebook.h"

namespace inforce::lsp {

namespace {

using check::RecordRule;

struct Nested {
  const RecordRule* within;
  std::string_view key;
  Child child;
};

std::array<Nested, 20> nested_records() {
  using namespace check;
  return {{{&file_rule(), "authorities", {Nest::by_name, &authority_rule(), Kind::authority}},
           {&file_rule(), "sources", {Nest::by_name, &source_rule(), Kind::source}},
           {&file_rule(), "coverage", {Nest::by_name, &coverage_rule(), Kind::regime}},
           {&file_rule(), "vocabulary", {Nest::by_name, &attribute_rule(), Kind::attribute}},
           {&file_rule(), "items", {Nest::by_name, &item_rule(), Kind::value}},
           {&file_rule(), "groups", {Nest::by_name, &group_rule(), Kind::measure}},
           {&file_rule(), "restrictions", {Nest::by_name, &restriction_rule(), Kind::measure}},
           {&file_rule(), "authorizations", {Nest::by_name, &authorization_rule(), Kind::measure}},
           {&file_rule(), "calendars", {Nest::by_name, &calendar_rule(), Kind::calendar}},
           {&file_rule(), "gazettes", {Nest::by_name, &gazette_rule(), Kind::gazette}},
           {&file_rule(), "events", {Nest::list, &event_rule()}},
           {&file_rule(), "tests", {Nest::list, &test_rule()}},
           {&file_rule(), "timeline", {Nest::record, &timeline_rule()}},
           {&event_rule(), "effects", {Nest::list, &effect_rule()}},
           {&effect_rule(), "members", {Nest::list, &member_rule()}},
           {&calendar_rule(), "days", {Nest::list, &holiday_rule()}},
           {&test_rule(), "expect", {Nest::record, &expectation_rule()}},
           {&expectation_rule(), "intervals", {Nest::list, &interval_rule()}},
           {&expectation_rule(), "attributes", {Nest::by_measure}},
           {&timeline_rule(), "lanes", {Nest::list, &lane_rule()}}}};
}

constexpr std::array<std::pair<std::string_view, Kind>, 35> keys = {
    {{"authority", Kind::authority},  {"sources", Kind::source},      {"regime", Kind::regime},
     {"regimes", Kind::regime},       {"attribute", Kind::attribute}, {"missing", Kind::attribute},
     {"calendar", Kind::calendar},    {"after", Kind::event},         {"retracts", Kind::event},
     {"supersedes", Kind::event},     {"assume", Kind::event},        {"events", Kind::event},
     {"part_of", Kind::measure},      {"releases", Kind::measure},    {"measures", Kind::measure},
     {"when", Kind::measure},         {"impose", Kind::measure},      {"lift", Kind::measure},
     {"suspend", Kind::measure},      {"resume", Kind::measure},      {"extend", Kind::measure},
     {"amend", Kind::measure},        {"enlist", Kind::measure},      {"delist", Kind::measure},
     {"applies", Kind::measure},      {"may_apply", Kind::measure},   {"released", Kind::measure},
     {"grace", Kind::measure},        {"suspended", Kind::measure},   {"pending", Kind::measure},
     {"ended", Kind::measure},        {"not_yet", Kind::measure},     {"never", Kind::measure},
     {"out_of_scope", Kind::measure}, {"not_applies", Kind::measure}}};

}  // namespace

std::string_view word_for(Kind kind) {
  constexpr std::array<std::string_view, 11> words = {"name",      "authority", "source", "regime",
                                                      "attribute", "measure",   "member", "event",
                                                      "calendar",  "gazette",   "value"};
  return words[static_cast<std::size_t>(kind)];
}

Child child_of(const RecordRule& rule, std::string_view key) {
  static const auto nested = nested_records();
  for (const auto& each : nested) {
    if (each.within == &rule && each.key == key) return each.child;
  }
  const bool facts = key == "with" && (&rule == &check::test_rule() || &rule == &check::timeline_rule());
  return facts ? Child{Nest::facts} : Child{};
}

Kind named_by(const RecordRule& rule, std::string_view key) {
  // An example leaves out events; a report leaves out measures and events, measures mostly.
  if (key == "without") return &rule == &check::timeline_rule() ? Kind::measure : Kind::event;
  const auto* field = field_named(rule, key);
  if (field == nullptr) return Kind::none;
  const bool holds_names =
      field->shape == check::Shape::name || field->shape == check::Shape::names || field->name == "regime";
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto& each) { return each.first == key; });
  return holds_names && found != keys.end() ? found->second : Kind::none;
}

const check::FieldRule* field_named(const RecordRule& rule, std::string_view key) {
  const int index = check::field_index(rule, key);
  return index < 0 ? nullptr : &rule.fields[static_cast<std::size_t>(index)];
}

bool is_verb(std::string_view key) {
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(model::Verb::delist); ++i) {
    if (model::to_string(static_cast<model::Verb>(i)) == key) return true;
  }
  return false;
}

}  // namespace inforce::lsp
