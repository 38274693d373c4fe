#include <set>

#include "engine/render/impact.h"
#include "engine/render/words.h"

namespace inforce::impact_words {

using query::AnswerChange;
using query::RecordChange;
using query::RecordFate;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string text_of(const Interval& interval) {
  std::string text = (interval.certain ? "" : "possibly ") + interval.state;
  if (interval.from) text += " from " + to_string(*interval.from);
  if (interval.through && interval.before->day) text += " through " + to_string(*interval.through);
  if (interval.before && !interval.before->day) text += " before " + to_string(*interval.before);
  const auto attributes = render_text::text_of(interval.attributes);
  return attributes.empty() ? text : text + " (" + attributes + ")";
}

std::string quoted(const std::string& text) { return text.empty() ? "nothing" : "`" + text + "`"; }

}  // namespace

std::string headline(const query::Impact& impact) {
  const auto cases = render_text::count_of(impact.cases, "case");
  if (impact.same_rules()) return "No answer changes: both versions have the same digest.";
  if (impact.answers.empty()) {
    return "No compared answer changes, though the digests differ. Compared: the force of every measure, and " + cases +
           " on every day on which an answer could change, with what is known today.";
  }
  std::set<Facts> verdicts;
  std::set<Facts> changed;
  for (const auto& change : impact.answers) {
    changed.insert(change.cases.begin(), change.cases.end());
    if (change.other_verdict()) verdicts.insert(change.cases.begin(), change.cases.end());
  }
  return "Answers change for " + std::to_string(changed.size()) + " of " + cases + " compared; the verdict for " +
         std::to_string(verdicts.size()) + " of them.";
}

std::string days_of(const AnswerChange& change) {
  const auto last = change.before ? std::optional(*change.before - std::chrono::days{1}) : std::nullopt;
  if (change.from && last) {
    if (*change.from == *last) return "on " + to_string(*last);
    return "from " + to_string(*change.from) + " through " + to_string(*last);
  }
  if (change.from) return "from " + to_string(*change.from) + " on";
  return last ? "through " + to_string(*last) : "on all days";
}

std::string text_of(const query::Outcome& outcome) {
  std::string text = outcome.verdict ? std::string(to_string(*outcome.verdict)) : "no verdict";
  if (outcome.could_be) text += ", could be " + std::string(to_string(*outcome.could_be));
  if (!outcome.policies.empty()) text += ", " + joined(outcome.policies);
  std::vector<std::string> words;
  for (const auto& [id, status] : outcome.restrictions) {
    words.push_back(status == Status::applies ? id : id + " " + std::string(to_string(status)));
  }
  return words.empty() ? text : text + " (" + joined(words) + ")";
}

std::string text_of(const Facts& facts) {
  std::vector<std::string> words;
  for (const auto& [name, values] : facts) {
    for (const auto& value : values) words.push_back(name + "=" + value);
  }
  return joined(words);
}

std::string text_of(const std::vector<Interval>& intervals) {
  std::vector<std::string> words;
  words.reserve(intervals.size());
  for (const auto& interval : intervals) words.push_back(text_of(interval));
  return words.empty() ? "never in force" : joined(words);
}

std::vector<std::string> lines_of(const RecordChange& change) {
  std::vector<std::string> lines;
  const bool both = change.how == RecordFate::changed;
  if (!change.was.empty() || !change.is.empty()) {
    if (change.how != RecordFate::added) lines.push_back("before: " + text_of(change.was));
    if (change.how != RecordFate::removed) lines.push_back("now: " + text_of(change.is));
  }
  for (const auto& text : change.texts) {
    if (!both && text.what == "time_zone") continue;
    if (both) {
      lines.push_back(text.what + ": " + quoted(text.was) + ", now " + quoted(text.is));
    } else {
      lines.push_back(text.what + ": " + quoted(change.how == RecordFate::added ? text.is : text.was));
    }
  }
  return lines;
}

}  // namespace inforce::impact_words
