// The answers for the cases of a story: the status of each measure, the facts that would decide, the verdict.
#include <algorithm>

#include "tests/oracle/cases.h"
#include "tests/oracle/compare.h"
#include "tests/oracle/zones.h"

namespace oracle {
namespace {

using std::chrono::days;

std::string words_of(const std::set<std::string>& all) {
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : " or ") + one;
  return text.empty() ? "nothing" : text;
}

std::string word_of(const std::optional<inforce::Verdict>& verdict) {
  return verdict ? std::string(inforce::to_string(*verdict)) : "";
}

// The scenes at all moments of one question, each found once.
class Scenes {
 public:
  Scenes(const Story& story, const Worlds& worlds, const inforce::When& on, const Knowledge& knowledge)
      : story_(story), worlds_(worlds), on_(on), knowledge_(knowledge) {
    known_by_then_ = on.day ? known_on(story, *on.day) : known_at(story, on.moment);
  }

  CaseStatus status(const Measure& measure, const Facts& facts, bool apart) {
    if (!on_.day) return at(on_.moment, measure, facts, apart);
    std::vector<CaseStatus> all;
    for (const Moment moment : moments_of(worlds_, *on_.day, measure.zone))
      all.push_back(at(moment, measure, facts, apart));
    return whole_day(all);
  }

 private:
  CaseStatus at(Moment moment, const Measure& measure, const Facts& facts, bool apart) {
    if (!scenes_.count(moment)) scenes_[moment] = scenes_at(story_, worlds_, moment, knowledge_, known_by_then_);
    const std::set<Scene>& scenes = scenes_[moment];
    return case_status(story_, apart ? taken_apart(story_, scenes, measure.id) : scenes, measure.id, facts);
  }

  const Story& story_;
  const Worlds& worlds_;
  inforce::When on_;
  Knowledge knowledge_;
  std::set<std::string> known_by_then_;
  std::map<Moment, std::set<Scene>> scenes_;
};

const inforce::Finding* row_of(const inforce::OnAnswer& answer, const std::string& id) {
  for (const auto* rows : {&answer.restrictions, &answer.authorizations})
    for (const inforce::Finding& row : *rows)
      if (row.id == id) return &row;
  return nullptr;
}

std::optional<Disagreement> compare_row(const CaseStatus& mine, const inforce::Finding* row, const std::string& id,
                                        const std::string& question) {
  const std::string engine = row ? std::string(inforce::to_string(row->status)) : "no row";
  if (!mine.statuses.count(engine))
    return Disagreement{"case: " + engine + " for " + words_of(mine.statuses), question, id + " " + engine,
                        id + " " + words_of(mine.statuses)};
  if (engine != "may-apply") return std::nullopt;
  const std::set<std::string> missing(row->missing.begin(), row->missing.end());
  const bool enough = std::includes(missing.begin(), missing.end(), mine.missing.begin(), mine.missing.end());
  const bool bearing = std::includes(mine.bearing.begin(), mine.bearing.end(), missing.begin(), missing.end());
  if (enough && bearing) return std::nullopt;
  return Disagreement{"case: missing", question, id + " lacks " + words_of(missing),
                      id + " lacks " + words_of(mine.missing) + ", and at most " + words_of(mine.bearing)};
}

// The days that a question may mean for a regime, which has no zone.
std::vector<Day> days_of(const inforce::When& on) {
  if (on.day) return {*on.day};
  const Day day = day_of(on.moment, "");
  return {day - days{1}, day, day + days{1}};
}

std::optional<Disagreement> compare_verdict(const Story& story, const inforce::Answer& answer,
                                            const inforce::OnAnswer& content, const Facts& facts,
                                            const inforce::When& on, const std::string& question) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const inforce::Finding& row : content.restrictions) {
    rows.emplace_back(row.kind, inforce::to_string(row.status));
    if (inforce::to_string(row.force) != force_of(row.kind))
      return Disagreement{"case: force", question, row.id, force_of(row.kind)};
  }
  std::set<std::string> mine;
  std::set<bool> after;
  for (const Day day : days_of(on)) {
    const Outcome one = outcome(rows, covered(story, facts, day));
    mine.insert(one.verdict + (one.could_be.empty() ? "" : ", could be " + one.could_be));
    after.merge(projected(story, facts, day));
  }
  const std::string could_be = word_of(content.could_be);
  const std::string engine = word_of(content.verdict) + (could_be.empty() ? "" : ", could be " + could_be);
  if (!mine.count(engine))
    return Disagreement{"verdict: " + engine + " for " + words_of(mine), question, engine, words_of(mine)};
  if (!after.count(answer.projected))
    return Disagreement{"verdict: projected", question, answer.projected ? "projected" : "not projected",
                        answer.projected ? "no review is over" : "the review of a regime that covers the case is over"};
  return std::nullopt;
}

std::optional<Disagreement> compare_case(const Story& story, const inforce::Timeline& timeline, Scenes& scenes,
                                         const inforce::When& on, const Knowledge& knowledge, const Facts& facts) {
  const std::string question = "on " + (on.day ? to_text(*on.day) : to_text(on.moment)) + " --all" +
                               to_text(knowledge) + " --with " + to_text(facts);
  const auto answer = ask_on(timeline, on, knowledge, facts);
  if (!answer) return Disagreement{"case: error", question, error_of(answer), "an answer"};
  const auto& content = std::get<inforce::OnAnswer>(answer->content);
  for (const Measure& measure : story.measures) {
    if (measure.whole || measure.group) continue;
    const inforce::Finding* row = row_of(content, measure.id);
    auto found = compare_row(scenes.status(measure, facts, false), row, measure.id, question);
    if (found)  // D19
      found = compare_row(scenes.status(measure, facts, true), row, measure.id, question);
    if (found) return found;
  }
  return compare_verdict(story, *answer, content, facts, on, question);
}

std::optional<Disagreement> compare_when(const Story& story, const inforce::Timeline& timeline, const Scenery& scenery,
                                         const Knowledge& knowledge, const Facts& facts) {
  for (const Measure& measure : story.measures) {
    if (measure.whole || measure.group) continue;
    const std::string question = "when " + measure.id + to_text(knowledge) + " --with " + to_text(facts);
    const auto answer = ask_when(timeline, measure.id, knowledge, facts);
    if (!answer) return Disagreement{"when: error", question, error_of(answer), "an answer"};
    const auto& content = std::get<inforce::WhenAnswer>(answer->content);
    auto found = compare_history(story, content, when(story, scenery, measure.id, facts), question, true);
    if (found)  // D19
      found = compare_history(story, content, when(story, scenery, measure.id, facts, true), question, true);
    if (found) return found->kind += ", with facts", found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Disagreement> compare_cases(const Story& story, const inforce::Timeline& timeline, const Worlds& worlds,
                                          const Knowledge& knowledge, const std::vector<inforce::When>& times) {
  std::vector<Facts> cases;
  for (const Facts& facts : story.cases)
    if (!facts.empty()) cases.push_back(facts);  // without facts it is another question (S20)
  if (cases.empty()) return std::nullopt;
  std::size_t turn = times.size();  // each case in its turn: many stories tell more than many questions to one
  for (const inforce::When& on : times) {
    Scenes scenes(story, worlds, on, knowledge);
    if (auto found = compare_case(story, timeline, scenes, on, knowledge, cases[turn++ % cases.size()])) return found;
  }
  return compare_when(story, timeline, scenery_of(story, worlds), knowledge, cases[turn % cases.size()]);
}

}  // namespace oracle
