#include "tests/oracle/generator.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "tests/oracle/casework.h"
#include "tests/oracle/evaluator.h"
#include "tests/oracle/zones.h"

namespace oracle {
namespace {

using std::chrono::days;

class Author {
 public:
  explicit Author(std::uint64_t seed) : dice_(seed) {}

  Story write() {
    using namespace std::chrono;
    // Around daylight saving in New York and Amsterdam, in Apia (2012), a leap day, a turn of the year.
    static const std::vector<Day> bases{sys_days{2025y / March / 1},      sys_days{2025y / March / 24},
                                        sys_days{2025y / October / 20},   sys_days{2012y / March / 20},
                                        sys_days{2012y / September / 20}, sys_days{2024y / February / 20},
                                        sys_days{2019y / December / 20}};
    base_ = dice_.one_of(bases);
    mixed_zones_ = dice_.chance(40);
    exact_ = dice_.chance(25);
    open_allowed_ = !exact_ && dice_.chance(18);
    zone_ = any_zone();
    dressed_ = dice_.chance(70);
    write_measures();
    if (dressed_) dress(dice_, story_, base_);
    const int count = dice_.between(2, 8);
    for (int i = 0; i < count; ++i) write_event(i);
    enlist_who_leaves();
    tame();
    if (dice_.chance(80)) repair();
    enlist_who_leaves();
    if (dressed_) story_.cases = any_cases(dice_, base_);
    return story_;
  }

 private:
  std::string any_zone() {
    static const std::vector<std::string> zones{"America/New_York", "Asia/Shanghai", "Europe/Amsterdam",
                                                "Pacific/Apia",     "UTC",           ""};
    return dice_.one_of(zones);
  }
  std::string some_zone() { return mixed_zones_ ? any_zone() : zone_; }

  void write_measures() {
    const int restrictions = dice_.between(1, 3);
    for (int i = 0; i < restrictions; ++i) add_measure("m" + std::to_string(i));
    if (dice_.chance(20)) {
      add_measure("w0").whole = true;
      const bool nested = dice_.chance(30);
      if (nested) {
        Measure& inner = add_measure("w1");
        inner.whole = true;
        inner.part_of = "w0";
      }
      add_measure("p0").part_of = "w0";
      add_measure("p1").part_of = nested ? "w1" : "w0";
    }
    if (dice_.chance(dressed_ ? 60 : 15)) add_measure("a0").authorization = true;
    if (dice_.chance(dressed_ ? 20 : 5)) add_measure("a1").authorization = true;
    if (dice_.chance(dressed_ ? 55 : 20)) add_measure("g0").group = true;
    if (dice_.chance(dressed_ ? 15 : 0)) add_measure("g1").group = true;
  }

  Measure& add_measure(const std::string& id) {
    Measure measure;
    measure.id = id;
    measure.zone = some_zone();
    story_.measures.push_back(measure);
    return story_.measures.back();
  }

  static DateText on(Day day) {
    DateText text;
    text.day = day;
    return text;
  }

  DateText moment(Day day) {
    DateText text;
    text.form = Form::moment;
    const int hour = dice_.between(0, 23), minute = 15 * dice_.between(0, 3);
    char clock[16];
    std::snprintf(clock, sizeof clock, "T%02d:%02d", hour, minute);
    const auto length = std::chrono::hours{hour} + std::chrono::minutes{minute};
    text.moment_text = to_text(day) + clock;
    const int form = dice_.between(0, 2);
    if (form == 0) text.moment = day + length, text.moment_text += "Z";
    if (form == 1) text.moment = day + length - std::chrono::hours{8}, text.moment_text += "+08:00";
    if (form == 2) text.moment = start_of(day, "Asia/Shanghai") + length, text.moment_text += "[Asia/Shanghai]";
    return text;
  }

  DateText choice(Day day) {
    DateText text;
    text.form = Form::choice;
    const int kind = dice_.between(0, 9);
    if (kind < 5) {
      text.choices = {{day, day + days{dice_.between(1, 5)}}};
    } else if (kind < 9) {
      const Day next = day + days{dice_.between(2, 6)};
      text.choices = {{day, day}, {next, next + days{dice_.between(0, 2)}}};
      if (dice_.chance(30)) text.choices.push_back({next + days{5}, next + days{5}});
    } else {
      const std::chrono::year_month_day ymd{day};
      const auto month = ymd.year() / ymd.month();
      text.choices = {{Day{month / 1}, Day{month / std::chrono::last}}};
      text.choice_text = to_text(day).substr(0, 7) + (dice_.chance(50) ? "-XX" : "");
    }
    if (dice_.chance(20)) text.mark = dice_.one_of(std::vector<char>{'?', '~', '%'});
    return text;
  }

  DateText open(Day day) {
    open_allowed_ = false;
    DateText text = on(day);
    text.form = dice_.one_of(std::vector<Form>{Form::open_before, Form::open_after, Form::unknown});
    return text;
  }

  DateText literal(Day day) {
    if (!exact_ && dice_.chance(16)) return choice(day);
    if (open_allowed_ && dice_.chance(10)) return open(day);
    if (dice_.chance(7)) return moment(day);
    DateText text = on(day);
    if (dice_.chance(4)) text.mark = dice_.one_of(std::vector<char>{'?', '~', '%'});
    return text;
  }

  DateText refer(const std::string& event, Field field, int low, int high) {
    DateText text;
    text.form = Form::reference;
    text.event = event;
    text.field = field;
    const int count = dice_.between(low, high);
    const int kind = dice_.between(0, 9);
    if (kind == 0)
      text.terms.push_back({1, Unit::month, dice_.chance(50) ? Rounding::down : Rounding::up});
    else if (kind == 1)
      text.terms.push_back({dice_.between(1, 2), Unit::week, Rounding::none});
    else if (count != 0)
      text.terms.push_back({count, Unit::day, Rounding::none});
    if (kind <= 1 && dice_.chance(40)) text.terms.push_back({-1, Unit::day, Rounding::none});
    return text;
  }

  // Is the value of this date a civil day? (Additions to a moment are an error, S16.)
  bool is_day(const Event& event, const DateText& text) const {
    if (text.form == Form::moment) return false;
    if (text.form != Form::reference) return true;
    const Event* anchor = &event;
    for (const Event& other : story_.events)
      if (other.id == text.event) anchor = &other;
    const DateText& date = text.field == Field::effective && anchor->effective   ? *anchor->effective
                           : text.field == Field::published && anchor->published ? *anchor->published
                                                                                 : anchor->date;
    return is_day(*anchor, date);
  }

  // A date counted from one of an earlier event, where that is a day.
  OptionalDate counted_from_other() {
    if (story_.events.empty()) return std::nullopt;
    const Event& anchor = dice_.one_of(story_.events);
    const Field field = anchor.effective && dice_.chance(60)   ? Field::effective
                        : anchor.published && dice_.chance(50) ? Field::published
                                                               : Field::date;
    const DateText& date = field == Field::effective   ? *anchor.effective
                           : field == Field::published ? *anchor.published
                                                       : anchor.date;
    if (!is_day(anchor, date)) return std::nullopt;
    return refer(anchor.id, field, 0, 12);
  }

  DateText effective(Day day) {
    if (dice_.chance(25))
      if (const OptionalDate counted = counted_from_other()) return *counted;
    return literal(day);
  }

  void write_event(int index) {
    Event event;
    event.id = "e" + std::to_string(index);
    event.zone = some_zone();
    const int offset = dice_.between(0, 24);
    const Day day = base_ + days{offset};
    event.date = literal(day);
    if (dice_.chance(20)) event.published = literal(day + days{dice_.between(-2, 4)});
    if (dice_.chance(8)) event.announced = on(day - days{dice_.between(0, 5)});
    if (dice_.chance(5)) event.filed = on(day + days{dice_.between(-1, 2)});
    if (dice_.chance(35)) event.effective = effective(day + days{dice_.between(-2, 12)});
    if (dice_.chance(30)) event.known = dice_.chance(85) ? on(day + days{dice_.between(0, 14)}) : literal(day);
    if (dice_.chance(8))
      event.evidence = Evidence::reported;
    else if (dice_.chance(7))
      event.evidence = Evidence::proposed;
    write_links(event);
    const int effects = event.retracts.empty() ? dice_.between(dice_.chance(92) ? 1 : 0, 3) : dice_.chance(30);
    for (int i = 0; i < effects; ++i) event.effects.push_back(effect(event, day));
    story_.events.push_back(event);
  }

  void write_links(Event& event) {
    if (story_.events.empty()) return;
    const Event& other = dice_.one_of(story_.events);
    if (dice_.chance(8))
      event.retracts = {other.id};
    else if (dice_.chance(10))
      event.supersedes = {other.id};
    const Event& before = dice_.one_of(story_.events);
    // `after` compares dates: days of one zone, so that there is one reading of it.
    if (dice_.chance(22) && before.zone == event.zone && before.date.form != Form::moment &&
        event.date.form != Form::moment && (last(event.date) >= first(before.date) || dice_.chance(15)))
      event.after = {before.id};
  }

  static Day first(const DateText& text) { return text.form == Form::choice ? text.choices.front().first : text.day; }
  static Day last(const DateText& text) { return text.form == Form::choice ? text.choices.back().last : text.day; }

  std::string target() {
    std::vector<std::string> ids;
    for (const Measure& measure : story_.measures)
      if (measure.group && dressed_ && dice_.chance(20))
        ids.push_back(measure.id + "/x0");
      else if (!measure.group)
        ids.insert(ids.end(), measure.id == "m0" ? 3 : measure.id == "a0" ? 2 : 1, measure.id);
    return dice_.one_of(ids);
  }

  Effect effect(const Event& event, Day day) {
    static const std::vector<Verb> verbs{
        Verb::impose, Verb::impose, Verb::impose,  Verb::impose,  Verb::impose,
        Verb::lift,   Verb::lift,   Verb::suspend, Verb::suspend, Verb::suspend,
        Verb::resume, Verb::resume, Verb::extend,  Verb::extend,  Verb::extend_suspension,
        Verb::amend,  Verb::amend};
    Effect effect;
    effect.measure = target();
    effect.verb = story_.events.empty() && dice_.chance(70) ? Verb::impose : dice_.one_of(verbs);
    if (story_.measures.back().group && dice_.chance(35)) {
      effect.verb = dice_.chance(65) ? Verb::enlist : Verb::delist;
      effect.measure = story_.measures.back().id == "g1" && dice_.chance(50) ? "g1" : first_group();
      effect.members = {dice_.chance(50) ? "x0" : "x1"};
      if (dice_.chance(20)) effect.members = {"x0", "x1"};
      if (dressed_ && effect.verb == Verb::enlist) tell_of_members(dice_, effect);
    }
    if (dice_.chance(30)) effect.effective = effective(day + days{dice_.between(-2, 14)});
    write_end(event, effect, day);
    write_attributes(event, effect, day);
    return effect;
  }

  std::string first_group() const {
    return std::find_if(story_.measures.begin(), story_.measures.end(), [](const Measure& m) { return m.group; })->id;
  }

  bool acts_on_a_day(const Event& event, const Effect& effect) const {
    if (effect.effective) return is_day(event, *effect.effective);
    return is_day(event, event.effective ? *event.effective : event.date);
  }

  void write_end(const Event& event, Effect& effect, Day day) {
    const bool extends = effect.verb == Verb::extend || effect.verb == Verb::extend_suspension;
    const bool may_end = effect.verb == Verb::impose || effect.verb == Verb::suspend;
    if (!extends && !(may_end && dice_.chance(45))) return;
    const bool through = dice_.chance(60);
    OptionalDate& end = through ? effect.through : effect.before;
    const int kind = dice_.between(0, 9);
    if (kind < 6 && acts_on_a_day(event, effect))
      end = refer("", Field::effective, extends ? -3 : 0, 14);
    else if (kind < 7)
      end = counted_from_other();
    if (end && !extends && end->event.size() && !dice_.chance(20)) end.reset();
    if (end) return;
    end = literal(day + days{extends ? dice_.between(-3, 25) : dice_.between(16, 30)});
    if (end->form == Form::moment) effect.before = end, effect.through.reset();
    if (effect.before && effect.through) effect.through.reset();
  }

  void write_attributes(const Event& event, Effect& effect, Day day) {
    const bool amends = effect.verb == Verb::amend;
    if (!amends && effect.verb != Verb::impose) return;
    if (amends && dressed_ && dice_.chance(35) && effect.measure.find('/') == std::string::npos)
      effect.scope = any_scope(dice_, story_, base_);
    // What it means that nobody need comply with an authorization yet is anyone's guess.
    if (dice_.chance(amends ? 25 : 20) && !(dressed_ && effect.measure[0] == 'a')) {
      if (dice_.chance(60) && acts_on_a_day(event, effect))
        effect.compliance = refer("", Field::effective, 0, 9);
      else
        effect.compliance = literal(day + days{dice_.between(0, 20)});
    }
    static const std::vector<std::string> policies{"case-by-case", "presumption-of-denial"};
    const int kind = dice_.between(0, 9);
    if (kind < 5) effect.attributes["policy"] = dice_.one_of(policies);
    if (kind == 5 || (amends && kind == 6)) effect.attributes["level"] = std::to_string(dice_.between(1, 2));
    if (kind == 7) effect.attributes["strict"] = dice_.chance(50) ? "true" : "false";
    if (amends && kind >= 8) effect.attributes["enforcement"] = "announced-not-enforced";
    if (amends && effect.attributes.empty() && !effect.compliance && !effect.scope) effect.attributes["level"] = "3";
  }

  // Fewer completions: inexact dates become exact, from the last, until they can be enumerated. Additions to what
  // rests on an open range stay short.
  void tame() {
    bool open = false;
    std::vector<DateText*> inexact;
    for (Event& event : story_.events) {
      for (OptionalDate* date : {&event.announced, &event.filed, &event.published, &event.effective, &event.known})
        if (*date && (*date)->inexact()) inexact.push_back(&**date);
      if (event.date.inexact()) inexact.push_back(&event.date);
      for (Effect& effect : event.effects)
        for (OptionalDate* date : {&effect.effective, &effect.through, &effect.before, &effect.compliance})
          if (*date && (*date)->inexact()) inexact.push_back(&**date);
    }
    for (const DateText* text : inexact) open |= text->open();
    while (completions(story_) > (open ? 600 : 400) && !inexact.empty()) {
      DateText* text = inexact.back();
      inexact.pop_back();
      *text = on(text->form == Form::choice ? text->choices.front().first : text->day);
    }
    if (!open) return;
    for (Event& event : story_.events) {
      if (event.effective) shorten(*event.effective);
      for (Effect& effect : event.effects)
        for (OptionalDate* date : {&effect.effective, &effect.through, &effect.before, &effect.compliance})
          if (*date) shorten(**date);
    }
  }

  // To delist a member that is enlisted nowhere is a reference to nothing.
  void enlist_who_leaves() {
    std::set<std::string> joined;
    for (const Event& event : story_.events)
      for (const Effect& effect : event.effects)
        if (effect.verb == Verb::enlist)
          for (const std::string& member : effect.members) joined.insert(effect.measure + "/" + member);
    const auto to_nobody = [&](const Effect& effect) {
      if (effect.verb == Verb::delist)
        return std::any_of(effect.members.begin(), effect.members.end(),
                           [&](const auto& member) { return !joined.count(effect.measure + "/" + member); });
      return effect.measure.find('/') != std::string::npos && !joined.count(effect.measure);
    };
    for (Event& event : story_.events)
      event.effects.erase(std::remove_if(event.effects.begin(), event.effects.end(), to_nobody), event.effects.end());
  }

  // Most stories should have answers: what has none loses effects and orders until it has.
  void repair() {
    while (!refusal(story_).empty()) {
      bool done = false;
      for (std::size_t e = 0; e < story_.events.size() && !done; ++e)
        for (std::size_t i = 0; i < story_.events[e].effects.size() && !done; ++i) done = without(e, i, true);
      for (std::size_t e = 0; e < story_.events.size() && !done; ++e) {
        done = !story_.events[e].after.empty();
        story_.events[e].after.clear();
      }
      for (std::size_t e = story_.events.size(); e-- > 0 && !done;)
        if (!story_.events[e].effects.empty()) done = without(e, 0, false);
      if (!done) return;
    }
  }

  bool without(std::size_t event, std::size_t effect, bool only_if_it_helps) {
    Story smaller = story_;
    auto& effects = smaller.events[event].effects;
    effects.erase(effects.begin() + static_cast<std::ptrdiff_t>(effect));
    if (only_if_it_helps && !refusal(smaller).empty()) return false;
    story_ = smaller;
    return true;
  }

  static void shorten(DateText& text) {
    for (Term& term : text.terms)
      if (term.unit != Unit::day || term.count > 5) term = {3, Unit::day, Rounding::none};
  }

  Dice dice_;
  Story story_;
  Day base_{};
  std::string zone_;
  bool mixed_zones_ = false, exact_ = false, open_allowed_ = false, dressed_ = false;
};

}  // namespace

Story generate(std::uint64_t seed) { return Author(seed).write(); }

}  // namespace oracle
