// The status of a measure at a moment and on a day (S11, S13, S20, D8), read off its lives in all worlds.
#include <algorithm>

#include "tests/oracle/world.h"
#include "tests/oracle/zones.h"

namespace oracle {
namespace {

bool binds(const Segment& segment) { return segment.look.state != "suspended"; }  // S4

}  // namespace

std::set<std::string> outside(const Story& story, const Life& life, const std::string& measure, Moment moment,
                              const Knowledge& knowledge, const std::set<std::string>& known_by_then) {
  bool past = false, any = !life.empty();
  for (const Segment& segment : life) {
    if (segment.from > moment && binds(segment)) {  // S11, D8: the next spell that binds at some moment
      if (knowledge.kind != Knowledge::Kind::everything) return {"pending"};
      for (const std::string& event : segment.imposers)
        if (known_by_then.count(event)) return {"pending"};
      return {"not-yet"};
    }
    past |= segment.before <= moment && binds(segment);
  }
  if (past) return {"ended"};
  if (any) return {"never"};
  for (const Event& event : story.events)
    for (const Effect& effect : event.effects)
      if ((effect.verb == Verb::impose || effect.verb == Verb::enlist) && acts_on(story, effect, measure))
        return {"never", "not-yet", "no row"};  // the page leaves open whether what was withdrawn was announced,
  return {"not-yet", "no row"};                 // and whether a measure of which nothing is known has a row
}

std::set<std::string> status_at(const Story& story, const Worlds& worlds, const std::string& measure, Moment moment,
                                const Knowledge& knowledge, const std::set<std::string>& known_by_then) {
  std::set<std::string> statuses;
  for (const Life& life : worlds.lives.at(measure)) {
    const auto now = std::find_if(life.begin(), life.end(), [&](const Segment& segment) {
      return segment.from <= moment && moment < segment.before;
    });
    if (now != life.end())
      statuses.insert(now->look.state == "in-force" ? "applies" : now->look.state);
    else
      statuses.merge(outside(story, life, measure, moment, knowledge, known_by_then));
  }
  if (statuses.size() == 1) return statuses;
  if (statuses.count("applies") || statuses.count("grace")) return {"may-apply"};  // S15, S20: only possibly in force
  if (statuses.count("suspended")) statuses.insert("may-apply");  // the page leaves open what else it may be called
  return statuses;
}

std::set<std::string> status_at(const Story& story, const Worlds& worlds, const std::string& measure, Moment moment,
                                const Knowledge& knowledge) {
  const Knowledge then{Knowledge::Kind::moment, {}, moment, {}};
  std::set<std::string> known_by_then;
  for (const Event& event : story.events)
    if (is_known(story, event, then)) known_by_then.insert(event.id);
  return status_at(story, worlds, measure, moment, knowledge, known_by_then);
}

std::set<std::string> status_on(const Story& story, const Worlds& worlds, const std::string& measure, Day day,
                                const Knowledge& knowledge) {
  std::string zone;  // S13: on that civil day in the measure's own zone
  for (const Measure& candidate : story.measures)
    if (candidate.id == measure) zone = candidate.zone;
  const Knowledge then{Knowledge::Kind::day, day, {}, {}};
  std::set<std::string> known_by_then;  // S11: by the end of the day asked about
  for (const Event& event : story.events)
    if (is_known(story, event, then)) known_by_then.insert(event.id);
  std::set<Moment> moments{start_of(day, zone)};
  const Moment before = start_of(day + std::chrono::days{1}, zone);
  for (const Life& life : worlds.lives.at(measure))
    for (const Segment& segment : life)
      for (const Moment moment : {segment.from, segment.before})
        if (*moments.begin() < moment && moment < before) moments.insert(moment);
  std::set<std::string> whole, all;
  bool first = true;
  for (const Moment moment : moments) {
    const auto statuses = status_at(story, worlds, measure, moment, knowledge, known_by_then);
    std::set<std::string> both;
    for (const std::string& status : statuses)
      if (first || whole.count(status)) both.insert(status);
    whole = both;
    all.insert(statuses.begin(), statuses.end());
    first = false;
  }
  if (all.size() > 1 && moments.size() > 1) whole.insert("may-apply");  // S13: `time-of-day`
  return whole;
}

}  // namespace oracle
