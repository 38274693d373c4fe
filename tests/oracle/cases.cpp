#include "tests/oracle/cases.h"

#include <algorithm>
#include <utility>

#include "tests/oracle/world.h"
#include "tests/oracle/zones.h"

namespace oracle {
namespace {

const Measure& measure_of(const Story& story, const std::string& id) {
  return *std::find_if(story.measures.begin(), story.measures.end(), [&](const Measure& m) { return m.id == id; });
}

Standing standing_of(const Story& story, const Life& life, const std::string& measure, Moment moment,
                     const Knowledge& knowledge, const std::set<std::string>& known_by_then) {
  for (const Segment& segment : life)
    if (segment.from <= moment && moment < segment.before)
      return {segment.look.state, segment.scope, {}, segment.look.attributes};
  Standing standing{"", "", outside(story, life, measure, moment, knowledge, known_by_then), {}};
  for (const Segment& segment : life)
    if (segment.from > moment && segment.look.state != "suspended") {
      standing.scope = segment.scope;
      break;
    }
  return standing;
}

// S1: what names a whole names each of its parts.
bool releases(const Story& story, const Measure& authorization, const std::string& measure) {
  if (!authorization.authorization || authorization.whole) return false;
  for (std::string id = measure; !id.empty(); id = measure_of(story, id).part_of)
    if (std::count(authorization.releases.begin(), authorization.releases.end(), id)) return true;
  return false;
}

Judged released_whole(const Story& story, const std::string& measure, const Facts& facts, const Scene& scene) {
  Judged any{Truth::no, {}};
  for (const Measure& candidate : story.measures) {
    if (!releases(story, candidate, measure)) continue;
    const std::string& state = scene.at(candidate.id).state;
    if (state != "in-force" && state != "grace") continue;  // S4: a suspended one does not bind
    const Judged scope = judge(story, scope_in(story, candidate.id, scene), facts, scene);
    any.truth = std::max(any.truth, scope.truth);
    any.missing.insert(scope.missing.begin(), scope.missing.end());
  }
  return any;
}

// The single cases in a case with several values.
std::vector<Facts> single_cases(const Facts& facts) {
  std::vector<Facts> singles{Facts{}};
  for (const auto& [attribute, values] : facts) {
    std::vector<Facts> next;
    for (const Facts& single : singles)
      for (const std::string& value : values) next.push_back(single), next.back()[attribute] = {value};
    singles = next;
  }
  return singles;
}

// D13: only if each single case that is restricted is released.
Judged released(const Story& story, const std::string& measure, const Facts& facts, const Scene& scene) {
  Judged all = released_whole(story, measure, facts, scene);
  for (const Facts& single : single_cases(facts)) {
    const Judged scope = judge(story, scope_in(story, measure, scene), single, scene);
    if (scope.truth == Truth::no) continue;
    Judged one = released_whole(story, measure, single, scene);
    if (scope.truth == Truth::unknown) one.truth = std::max(one.truth, Truth::unknown);
    all.truth = std::min(all.truth, one.truth);
    all.missing.insert(one.missing.begin(), one.missing.end());
    all.missing.insert(scope.missing.begin(), scope.missing.end());
  }
  return all;
}

// S20, in one completion.
CaseStatus status_in(const Story& story, const Scene& scene, const std::string& measure, const Facts& facts) {
  const Standing& standing = scene.at(measure);
  const Judged scope = judge(story, scope_in(story, measure, scene), facts, scene);
  if (standing.state.empty()) {  // the page leaves open what a measure is called that neither binds nor would
    CaseStatus status{standing.outside, {}, scope.missing};
    if (scope.truth == Truth::no) status.statuses.insert("out-of-scope");
    return status;
  }
  if (scope.truth == Truth::no) return {{"out-of-scope"}, {}, {}};
  if (standing.state == "suspended") return {{"suspended"}, {}, scope.missing};  // whatever else: it does not apply
  const Judged release = released(story, measure, facts, scene);
  if (standing.state == "grace") {
    CaseStatus status{{"grace"}, {}, scope.missing};  // D18
    status.bearing.insert(release.missing.begin(), release.missing.end());
    if (release.truth == Truth::yes) status.statuses.insert("released");
    return status;
  }
  if (release.truth == Truth::yes) return {{"released"}, {}, {}};
  if (scope.truth == Truth::yes && release.truth == Truth::no) return {{"applies"}, {}, {}};
  CaseStatus may{{"may-apply"}, scope.missing, scope.missing};
  may.bearing.insert(release.missing.begin(), release.missing.end());
  const Judged whole = released_whole(story, measure, facts, scene);
  if (scope.truth == Truth::yes) may.missing = whole.truth == Truth::unknown ? whole.missing : std::set<std::string>{};
  return may;
}

bool has(const std::set<std::string>& all, const std::string& one) { return all.count(one) > 0; }

}  // namespace

std::set<std::string> known_at(const Story& story, Moment moment) {
  std::set<std::string> known;
  for (const Event& event : story.events)
    if (is_known(story, event, {Knowledge::Kind::moment, {}, moment, {}})) known.insert(event.id);
  return known;
}

std::set<std::string> known_on(const Story& story, Day day) {
  std::set<std::string> known;
  for (const Event& event : story.events)
    if (is_known(story, event, {Knowledge::Kind::day, day, {}, {}})) known.insert(event.id);
  return known;
}

std::set<Scene> scenes_at(const Story& story, const Worlds& worlds, Moment moment, const Knowledge& knowledge,
                          const std::set<std::string>& known_by_then) {
  std::map<const Life*, Standing> standings;
  std::vector<std::string> ids;
  for (const auto& [id, lives] : worlds.lives) {
    ids.push_back(id);
    for (const Life& life : lives) standings[&life] = standing_of(story, life, id, moment, knowledge, known_by_then);
  }
  std::set<std::vector<std::set<Standing>>> distinct;
  for (const auto& row : worlds.together) {
    std::vector<std::set<Standing>> each(row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
      for (const Life* life : row[i]) each[i].insert(standings[life]);
    distinct.insert(each);
  }
  std::set<Scene> scenes;
  for (const auto& row : distinct) {  // where contradicting effects meet, each order is one more completion (S15)
    std::vector<Scene> partial{Scene{}};
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::vector<Scene> next;
      for (const Scene& scene : partial)
        for (const Standing& standing : row[i]) next.push_back(scene), next.back()[ids[i]] = standing;
      partial = next;
    }
    scenes.insert(partial.begin(), partial.end());
  }
  return scenes;
}

// S15: `applies` where it does in every completion, `may-apply` where it may in some.
CaseStatus case_status(const Story& story, const std::set<Scene>& scenes, const std::string& measure,
                       const Facts& facts) {
  std::set<CaseStatus> each;
  for (const Scene& scene : scenes) each.insert(status_in(story, scene, measure, facts));
  if (each.size() == 1) return *each.begin();
  CaseStatus all;
  std::set<std::string> common = each.begin()->statuses;
  bool may = false;
  for (const CaseStatus& one : each) {
    const std::set<std::string> before = std::exchange(common, {});
    for (const std::string& status : one.statuses)
      if (has(before, status)) common.insert(status);
    may |= std::all_of(one.statuses.begin(), one.statuses.end(),
                       [](const std::string& status) { return status == "applies" || status == "may-apply"; });
    all.bearing.insert(one.bearing.begin(), one.bearing.end());
    all.statuses.insert(one.statuses.begin(), one.statuses.end());
  }
  if (may) return all.statuses = common.empty() ? std::set<std::string>{"may-apply"} : common, all;
  if (all.statuses.size() > 1) all.statuses.insert("may-apply");  // left open: it is one thing or another
  return all;
}

std::set<Scene> taken_apart(const Story& story, const std::set<Scene>& scenes, const std::string& measure) {
  std::set<Scene> apart{*scenes.begin()};
  for (const auto& [id, first] : *scenes.begin()) {
    std::set<Standing> standings;
    for (const Scene& scene : scenes) standings.insert(scene.at(id));
    const auto binds = [](const Standing& one) { return one.state == "in-force" || one.state == "grace"; };
    const auto members = std::count_if(standings.begin(), standings.end(), binds);
    const bool differ = members > 0 && members < static_cast<std::ptrdiff_t>(standings.size());
    if (id.find('/') != std::string::npos) {
      standings = {differ ? Standing{"perhaps", "", {}, {}} : *standings.begin()};
    } else if (id != measure && !releases(story, measure_of(story, id), measure)) {
      continue;
    }
    std::set<Scene> next;
    for (Scene scene : apart)
      for (const Standing& standing : standings) scene[id] = standing, next.insert(scene);
    apart = next;
  }
  return apart;
}

// What a measure is for a case at a moment: all that it may be, and whether that is sure.
struct Aspect {
  std::set<Look> possible;
  bool sure = true;
};

Aspect aspect_of(const Story& story, const std::set<Scene>& scenes, const std::string& measure, const Facts& facts) {
  Aspect aspect;
  std::set<Truth> releases;
  std::set<Standing> standings;
  for (const Scene& scene : scenes) {
    const Standing& standing = scene.at(measure);
    const Truth scope = judge(story, scope_in(story, measure, scene), facts, scene).truth;
    aspect.sure &= !standing.state.empty() && scope == Truth::yes;
    if (standing.state.empty() || scope == Truth::no) continue;
    standings.insert(standing);
    if (standing.state != "suspended") releases.insert(released(story, measure, facts, scene).truth);
  }
  const bool released = releases == std::set<Truth>{Truth::yes};  // else it is shown as what it is without
  aspect.sure &= released || releases.empty() || releases == std::set<Truth>{Truth::no};
  std::set<std::string> states;  // the engine calls no release certain whose grace is not: left open (see S15)
  for (const Standing& standing : standings) states.insert(standing.state);
  aspect.sure &= states.size() < 2;
  for (const Standing& standing : standings)
    aspect.possible.insert(
        {released && standing.state != "suspended" ? "released" : standing.state, standing.attributes});
  return aspect;
}

Scenery scenery_of(const Story& story, const Worlds& worlds) {
  Scenery scenery;
  for (const auto& [id, lives] : worlds.lives)
    for (const Life& life : lives)
      for (const Segment& segment : life)
        for (const Moment moment : {segment.from, segment.before})
          if (!scenery.count(moment)) scenery[moment] = scenes_at(story, worlds, moment, {}, {});
  return scenery;
}

History when(const Story& story, const Scenery& scenery, const std::string& measure, const Facts& facts, bool apart) {
  History history;
  const auto add = [](std::vector<Run>& runs, Moment from, Moment before, const Look& look) {
    for (Run& run : runs)
      if (run.before == from && run.look == look) return void(run.before = before);
    runs.push_back({from, before, look});
  };
  for (auto at = scenery.begin(); at != scenery.end() && std::next(at) != scenery.end(); ++at) {
    const Moment from = at->first, before = std::next(at)->first;
    const std::set<Scene>& joint = at->second;
    const Aspect aspect = aspect_of(story, apart ? taken_apart(story, joint, measure) : joint, measure, facts);
    for (const Look& look : aspect.possible) {
      add(history.possible, from, before, look);
      if (aspect.sure && aspect.possible.size() == 1) add(history.certain, from, before, look);
    }
  }
  std::sort(history.certain.begin(), history.certain.end());
  std::sort(history.possible.begin(), history.possible.end());
  return history;
}

std::vector<Moment> moments_of(const Worlds& worlds, Day day, const std::string& zone) {
  const Moment start = start_of(day, zone), before = start_of(day + std::chrono::days{1}, zone);
  std::set<Moment> moments{start};
  for (const auto& [id, lives] : worlds.lives)
    for (const Life& life : lives)
      for (const Segment& segment : life)
        for (const Moment moment : {segment.from, segment.before})
          if (start < moment && moment < before) moments.insert(moment);
  return {moments.begin(), moments.end()};
}

CaseStatus whole_day(const std::vector<CaseStatus>& moments) {
  CaseStatus day = moments.front();
  bool same = true;
  for (const CaseStatus& moment : moments) {
    std::set<std::string> both;
    for (const std::string& status : moment.statuses)
      if (has(day.statuses, status)) both.insert(status);
    same &= moment.statuses == moments.front().statuses && moment.statuses.size() == 1;
    day.statuses = both;
    day.bearing.insert(moment.bearing.begin(), moment.bearing.end());
    if (moment.missing != moments.front().missing) day.missing.clear();
  }
  if (same || moments.size() == 1) return day;
  day.statuses.insert("may-apply");  // S13: `time-of-day`
  day.missing.clear();
  return day;
}

Truth covered(const Story& story, const Facts& facts, Day day) {
  Truth truth = Truth::no;
  for (const Regime& regime : story.regimes)
    if (regime.from <= day) truth = std::max(truth, judge(story, regime.scope, facts, {}).truth);
  return truth;
}

// S23: a day after the review of a regime that covers the case. The page leaves open what other regimes make of it.
std::set<bool> projected(const Story& story, const Facts& facts, Day day) {
  std::set<bool> allowed{false};
  for (const Regime& regime : story.regimes) {
    if (day <= regime.reviewed) continue;
    if (judge(story, regime.scope, facts, {}).truth == Truth::yes) return {true};
    allowed.insert(true);
  }
  return allowed;
}

std::string force_of(const std::string& kind) {  // S21
  if (!verdict_of(kind).empty()) return "binding";
  return kind == "guidance" || kind == "inquiry" ? "advisory" : "context";
}

std::string verdict_of(const std::string& kind) {  // S22
  static const std::map<std::string, std::string> verdicts{{"prohibition", "prohibited"},
                                                           {"licence-requirement", "licence-required"},
                                                           {"condition", "conditional"},
                                                           {"notification", "notify"}};
  const auto verdict = verdicts.find(kind);
  return verdict == verdicts.end() ? "" : verdict->second;
}

int severity(const std::string& verdict) {
  static const std::vector<std::string> mildest_first{"clear", "notify", "conditional", "licence-required",
                                                      "prohibited"};
  const auto at = std::find(mildest_first.begin(), mildest_first.end(), verdict);
  return at == mildest_first.end() ? -1 : static_cast<int>(at - mildest_first.begin());
}

Outcome outcome(const std::vector<std::pair<std::string, std::string>>& kinds_and_statuses, Truth covered) {
  std::string most, could_be;
  for (const auto& [kind, status] : kinds_and_statuses) {
    const std::string verdict = verdict_of(kind);
    if (verdict.empty()) continue;  // S22: over the binding ones
    if (status == "applies" && severity(verdict) > severity(most)) most = verdict;
    if (status == "may-apply" && severity(verdict) > severity(could_be)) could_be = verdict;
  }
  if (severity(could_be) <= severity(most)) could_be = "";
  if (!most.empty()) return {most, could_be};
  if (!could_be.empty()) return {"undetermined", could_be};
  if (covered == Truth::unknown) return {"undetermined", ""};  // never `clear` (S23)
  return {covered == Truth::yes ? "clear" : "not-covered", ""};
}

}  // namespace oracle
