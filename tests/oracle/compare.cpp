#include "tests/oracle/compare.h"

#include <algorithm>
#include <set>

#include "tests/oracle/zones.h"

namespace oracle {
namespace {

using std::chrono::days;
using std::chrono::seconds;

std::optional<inforce::When> known_when(const Knowledge& knowledge) {
  if (knowledge.kind == Knowledge::Kind::day) return inforce::When::on_day(knowledge.day);
  if (knowledge.kind == Knowledge::Kind::moment) return inforce::When::at(knowledge.moment);
  return std::nullopt;
}

std::string text_of(const inforce::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return std::to_string(static_cast<long>(std::get<double>(value)));  // stories have whole numbers only
}

Attributes text_of(const inforce::Attributes& attributes) {
  Attributes texts;
  for (const auto& [key, value] : attributes) texts[key] = text_of(value);
  return texts;
}

std::string words_of(const Attributes& attributes) {
  std::string text;
  for (const auto& [key, value] : attributes) text += " " + key + "=" + value;
  return text;
}

std::string words_of(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs)
    text += "    " + oracle::to_text(run.from) + " .. " + oracle::to_text(run.before) + " " + run.look.state +
            words_of(run.look.attributes) + "\n";
  return text.empty() ? "    (none)\n" : text;
}

std::string zone_of(const Story& story, const std::string& id) {
  for (const Measure& measure : story.measures)
    if (measure.id == id.substr(0, id.find('/'))) return measure.zone;
  return "";
}

std::vector<Run> clipped(std::vector<Run> runs, const Window& window) {
  std::vector<Run> inside;
  for (Run run : runs) {
    run.from = std::max(run.from, window.from);
    run.before = std::min(run.before, window.before);
    if (run.from < run.before) inside.push_back(run);
  }
  std::sort(inside.begin(), inside.end());
  return inside;
}

std::vector<Run> merged(std::vector<Run> runs, const std::vector<Run>& more) {
  runs.insert(runs.end(), more.begin(), more.end());
  std::sort(runs.begin(), runs.end());
  std::vector<Run> out;
  for (const Run& run : runs) {
    const auto touches = [&](const Run& other) { return other.look == run.look && run.from <= other.before; };
    const auto before = std::find_if(out.begin(), out.end(), touches);
    if (before == out.end())
      out.push_back(run);
    else
      before->before = std::max(before->before, run.before);
  }
  return out;
}

std::vector<Run> runs_of(const inforce::WhenAnswer& answer, bool certain) {
  std::vector<Run> runs;
  for (const inforce::Interval& interval : answer.intervals)
    if (interval.certain == certain)
      runs.push_back({interval.from ? interval.from->moment : beginning,
                      interval.before ? interval.before->moment : forever,
                      {interval.state, text_of(interval.attributes)}});
  return runs;
}

// Interface, `when`: a bound is a day where it falls on the start of one in the measure's zone; `through` is the last.
std::string wrong_bound(const inforce::WhenAnswer& answer, const std::string& zone) {
  for (const inforce::Interval& interval : answer.intervals) {
    for (const auto& bound : {interval.from, interval.before}) {
      if (!bound) continue;
      const Day day = day_of(bound->moment, zone);
      const bool starts = start_of(day, zone) == bound->moment;
      if (starts != bound->day.has_value() || (starts && *bound->day != day)) return to_text(interval);
    }
    if (interval.before.has_value() != interval.through.has_value()) return to_text(interval);
    if (interval.before && *interval.through != day_of(interval.before->moment - seconds{1}, zone))
      return to_text(interval);
  }
  return "";
}

// A possible run that in some world never ends, or always was, is open there (D10).
bool open_ends_differ(const std::vector<Run>& engine, const std::vector<Run>& mine) {
  return std::any_of(mine.begin(), mine.end(), [&](const Run& run) {
    if (run.before != forever) return false;
    return std::none_of(engine.begin(), engine.end(),
                        [&](const Run& other) { return other.look == run.look && other.before == forever; });
  });
}

std::optional<Disagreement> compare_when(const Story& story, const inforce::Timeline& timeline, const Worlds& worlds,
                                         const std::string& id, const Knowledge& knowledge) {
  const std::string question = "when " + id + to_text(knowledge);
  const auto answer = ask_when(timeline, id, knowledge);
  if (!answer) return Disagreement{"when: error", question, error_of(answer), "an answer"};
  const auto& content = std::get<inforce::WhenAnswer>(answer->content);
  if (auto found = compare_history(story, content, when(worlds, id), question, false)) return found;
  const std::string bound = wrong_bound(content, zone_of(story, id));
  if (!bound.empty()) return Disagreement{"when: bound", question, bound, "a day at its start, else a moment"};
  return std::nullopt;
}

// D8: the attributes that all completions have in common.
Attributes in_common(const std::set<Life>& lives, Moment moment) {
  std::optional<Attributes> common;
  for (const Life& life : lives)
    for (const Segment& segment : life) {
      if (moment < segment.from || segment.before <= moment) continue;
      if (!common) common = segment.look.attributes;
      for (auto it = common->begin(); it != common->end();) {
        const auto other = segment.look.attributes.find(it->first);
        it = other == segment.look.attributes.end() || other->second != it->second ? common->erase(it) : std::next(it);
      }
    }
  return common.value_or(Attributes{});
}

std::optional<Disagreement> compare_on(const Story& story, const inforce::Timeline& timeline, const Worlds& worlds,
                                       const inforce::When& on, const Knowledge& knowledge) {
  const std::string question = "on " + (on.day ? to_text(*on.day) : to_text(on.moment)) + " --all" + to_text(knowledge);
  const auto answer = ask_on(timeline, on, knowledge);
  if (!answer) return Disagreement{"on: error", question, error_of(answer), "an answer"};
  const auto& content = std::get<inforce::OnAnswer>(answer->content);
  for (const Measure& measure : story.measures) {
    if (measure.whole || measure.group) continue;
    const auto& rows = measure.authorization ? content.authorizations : content.restrictions;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.id == measure.id; });
    const std::string engine = row == rows.end() ? "no row" : std::string(inforce::to_string(row->status));
    const auto mine = on.day ? status_on(story, worlds, measure.id, *on.day, knowledge)
                             : status_at(story, worlds, measure.id, on.moment, knowledge);
    std::string words;
    for (const std::string& status : mine) words += (words.empty() ? "" : " or ") + status;
    if (!mine.count(engine))
      return Disagreement{"on: " + engine + " for " + words, question, measure.id + " " + engine,
                          measure.id + " " + words};
    if (on.day || engine != "applies") continue;
    const Attributes common = in_common(worlds.lives.at(measure.id), on.moment);
    if (text_of(row->attributes) != common)
      return Disagreement{"on: attributes", question, measure.id + words_of(text_of(row->attributes)),
                          measure.id + words_of(common)};
  }
  return std::nullopt;
}

template <class T>
std::vector<T> some_of(const std::set<T>& all, std::size_t most) {
  const std::vector<T> sorted(all.begin(), all.end());
  if (sorted.size() <= most) return sorted;
  std::vector<T> some;
  for (std::size_t i = 0; i < most; ++i) some.push_back(sorted[i * (sorted.size() - 1) / (most - 1)]);
  return some;
}

// Moments and days at which something changes in some world, and those just before and after.
void times(const Story& story, const Worlds& worlds, std::vector<inforce::When>& out) {
  const Window window = window_of(story);
  std::set<Moment> moments;
  std::set<Day> some_days;
  for (const auto& [id, lives] : worlds.lives)
    for (const Life& life : lives)
      for (const Segment& segment : life)
        for (const Moment moment : {segment.from, segment.before}) {
          if (moment == beginning || moment == forever || moment <= window.from || moment >= window.before) continue;
          moments.insert({moment - seconds{1}, moment});
          some_days.insert(day_of(moment, zone_of(story, id)));
          some_days.insert(day_of(moment, "") - days{1});
        }
  for (const Moment moment : some_of(moments, 7)) out.push_back(inforce::When::at(moment));
  for (const Day day : some_of(some_days, 7)) out.push_back(inforce::When::on_day(day));
}

std::optional<Disagreement> compare_refusal(const Story& story, const Engine& engine) {
  if (!engine.errors.empty() && engine.errors.front().substr(0, 5) == "IF502") return std::nullopt;  // a stated limit
  for (const std::string& error : engine.errors)
    if (error[2] != '4' && error[2] != '5') return Disagreement{"file: " + error.substr(0, 5), "load", error, "valid"};
  const std::string mine = refusal(story);
  if (engine.timeline.has_value() == mine.empty()) return std::nullopt;
  if (engine.timeline) return Disagreement{"refusal: only the oracle", "compile", "accepted", mine};
  return Disagreement{"refusal: only the engine " + engine.errors.front().substr(0, 5), "compile",
                      engine.errors.front(), "accepted"};
}

std::optional<Disagreement> compare_answers(const Story& told, const inforce::Timeline& timeline) {
  std::map<std::set<std::string>, Worlds> done;
  for (const Knowledge& knowledge : questions_of_knowledge(told)) {
    const Story story = assumed(told, knowledge);
    if (!knowledge.on.empty()) done.clear();
    const std::set<std::string> events = counting(story, knowledge);
    if (!done.count(events)) done[events] = all_worlds(story, events);
    const Worlds& worlds = done[events];
    for (const std::string& id : leaves(story))
      if (auto found = compare_when(story, timeline, worlds, id, knowledge)) return found;
    std::vector<inforce::When> all_times;
    times(story, worlds, all_times);
    for (const inforce::When& time : all_times)
      if (auto found = compare_on(story, timeline, worlds, time, knowledge)) return found;
    if (auto found = compare_cases(story, timeline, worlds, knowledge, all_times)) return found;
  }
  return std::nullopt;
}

inforce::Query query_of(inforce::Ask ask, const Knowledge& knowledge, const Facts& facts) {
  inforce::Query query;
  query.ask = ask;
  query.known = known_when(knowledge);
  for (const std::string& event : knowledge.assume) {
    const auto on = knowledge.on.find(event);
    query.assume.push_back({event, std::nullopt});
    if (on != knowledge.on.end()) query.assume.back().on = inforce::When::on_day(on->second);
  }
  query.without = knowledge.without;
  query.official_only = knowledge.official;
  query.facts = facts;
  return query;
}

}  // namespace

std::string error_of(const inforce::Checked<inforce::Answer>& answer) {
  for (const inforce::Diagnostic& diagnostic : answer.diagnostics())
    if (diagnostic.severity == inforce::Severity::error) return diagnostic.message;
  return "no error";
}

std::optional<Disagreement> compare_history(const Story& story, const inforce::WhenAnswer& answer,
                                            const History& history, const std::string& question, bool with_facts) {
  const Window window = window_of(story);
  const auto certain = clipped(runs_of(answer, true), window), my_certain = clipped(history.certain, window);
  if (certain != my_certain) return Disagreement{"when: certain", question, words_of(certain), words_of(my_certain)};
  // Where the engine names no possible runs, no inexact date bears on the measure: all that is possible is certain.
  auto possible = clipped(runs_of(answer, false), window);
  if (with_facts) possible = merged(possible, certain);
  const auto my_possible = clipped(history.possible, window);
  if (possible.empty()) possible = certain;
  const auto all = merged(runs_of(answer, false), runs_of(answer, true));
  if (possible != my_possible || open_ends_differ(all, history.possible))
    return Disagreement{"when: possible", question, words_of(possible), words_of(my_possible)};
  return std::nullopt;
}

Engine read(const std::vector<std::pair<std::string, std::string>>& files) {
  Engine engine;
  inforce::Sources sources;
  const std::vector<std::string> roots{"."};
  const auto keep = [&](const std::vector<inforce::Diagnostic>& diagnostics) {
    for (const inforce::Diagnostic& diagnostic : diagnostics)
      if (diagnostic.severity == inforce::Severity::error)
        engine.errors.push_back(inforce::to_string(diagnostic.code) + " " + diagnostic.message);
  };
  const auto rulebook = inforce::load(*inforce::memory_files(files), roots, sources);
  if (!rulebook) return keep(rulebook.diagnostics()), engine;
  const auto timeline = inforce::compile(*rulebook);
  if (timeline)
    engine.timeline = *timeline;
  else
    keep(timeline.diagnostics());
  return engine;
}

inforce::Checked<inforce::Answer> ask_when(const inforce::Timeline& timeline, const std::string& id,
                                           const Knowledge& knowledge, const Facts& facts) {
  inforce::Query query = query_of(inforce::Ask::when, knowledge, facts);
  query.id = id;
  return inforce::answer(timeline, query);
}

inforce::Checked<inforce::Answer> ask_on(const inforce::Timeline& timeline, const inforce::When& on,
                                         const Knowledge& knowledge, const Facts& facts, bool all) {
  inforce::Query query = query_of(inforce::Ask::on, knowledge, facts);
  query.on = on;
  query.all = all;
  return inforce::answer(timeline, query);
}

std::string to_text(const Knowledge& knowledge) {
  std::string text;
  if (knowledge.kind == Knowledge::Kind::day) text += " --known " + to_text(knowledge.day);
  if (knowledge.kind == Knowledge::Kind::moment) text += " --known " + to_text(knowledge.moment);
  for (const std::string& event : knowledge.assume)
    text += " --assume " + event + (knowledge.on.count(event) ? "=" + to_text(knowledge.on.at(event)) : "");
  for (const std::string& event : knowledge.without) text += " --without " + event;
  if (knowledge.official) text += " --evidence official";
  return text;
}

std::string to_text(const inforce::Interval& interval) {
  return (interval.from ? inforce::to_string(*interval.from) : "null") + " .. " +
         (interval.before ? inforce::to_string(*interval.before) : "null") + " " + interval.state +
         (interval.certain ? " certain" : " possible") + words_of(text_of(interval.attributes));
}

namespace {

// D4: contradictions are judged for every state of knowledge, but not of what is assumed: those that would be refused
// are not asked about.
void add_assumptions(const Story& story, std::vector<Knowledge>& all) {
  const auto add = [&](const Knowledge& knowledge) {
    Story turned = assumed(story, knowledge);
    bool differs = false;
    for (Event& event : turned.events) {
      const Evidence before = event.evidence;
      const auto has = [&](const auto& ids) { return std::find(ids.begin(), ids.end(), event.id) != ids.end(); };
      if (has(knowledge.assume)) event.evidence = Evidence::official;
      if (has(knowledge.without) || (before == Evidence::reported && knowledge.official))
        event.evidence = Evidence::proposed;
      differs |= event.evidence != before || knowledge.on.count(event.id);
    }
    if (differs && refusal(turned).empty()) all.push_back(knowledge);
  };
  Knowledge proposed, official, without;
  official.official = true;
  for (const Event& event : story.events) {
    if (event.evidence == Evidence::proposed) proposed.assume.push_back(event.id);
    if (without.without.empty() && !event.effects.empty()) without.without = {event.id};
  }
  add(proposed);
  add(official);
  add(without);
  Knowledge dated = proposed;
  for (const std::string& id : proposed.assume)
    for (const Event& event : story.events)
      if (event.id == id && event.date.form == Form::day) dated.on[id] = event.date.day + days{3};
  if (!dated.on.empty()) add(dated);
}

}  // namespace

std::vector<Knowledge> questions_of_knowledge(const Story& story) {
  std::set<Moment> moments;
  std::set<Day> known_days;
  for (const Event& event : story.events) {
    const Moment from = known_from(story, event);
    if (from == forever) continue;
    moments.insert({from - seconds{1}, from});
    known_days.insert(day_of(from, event.zone));
  }
  std::vector<Knowledge> all{Knowledge{}};
  for (const Day day : some_of(known_days, 4)) all.push_back({Knowledge::Kind::day, day, {}, {}});
  for (const Moment moment : some_of(moments, 4)) all.push_back({Knowledge::Kind::moment, {}, moment, {}});
  add_assumptions(story, all);
  return all;
}

std::optional<Disagreement> disagreement(const Story& story) {
  const Engine engine = read({{"story.yaml", to_yaml(story)}});
  if (auto found = compare_refusal(story, engine)) return found;
  if (!engine.timeline) return std::nullopt;
  return compare_answers(story, *engine.timeline);
}

}  // namespace oracle
