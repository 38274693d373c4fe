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

using render_text::first_day;
using render_text::last_day;

std::size_t past_intervals(const TimelineReport& report) {
  std::size_t past = 0;
  for (const auto& row : report.rows) {
    for (const auto& known : row.history) past += known.intervals.size();
  }
  return past;
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
void each_interval(const TimelineReport& report, bool with_history, Visit visit) {
  for (const auto& row : report.rows) {
    for (const auto& interval : row.intervals) visit(interval);
    if (!with_history) continue;
    for (const auto& known : row.history) {
      for (const auto& interval : known.intervals) visit(interval);
    }
  }
}

class Data {
 public:
  Data(const TimelineReport& report, bool with_history) : report_(report), with_history_(with_history) {
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
    for (const Date day : known_) all["known"].push_back(number(day));
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
    each_interval(report_, with_history_, [&](const Interval& interval) {
      if (const auto first = first_day(interval)) numbers_[*first] = 0;
      if (const auto last = last_day(interval)) numbers_[*last] = numbers_[*last + days{1}] = 0;
    });
    for (const auto& run : report_.verdicts) {
      numbers_[run.from] = 0;
      numbers_[run.through] = 0;
    }
    if (with_history_) {
      for (const auto& row : report_.rows) {
        for (const auto& known : row.history) known_.insert(known.from);
      }
    }
    for (const Date day : known_) numbers_[day] = 0;
    std::size_t next = 0;
    for (auto& [day, index] : numbers_) index = next++;
  }

  [[nodiscard]] std::size_t number(Date day) const { return numbers_.at(day); }
  [[nodiscard]] bool in_period(Date day) const { return report_.from <= day && day <= report_.through; }

  /// Days of the period on which something is other than on the day before. Of an interval that ends within a day that
  /// day is one, and the next.
  [[nodiscard]] Json changes() const {
    std::set<std::size_t> found;
    const auto add = [&](Date day) {
      if (in_period(day)) found.insert(number(day));
    };
    for (const auto& row : report_.rows) {
      for (const auto& interval : row.intervals) {
        if (const auto first = first_day(interval)) add(*first);
        if (const auto last = last_day(interval)) {
          if (!interval.before->day) add(*last);
          add(*last + days{1});
        }
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
      const auto first = first_day(*told);
      const auto last = last_day(*told);
      Json one{first ? Json(number(*first)) : Json(-1),   last ? Json(number(*last)) : Json(-1),
               words_.of(render_text::state_text(*told)), words_.of(told->evidence),
               words_.of(render_text::list_of(told->by)), words_.of(render_text::text_of(told->attributes))};
      if (const int part = parts_of(*told); part != 0) {
        one.push_back(words_.of(render_text::first_text(*told)));
        one.push_back(words_.of(render_text::last_text(*told)));
        one.push_back(part);
      }
      all.push_back(std::move(one));
    }
    return all;
  }

  /// 1: it begins within its first day; 2: it ends within its last; 3: both; 0: its days are whole, and say all.
  static int parts_of(const Interval& interval) {
    const bool begins = interval.from && !interval.from->day;
    const bool ends = interval.before && !interval.before->day;
    return (begins ? 1 : 0) + (ends ? 2 : 0);
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

PageData data_of(const TimelineReport& report, const PageLimits& limits) {
  std::size_t intervals = 0;
  for (const auto& row : report.rows) intervals += row.intervals.size();
  if (report.rows.empty() || intervals > limits.searched) return {};
  PageData data;
  data.past_left_out = past_intervals(report) > limits.past;
  data.json = Data(report, !data.past_left_out).text();
  if (data.json.size() > limits.data_bytes && !data.past_left_out) {
    data.past_left_out = true;
    data.json = Data(report, false).text();
  }
  return data.json.size() > limits.data_bytes ? PageData{} : data;
}

}  // namespace inforce::render_timeline
