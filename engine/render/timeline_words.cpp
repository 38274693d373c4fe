#include "engine/render/timeline_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "engine/render/answer_text.h"

namespace inforce::render_text {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> deeds = {{{"impose", "imposes"},
                                                                                 {"lift", "lifts"},
                                                                                 {"suspend", "suspends"},
                                                                                 {"resume", "resumes"},
                                                                                 {"extend", "extends"},
                                                                                 {"amend", "amends"},
                                                                                 {"enlist", "lists"},
                                                                                 {"delist", "takes off the list"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> turns = {
    {{"effective", "comes into force"},
     {"compliance", "is to be complied with"},
     {"end", "ends"},
     {"suspension", "is suspended"},
     {"resumption", "resumes"},
     {"change", "changes"}}};

std::string_view in(const auto& words, std::string_view key) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.first == key; });
  return found == words.end() ? key : found->second;
}

bool is_announced_not_enforced(const Interval& interval) {
  const auto found = interval.attributes.find("enforcement");
  return found != interval.attributes.end() && found->second == Value("announced-not-enforced");
}

bool rests_on_reports(const TimelineReport& report) {
  return std::any_of(report.rows.begin(), report.rows.end(), [](const ReportRow& row) {
    return std::any_of(row.intervals.begin(), row.intervals.end(),
                       [](const Interval& interval) { return interval.evidence == "reported"; });
  });
}

/// The civil day of a moment, in the zone of the rule.
std::string there(const std::optional<Date>& day) { return day ? " (" + to_string(*day) + " there)" : std::string{}; }

std::string verdict_sentence(const TimelineReport& report) {
  if (!report.asked) return {};
  const auto& on = *report.request.about.on;
  auto text = (on.day ? "On " : "At ") + to_string(on) + " the verdict is " + spoken(to_string(report.asked->verdict));
  if (report.asked->could_be) text += ", and could be " + spoken(to_string(*report.asked->could_be));
  if (!report.asked->restrictions.empty()) text += " (" + list_of(report.asked->restrictions) + ")";
  return text + ".";
}

void add_coverage(const TimelineReport& report, std::vector<std::string>& sentences) {
  if (report.coverage.empty()) {
    sentences.emplace_back(
        "No regime of these rules covers this: where nothing is shown, that is no statement that nothing applied.");
    return;
  }
  std::string reviewed = "Reviewed through";
  bool projected = false;
  for (std::size_t i = 0; i < report.coverage.size(); ++i) {
    const auto& regime = report.coverage[i];
    reviewed += (i == 0 ? " " : ", ") + to_string(regime.reviewed) + " (" + regime.regime + ")";
    projected = projected || regime.reviewed < report.through;
  }
  sentences.push_back(reviewed + ".");
  if (projected) {
    sentences.emplace_back("What lies after a last review is projected: it follows if nothing else happens.");
  }
}

}  // namespace

std::string state_text(const Interval& interval) {
  std::string text = interval.state == "in-force" ? "in force" : interval.state;
  if (!interval.certain) text = "possibly " + text;
  if (is_announced_not_enforced(interval)) text += ", announced as not enforced";
  return text;
}

std::vector<const Interval*> told_intervals(const ReportRow& row) {
  const auto says_the_same = [](const Interval& possible, const Interval& certain) {
    return certain.certain && certain.from == possible.from && certain.before == possible.before &&
           certain.state == possible.state && certain.attributes == possible.attributes;
  };
  std::vector<const Interval*> told;
  for (const auto& interval : row.intervals) {
    const bool repeated =
        !interval.certain && std::any_of(row.intervals.begin(), row.intervals.end(),
                                         [&](const Interval& other) { return says_the_same(interval, other); });
    if (!repeated) told.push_back(&interval);
  }
  for (const auto& pending : row.pending) {
    const auto after = std::find_if(told.begin(), told.end(), [&](const Interval* interval) {
      return interval->first && *interval->first > *pending.first;
    });
    told.insert(after, &pending);
  }
  return told;
}

std::optional<Date> first_day(const Interval& interval) { return interval.first; }

std::optional<Date> last_day(const Interval& interval) { return interval.through; }

std::string first_text(const Interval& interval) {
  const bool moment = interval.from && !interval.from->day;
  return from_text(interval) + (moment ? there(interval.first) : "");
}

std::string last_text(const Interval& interval) {
  const bool moment = interval.before && !interval.before->day;
  return through_text(interval) + (moment ? there(interval.through) : "");
}

std::string date_text(const ReportEvent& event) {
  const auto& date = event.row.date;
  const bool moment = date.size() > 10 && date[10] == 'T' && event.first == event.last;
  return date + (moment ? there(event.first) : "");
}

std::string deeds_text(const EventRow& event) {
  std::vector<std::pair<std::string_view, std::vector<std::string>>> by_verb;
  for (const auto& effect : event.effects) {
    const auto deed = in(deeds, effect.effect);
    if (by_verb.empty() || by_verb.back().first != deed) by_verb.push_back({deed, {}});
    by_verb.back().second.push_back(effect.measure);
  }
  if (!event.retracts.empty()) by_verb.emplace_back("retracts", event.retracts);
  if (!event.supersedes.empty()) by_verb.emplace_back("supersedes", event.supersedes);
  if (by_verb.empty()) return "no effect on any measure";
  std::string text;
  for (const auto& [deed, names] : by_verb) {
    text += (text.empty() ? "" : "; ") + std::string(deed) + " " + list_of(names);
  }
  return text;
}

std::string change_text(const Coming& change) {
  if (change.certain) return std::string(in(turns, change.what));
  return "possibly " + std::string(in(turns, change.what));
}

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : " ") + id;
  return text;
}

std::string force_text(const ReportRow& row) {
  return row.authorization ? "relieves" : std::string(to_string(row.force));
}

std::string period_text(const TimelineReport& report) {
  return to_string(report.from) + " through " + to_string(report.through);
}

std::vector<std::string> case_sentences(const TimelineReport& report) {
  const auto& about = report.request.about;
  std::vector<std::string> sentences;
  auto assumed = assumptions_of(about, Style{Format::text, 100000, false});
  if (!assumed.empty()) sentences.push_back(assumed.substr(0, assumed.size() - 2) + ".");
  sentences.push_back(about.facts.empty()
                          ? "Of no case in particular: whether a measure is in force, not whom it reaches."
                          : "The case: " + text_of(about.facts) + ".");
  sentences.push_back(about.known ? "As known " + time_of(about.known) + "." : "As all that is recorded tells.");
  return sentences;
}

std::vector<std::string> about_sentences(const TimelineReport& report) {
  auto sentences = case_sentences(report);
  sentences.push_back("From " + period_text(report) + ", both days included.");
  auto verdict = verdict_sentence(report);
  if (!verdict.empty()) sentences.push_back(std::move(verdict));
  return sentences;
}

std::vector<std::string> limit_sentences(const TimelineReport& report) {
  std::vector<std::string> sentences;
  const auto& about = report.request.about;
  if (report.out_of_scope > 0) {
    sentences.push_back("Not shown: " + count_of(report.out_of_scope, "measure") + " that cannot reach the case.");
  }
  if (report.outside > 0) {
    sentences.push_back("Not shown: " + count_of(report.outside, "measure") + " with nothing in this period.");
  }
  if (!report.request.leave_out.empty()) {
    sentences.push_back("Left out on purpose: " + list_of(report.request.leave_out) + ".");
  }
  if (about.official_only) sentences.emplace_back("What rests on reports alone is left out.");
  if (rests_on_reports(report)) sentences.emplace_back("Part of this rests on reports alone.");
  if (report.verdicts_cut) sentences.emplace_back("There are more changes of the verdict than are listed.");
  add_coverage(report, sentences);
  for (auto& sentence : closing_sentences(report)) sentences.push_back(std::move(sentence));
  return sentences;
}

std::vector<std::string> closing_sentences(const TimelineReport& report) {
  return {"This says what the rule files say; it is no legal advice and no official text.",
          "Rules " + report.digest + ", inforce " + report.engine_version + ", tzdata " + report.tzdata_version + "."};
}

}  // namespace inforce::render_text
