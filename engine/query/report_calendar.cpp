#include "engine/query/report_calendar.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/query/answers.h"
#include "engine/query/append.h"
#include "engine/query/calendar_turns.h"

namespace inforce::query {

using model::EventId;
using model::Verb;
using std::chrono::days;

namespace {

/// The last day that has a day after it in a year of four digits.
constexpr Date last_writable = Date{std::chrono::year{9999} / 12 / 30};

bool does(const model::Effect& effect, bool suspends) {
  return suspends ? effect.verb == Verb::suspend : imposes(effect);
}

bool same_days(const CalendarEntry& a, const CalendarEntry& b) {
  return a.first == b.first && a.last == b.last && a.moment == b.moment;
}

bool same(const CalendarEntry& a, const CalendarEntry& b) {
  const auto ids = [](const CalendarEntry& entry) {
    std::vector<std::string> found;
    for (const auto& event : entry.by) found.push_back(event.id);
    return found;
  };
  return same_days(a, b) && a.certain == b.certain && a.evidence == b.evidence && ids(a) == ids(b);
}

/// The entries of one measure, through all states of knowledge.
class MeasureCalendar {
 public:
  MeasureCalendar(const View& view, model::MeasureId id) : rules_(view.rules), record_(view.record(id)) {}

  void learn(const Stage& stage) {
    const auto& record = stage.view->record(record_.id);
    const bool reaches = stage.view->query.facts.empty() || !intervals_of(*stage.view, record).empty();
    auto turnings = reaches ? turnings_of(*stage.view, record) : Turnings{};
    open_ = turnings.open;
    std::map<Key, CalendarEntry> now;
    // An event that took the place of another keeps its entries, but for those that the other still has itself.
    for (const bool heirs : {false, true}) {
      for (const auto& turning : turnings.dated) add(*stage.view, turning, heirs, now);
    }
    for (auto& [key, entry] : entries_) {
      if (!entry.withdrawn && now.find(key) == now.end()) withdraw(*stage.view, stage.from, entry);
    }
    for (auto& [key, entry] : now) take(key, std::move(entry), stage.from);
  }

  void give_to(Calendar& calendar) {
    calendar.open += open_;
    for (auto& [key, entry] : entries_) calendar.entries.push_back(std::move(entry));
  }

 private:
  using Key = std::tuple<std::string, std::string, std::size_t>;

  [[nodiscard]] bool touches(const model::Effect& effect) const {
    const auto found = model::leaves(rules_, effect.named);
    return std::find(found.begin(), found.end(), record_.id) != found.end();
  }

  /// The place of an effect among those of its event that do the same to the measure; the first is 1.
  [[nodiscard]] std::size_t number_of(model::EffectId id, bool suspends) const {
    std::size_t number = 1;
    for (const auto other : rules_[rules_[id].event].effects) {
      if (other == id) break;
      if (does(rules_[other], suspends) && touches(rules_[other])) ++number;
    }
    return number;
  }

  /// The event whose place `id` took in the end, by retracting or superseding it, as far as this measure goes.
  [[nodiscard]] EventId root_of(EventId id, bool suspends) const {
    std::set<EventId> seen;
    for (auto next = std::optional(id); next && seen.insert(*next).second;) {
      id = *next;
      next.reset();
      for (const auto* list : {&rules_[id].retracts, &rules_[id].supersedes}) {
        for (const auto before : *list) {
          const auto& effects = rules_[before].effects;
          const bool same_deed = std::any_of(effects.begin(), effects.end(), [&](model::EffectId effect) {
            return does(rules_[effect], suspends) && touches(rules_[effect]);
          });
          if (!next && same_deed) next = before;
        }
      }
    }
    return id;
  }

  void add(const View& view, const Turning& turning, bool heirs, std::map<Key, CalendarEntry>& now) const {
    const bool suspends = turning.what == "suspension" || turning.what == "resumption";
    const auto own = rules_[turning.cause].event;
    const auto root = root_of(own, suspends);
    if ((own != root) != heirs) return;
    const auto number = number_of(turning.cause, suspends);
    Key key{turning.what, rules_[root].id, number};
    if (now.find(key) != now.end()) key = {turning.what, rules_[own].id, number};
    auto entry = entry_of(view, turning);
    std::tie(std::ignore, entry.cause, entry.number) = key;
    if (entry.last <= last_writable) now.emplace(std::move(key), std::move(entry));
  }

  [[nodiscard]] CalendarEntry entry_of(const View& view, const Turning& turning) const {
    const auto& measure = *record_.measure;
    const auto& zone = record_.zone();
    CalendarEntry entry;
    entry.measure = measure.id;
    entry.title = measure.title;
    entry.kind = std::string(model::to_string(measure.kind));
    entry.force = model::force_of(measure.kind);
    entry.jurisdiction = measure.jurisdiction;
    entry.authority = measure.authority;
    entry.what = turning.what;
    const auto day_of = [&](Moment moment) {
      return turning.what == "end" ? *last_day(zone, zone.bound(moment)) : zone.day_of(moment);
    };
    entry.first = day_of(turning.first);
    entry.last = std::max(entry.first, day_of(turning.last));
    if (turning.first == turning.last && !zone.bound(turning.first).day) {
      entry.moment = turning.first;
      entry.local = clock_at(turning.first);
    }
    entry.certain = turning.certain;
    entry.evidence = turning.evidence;
    for (const auto event : turning.by) entry.by.push_back({view.rules[event].id, view.rules[event].title});
    set_sources(turning.by, entry);
    if (entry.sources.empty()) set_sources({rules_[turning.cause].event}, entry);
    return entry;
  }

  void set_sources(const std::vector<EventId>& events, CalendarEntry& entry) const {
    for (const auto event : events) {
      for (const auto source : rules_[event].sources) append_new(entry.sources, rules_[source].id);
    }
  }

  /// `16:15 in America/New_York`.
  [[nodiscard]] std::string clock_at(Moment moment) const {
    const auto there = to_string(Moment{moment + record_.zone().offset_at(moment)});
    const auto clock = there.substr(there.find('T') + 1, 8);
    return (clock.ends_with(":00") ? clock.substr(0, 5) : clock) + " in " + std::string(record_.zone().name());
  }

  void take(const Key& key, CalendarEntry entry, const std::optional<Date>& known) {
    const auto found = entries_.find(key);
    const Date day = known.value_or(entry.first);
    if (found == entries_.end()) {
      entry.announced = entry.revised = day;
      entries_.emplace(key, std::move(entry));
      return;
    }
    const auto& old = found->second;
    const bool moved = old.withdrawn || !same_days(old, entry);
    entry.announced = old.announced;
    entry.revised = moved || !same(old, entry) ? std::max(old.revised, day) : old.revised;
    entry.revisions = old.revisions + (moved ? 1 : 0);
    found->second = std::move(entry);
  }

  /// What is no longer to come keeps its last days; what became known that day tells why.
  void withdraw(const View& view, const std::optional<Date>& known, CalendarEntry& entry) const {
    entry.withdrawn = true;
    ++entry.revisions;
    if (!known) return;
    entry.revised = std::max(entry.revised, *known);
    std::vector<EventId> by;
    for (std::uint32_t i = 0; i < rules_.events.size(); ++i) {
      if (view.compiled.events[i].known_day == *known && bears_on(rules_.events[i], entry.cause)) by.push_back({i});
    }
    if (by.empty()) return;
    entry.by.clear();
    entry.sources.clear();
    for (const auto event : by) entry.by.push_back({rules_[event].id, rules_[event].title});
    set_sources(by, entry);
  }

  [[nodiscard]] bool bears_on(const model::Event& event, const std::string& cause) const {
    for (const auto* list : {&event.retracts, &event.supersedes}) {
      for (const auto other : *list) {
        if (rules_[other].id == cause) return true;
      }
    }
    return std::any_of(event.effects.begin(), event.effects.end(),
                       [&](model::EffectId effect) { return touches(rules_[effect]); });
  }

  const model::Rulebook& rules_;
  const Record& record_;
  std::map<Key, CalendarEntry> entries_;
  std::size_t open_ = 0;
};

/// The verdict for the case on the first day of each entry that still stands.
void add_verdicts(const View& view, std::vector<CalendarEntry>& entries) {
  Query question = view.query;
  question.ask = Ask::on;
  const View asked(view, question);
  std::map<Date, OnAnswer> answers;
  for (auto& entry : entries) {
    if (entry.withdrawn) continue;
    const auto [answer, is_new] = answers.try_emplace(entry.first);
    question.on = When::on_day(entry.first);
    if (is_new) answer->second = findings_on(asked);
    entry.verdict = answer->second.verdict;
    entry.could_be = answer->second.could_be;
  }
}

}  // namespace

Calendar calendar_of(const View& view, Knowledges& knowledges, const std::vector<model::MeasureId>& measures) {
  Calendar calendar;
  for (const auto id : measures) {
    MeasureCalendar own(view, id);
    for (const auto& stage : knowledges.stages_of(view, view.record(id))) own.learn(stage);
    own.give_to(calendar);
  }
  std::sort(calendar.entries.begin(), calendar.entries.end(), [](const CalendarEntry& a, const CalendarEntry& b) {
    const auto key = [](const CalendarEntry& entry) {
      return std::tie(entry.first, entry.last, entry.measure, entry.what, entry.cause, entry.number);
    };
    return key(a) < key(b);
  });
  if (!view.query.facts.empty()) add_verdicts(view, calendar.entries);
  return calendar;
}

}  // namespace inforce::query
