// What is declared and never used. What an example or a report asks for counts as used. A file without events and
// measures is a library: its authorities, calendars and items are there for whoever needs them.
#include "engine/lint/unused.h"

#include <set>

#include "engine/diagnostics/report.h"

namespace inforce::lint {
namespace {

using model::Rulebook;
using syntax::Condition;

/// All that records, scopes and examples name.
class Uses {
 public:
  explicit Uses(const Rulebook& rules) {
    for (const auto& regime : rules.regimes) add(regime.scope);
    for (const auto& gazette : rules.gazettes) {
      if (gazette.calendar) calendars_.insert(*gazette.calendar);
    }
    for (const auto& group : rules.groups) {
      attributes_.insert(group.attribute);
      add_keys(group);
    }
    for (const auto& measure : rules.measures) {
      add(measure.scope);
      if (measure.kind != model::Kind::membership) add_keys(measure);
    }
    for (const auto& event : rules.events) add(event);
    for (const auto& effect : rules.effects) add(effect);
    for (const auto& item : rules.items) add_names(item.facts);
    if (!rules.items.empty()) attributes_.insert(std::string(model::item_attribute));
    for (const auto& example : rules.examples) add(example);
    for (const auto& story : rules.stories) {
      add_facts(story.facts);
      regimes_.insert(story.regimes.begin(), story.regimes.end());
    }
  }

  [[nodiscard]] bool source(std::uint32_t id) const { return sources_.contains({id}); }
  [[nodiscard]] bool calendar(std::uint32_t id) const { return calendars_.contains({id}); }
  [[nodiscard]] bool authority(std::string_view id) const { return authorities_.contains(id); }
  [[nodiscard]] bool attribute(std::string_view id) const { return attributes_.contains(id); }
  [[nodiscard]] bool group(std::string_view id) const { return groups_.contains(id); }
  [[nodiscard]] bool regime(std::string_view id) const { return regimes_.contains(id); }
  [[nodiscard]] bool any_regime() const { return regimes_.size() > (regimes_.contains("") ? 1U : 0U); }
  [[nodiscard]] bool asked(std::string_view attribute) const { return asked_.contains(attribute); }
  [[nodiscard]] bool item(std::string_view id) const { return items_.contains(id); }

 private:
  void add(const std::optional<model::Scope>& scope) {
    if (scope) add(scope->condition);
  }

  void add(const Condition& condition) {
    for (const Condition& operand : condition.operands) add(operand);
    if (condition.attribute.empty()) return;
    attributes_.insert(condition.attribute);
    asked_.insert(condition.attribute);
    if (condition.op == syntax::Operator::in_group) groups_.insert(condition.values.front());
    if (condition.attribute == model::item_attribute) items_.insert(condition.values.begin(), condition.values.end());
  }

  template <class Record>
  void add_keys(const Record& record) {
    authorities_.insert(record.authority);
    regimes_.insert(record.regime);
  }

  template <class Map>
  void add_names(const Map& map) {
    for (const auto& [name, value] : map) attributes_.insert(name);
  }

  void add_facts(const Facts& facts) {
    add_names(facts);
    const auto items = facts.find(std::string(model::item_attribute));
    if (items != facts.end()) items_.insert(items->second.begin(), items->second.end());
  }

  void add(const model::Event& event) {
    add_keys(event);
    sources_.insert(event.sources.begin(), event.sources.end());
    if (event.calendar) calendars_.insert(*event.calendar);
    for (const auto& date : event.dates) add(date);
  }

  void add(const std::optional<model::DateExpression>& date) {
    if (!date) return;
    for (const model::Term& term : date->terms) {
      if (term.calendar) calendars_.insert(*term.calendar);
    }
    if (date->roll) calendars_.insert(*date->roll);
  }

  void add(const model::Effect& effect) {
    for (const auto* date : {&effect.effective, &effect.through, &effect.before, &effect.compliance}) add(*date);
    add(effect.scope);
    add_names(effect.attributes);
  }

  void add(const model::Example& example) {
    add_facts(example.facts);
    for (const auto& expected : example.expect.attributes) add_names(expected.attributes);
    if (example.expect.missing) attributes_.insert(example.expect.missing->begin(), example.expect.missing->end());
  }

  using Names = std::set<std::string, std::less<>>;
  std::set<model::SourceId> sources_;
  std::set<model::CalendarId> calendars_;
  Names authorities_, attributes_, groups_, regimes_, items_;
  Names asked_;  ///< Attributes that a scope asks for.
};

class UnusedDoubts {
 public:
  UnusedDoubts(const Rulebook& rules, std::vector<Diagnostic>& found) : rules_(rules), uses_(rules), found_(found) {
    for (const auto& event : rules.events) telling_.insert(event.span.file);
    for (const auto& measure : rules.measures) telling_.insert(measure.span.file);
  }

  void look_at_all() {
    for (std::uint32_t i = 0; i < rules_.sources.size(); ++i) {
      if (!uses_.source(i))
        report(codes::unused_source, rules_.sources[i], "is cited by no event", "cite it under `sources`");
    }
    for (std::uint32_t i = 0; i < rules_.calendars.size(); ++i) {
      const auto& calendar = rules_.calendars[i];
      if (!uses_.calendar(i) && !in_library(calendar)) {
        report(codes::unused_calendar, calendar.days.rules().id, calendar.span,
               "is a calendar that nothing is counted by", "name it under `calendar`");
      }
    }
    for (const auto& each : rules_.authorities) {
      if (!uses_.authority(each.id) && !in_library(each)) {
        report(codes::unused_authority, each, "is the authority of nothing", "name it under `authority`");
      }
    }
    for (const auto& each : rules_.vocabulary) {
      if (!uses_.attribute(each.id)) {
        report(codes::unused_attribute, each, "is asked for, set and given nowhere", "ask for it in a scope");
      }
    }
    for (const auto& each : rules_.groups) {
      if (!uses_.group(each.id) && each.members.empty()) {
        report(codes::unused_group, each, "has no members, and no scope asks for it", "enlist its members");
      }
    }
    for (const auto& each : rules_.regimes) look_at(each);
    for (const auto& each : rules_.items) look_at(each);
  }

 private:
  template <class Record>
  [[nodiscard]] bool in_library(const Record& record) const {
    return !telling_.contains(record.span.file);
  }

  /// A set of rules that names no regimes has one, whatever it is called.
  void look_at(const model::Regime& regime) {
    if (!uses_.any_regime() || uses_.regime(regime.id)) return;
    report(codes::unused_regime, regime, "is covered, but no rule belongs to it", "name it under `regime`");
  }

  /// An item matters by its name, or by a fact that some scope asks for.
  void look_at(const model::Item& item) {
    if (uses_.item(item.id) || in_library(item)) return;
    for (const auto& [attribute, values] : item.facts) {
      if (uses_.asked(attribute)) return;
    }
    report(codes::unused_item, item, "is named by no scope and no example, and no scope asks for a fact of it",
           "give it the facts that scopes ask for");
  }

  template <class Record>
  void report(Code code, const Record& record, std::string_view why, std::string_view remedy) {
    report(code, record.id, record.span, why, remedy);
  }

  void report(Code code, std::string_view id, Span at, std::string_view why, std::string_view remedy) {
    found_.push_back(diagnostics::make(code, "`" + std::string(id) + "` " + std::string(why), at,
                                       std::string(remedy) + ", or drop it"));
  }

  const Rulebook& rules_;
  const Uses uses_;
  std::set<FileId> telling_;  ///< Files with events or measures.
  std::vector<Diagnostic>& found_;
};

}  // namespace

void doubt_unused(const Subject& subject, std::vector<Diagnostic>& found) {
  if (!subject.rules.events.empty()) UnusedDoubts(subject.rules, found).look_at_all();
}

}  // namespace inforce::lint
