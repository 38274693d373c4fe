#include "engine/render/timeline_data.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "engine/render/json_of.h"
#include "engine/render/timeline_svg.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using render_json::Json;
using std::chrono::days;

constexpr std::size_t most_intervals = 60000;
constexpr std::size_t most_past_intervals = 20000;

Date day_of(const Bound& bound) { return bound.day ? *bound.day : std::chrono::floor<days>(bound.moment); }

Date last_day(const Bound& before) {
  return before.day ? *before.day - days{1} : std::chrono::floor<days>(before.moment - std::chrono::seconds{1});
}

/// Texts by number, in the order in which they are first met.
class Words {
 public:
  std::size_t of(const std::string& text) {
    const auto [found, fresh] = numbers_.emplace(text, all_.size());
    if (fresh) all_.push_back(text);
    return found->second;
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> all_;
};

template <class Visit>
void each_interval(const TimelineReport& report, Visit visit) {
  for (const auto& row : report.rows) {
    for (const auto& interval : row.intervals) visit(interval);
    for (const auto& known : row.history) {
      for (const auto& interval : known.intervals) visit(interval);
    }
  }
}

class Data {
 public:
  explicit Data(const TimelineReport& report) : report_(report) {
    std::size_t past = 0;
    for (const auto& row : report.rows) {
      for (const auto& known : row.history) past += known.intervals.size();
    }
    with_history_ = past <= most_past_intervals;
    number_days();
  }

  std::string text() {
    Json all{{"from", number(report_.from)}, {"through", number(report_.through)}};
    const auto& on = report_.request.about.on;
    if (on && on->day && in_period(*on->day)) all["on"] = number(*on->day);
    all["days"] = Json::array();
    for (const auto& [day, index] : numbers_) all["days"].push_back(to_string(day));
    all["changes"] = changes();
    all["known"] = Json::array();
    if (with_history_) {
      for (const Date day : known_) all["known"].push_back(number(day));
    }
    all["verdicts"] = verdicts();
    all["rows"] = rows();
    all["words"] = words_.all();
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

 private:
  void number_days() {
    numbers_[report_.from] = 0;
    numbers_[report_.through] = 0;
    if (report_.request.about.on && report_.request.about.on->day) numbers_[*report_.request.about.on->day] = 0;
    each_interval(report_, [&](const Interval& interval) {
      if (interval.from) numbers_[day_of(*interval.from)] = 0;
      if (!interval.before) return;
      numbers_[day_of(*interval.before)] = 0;
      numbers_[last_day(*interval.before)] = 0;
    });
    for (const auto& run : report_.verdicts) {
      numbers_[run.from] = 0;
      numbers_[run.through] = 0;
    }
    for (const auto& row : report_.rows) {
      for (const auto& known : row.history) known_.insert(known.from);
    }
    for (const Date day : known_) numbers_[day] = 0;
    std::size_t next = 0;
    for (auto& [day, index] : numbers_) index = next++;
  }

  [[nodiscard]] std::size_t number(Date day) const { return numbers_.at(day); }
  [[nodiscard]] bool in_period(Date day) const { return report_.from <= day && day <= report_.through; }

  /// Days of the period on which something is other than on the day before.
  [[nodiscard]] Json changes() const {
    std::set<std::size_t> found;
    const auto add = [&](Date day) {
      if (in_period(day)) found.insert(number(day));
    };
    for (const auto& row : report_.rows) {
      for (const auto& interval : row.intervals) {
        if (interval.from) add(day_of(*interval.from));
        if (interval.before) add(day_of(*interval.before));
      }
    }
    for (const auto& run : report_.verdicts) add(run.from);
    return found;
  }

  Json verdicts() {
    auto all = Json::array();
    for (const auto& run : report_.verdicts) {
      auto words = render_text::spoken(to_string(run.verdict));
      if (run.could_be) words += ", and could be " + render_text::spoken(to_string(*run.could_be));
      if (!run.restrictions.empty()) words += " (" + render_text::list_of(run.restrictions) + ")";
      all.push_back({number(run.from), number(run.through), words_.of(words)});
    }
    return all;
  }

  Json intervals(const std::vector<Interval>& intervals) {
    ReportRow row;
    row.intervals = intervals;
    auto all = Json::array();
    for (const auto* told : render_text::told_intervals(row)) {
      const Json from = told->from ? Json(number(day_of(*told->from))) : Json(-1);
      const Json through = told->before ? Json(number(last_day(*told->before))) : Json(-1);
      all.push_back({from, through, words_.of(render_text::state_text(*told)), words_.of(told->evidence),
                     words_.of(render_text::list_of(told->by)), words_.of(render_text::text_of(told->attributes)),
                     words_.of(render_text::from_text(*told)), words_.of(render_text::through_text(*told))});
    }
    return all;
  }

  Json rows() {
    auto all = Json::array();
    for (const auto& row : report_.rows) {
      Json one = Json::array({row.id, row.title, words_.of(row.jurisdiction), words_.of(row.authority),
                              words_.of(render_text::force_text(row)), intervals(row.intervals)});
      auto history = Json::array();
      if (with_history_) {
        for (const auto& known : row.history) {
          history.push_back(Json::array({number(known.from), intervals(known.intervals)}));
        }
      }
      one.push_back(std::move(history));
      all.push_back(std::move(one));
    }
    return all;
  }

  const TimelineReport& report_;
  bool with_history_ = true;
  std::map<Date, std::size_t> numbers_;
  std::set<Date> known_;
  Words words_;
};

}  // namespace

std::string data_of(const TimelineReport& report) {
  std::size_t intervals = 0;
  for (const auto& row : report.rows) intervals += row.intervals.size();
  if (report.rows.empty() || intervals > most_intervals) return {};
  return Data(report).text();
}

}  // namespace inforce::render_timeline
