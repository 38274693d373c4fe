#include "engine/query/report_selection.h"

#include <algorithm>
#include <map>

#include "engine/query/names.h"

namespace inforce::query {

namespace {

void add_measure(const model::Rulebook& rules, model::MeasureId id, std::vector<model::MeasureId>& found) {
  for (const auto leaf : model::leaves(rules, id)) {
    if (std::find(found.begin(), found.end(), leaf) == found.end()) found.push_back(leaf);
  }
}

bool selects_all(const ReportRequest& request) {
  const auto in_lanes = [](const ReportRequest::Lane& lane) { return !lane.measures.empty() || !lane.events.empty(); };
  return request.measures.empty() && request.events.empty() && request.about.regimes.empty() &&
         request.about.jurisdictions.empty() && std::none_of(request.lanes.begin(), request.lanes.end(), in_lanes);
}

/// Whether a regime or a jurisdiction that the request names is that of the record; of a request that names nothing,
/// true.
template <class Record>
bool belongs(const ReportRequest& request, const Record& record, bool all) {
  const auto among = [](const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  return all || among(request.about.regimes, record.regime) || among(request.about.jurisdictions, record.jurisdiction);
}

template <class Visit>
void for_each_list(const ReportRequest& request, const Visit& visit) {
  visit(request.measures, request.events);
  for (const auto& lane : request.lanes) visit(lane.measures, lane.events);
}

void check_names(const model::Rulebook& rules, const ReportRequest& request, std::vector<Diagnostic>& found) {
  const auto is_measure = [&](const std::string& id) {
    return model::find_measure(rules, id) || model::find_group(rules, id) != nullptr;
  };
  for_each_list(request, [&](const auto& measures, const auto& events) {
    for (const auto& id : measures) {
      if (!is_measure(id)) found.push_back(unknown_measure(rules, id));
    }
    for (const auto& id : events) {
      if (!model::find_event(rules, id)) found.push_back(unknown_event(rules, id));
    }
  });
  for (const auto& id : request.leave_out) {
    if (!is_measure(id) && !model::find_event(rules, id)) found.push_back(unknown_measure(rules, id));
  }
}

/// The title of the lane of a regime.
std::string title_of(const model::Rulebook& rules, const std::string& jurisdiction, const std::string& regime) {
  const auto told = std::find_if(rules.regimes.begin(), rules.regimes.end(),
                                 [&](const model::Regime& each) { return each.id == regime; });
  if (told != rules.regimes.end()) return told->title;
  if (!regime.empty()) return regime;
  return jurisdiction.empty() ? "Others" : jurisdiction;
}

/// Where lanes of the request put things, by id.
std::map<std::string, std::size_t> places_of(const model::Rulebook& rules, const ReportRequest& request, bool events) {
  std::map<std::string, std::size_t> places;
  for (std::size_t lane = 0; lane < request.lanes.size(); ++lane) {
    if (events) {
      for (const auto& id : request.lanes[lane].events) places.emplace(id, lane);
      continue;
    }
    for (const auto id : measures_named(rules, request.lanes[lane].measures)) places.emplace(rules[id].id, lane);
  }
  return places;
}

/// Lanes beside those of the request, by jurisdiction and regime; made when first needed.
class Lanes {
 public:
  Lanes(const model::Rulebook& rules, TimelineReport& report) : rules_(rules), report_(report) {
    for (const auto& lane : report.request.lanes) report.lanes.push_back({lane.title, lane.note, {}, {}});
  }

  std::size_t of(const std::string& jurisdiction, const std::string& regime) {
    const auto [at, is_new] = further_.try_emplace({jurisdiction, regime}, report_.lanes.size());
    if (is_new) report_.lanes.push_back({title_of(rules_, jurisdiction, regime), {}, {}, {}});
    return at->second;
  }

  /// Puts the lanes that were made here into the order of their jurisdictions and regimes.
  void sort() {
    std::vector<ReportLane> sorted;
    for (const auto& [key, lane] : further_) sorted.push_back(std::move(report_.lanes[lane]));
    std::move(sorted.begin(), sorted.end(),
              report_.lanes.begin() + static_cast<std::ptrdiff_t>(report_.request.lanes.size()));
  }

 private:
  const model::Rulebook& rules_;
  TimelineReport& report_;
  std::map<std::pair<std::string, std::string>, std::size_t> further_;
};

/// In a lane of the request: the order of the request.
void order_rows(const model::Rulebook& rules, TimelineReport& report) {
  for (std::size_t i = 0; i < report.request.lanes.size(); ++i) {
    const auto wanted = measures_named(rules, report.request.lanes[i].measures);
    const auto rank = [&](std::size_t row) {
      return std::find(wanted.begin(), wanted.end(), *model::find_measure(rules, report.rows[row].id));
    };
    auto& rows = report.lanes[i].rows;
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  }
}

}  // namespace

std::vector<model::MeasureId> measures_named(const model::Rulebook& rules, const std::vector<std::string>& ids) {
  std::vector<model::MeasureId> found;
  for (const auto& id : ids) {
    if (const auto* group = model::find_group(rules, id)) {
      for (const auto member : group->members) add_measure(rules, member, found);
    } else if (const auto measure = model::find_measure(rules, id)) {
      add_measure(rules, *measure, found);
    }
  }
  return found;
}

std::vector<Diagnostic> check_request(const model::Rulebook& rules, const ReportRequest& request) {
  auto about = request.about;
  about.ask = Ask::events;
  about.id.clear();
  about.authority.clear();
  auto found = check_question(rules, about);
  check_names(rules, request, found);
  return found;
}

Selection selected(const model::Rulebook& rules, const ReportRequest& request) {
  Selection selection;
  std::set<model::MeasureId> measures;
  for_each_list(request, [&](const auto& ids, const auto& events) {
    for (const auto id : measures_named(rules, ids)) selection.named.insert(id);
    for (const auto& event : events) selection.events.insert(*model::find_event(rules, event));
  });
  const bool all = selects_all(request);
  for (std::uint32_t i = 0; i < rules.measures.size(); ++i) {
    const bool shown = is_reportable(rules.measures[i]) && belongs(request, rules.measures[i], all);
    if (shown || selection.named.count({i}) != 0) measures.insert({i});
  }
  for (std::uint32_t i = 0; i < rules.events.size(); ++i) {
    if (belongs(request, rules.events[i], all)) selection.events.insert({i});
  }
  for (const auto id : measures_named(rules, request.leave_out)) measures.erase(id);
  for (const auto& id : request.leave_out) {
    if (const auto event = model::find_event(rules, id)) selection.without.insert(*event);
  }
  selection.measures.assign(measures.begin(), measures.end());
  return selection;
}

void arrange(const model::Rulebook& rules, TimelineReport& report) {
  Lanes lanes(rules, report);
  std::map<std::string, std::size_t> lane_of_row;
  const auto rows = places_of(rules, report.request, false);
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const auto& row = report.rows[i];
    const auto named = rows.find(row.id);
    const auto lane = named != rows.end() ? named->second : lanes.of(row.jurisdiction, row.regime);
    report.lanes[lane].rows.push_back(i);
    lane_of_row.emplace(row.id, lane);
  }
  order_rows(rules, report);
  const auto events = places_of(rules, report.request, true);
  for (std::size_t i = 0; i < report.events.size(); ++i) {
    const auto& event = report.events[i];
    const auto named = events.find(event.row.id);
    std::size_t lane = 0;
    if (named != events.end()) {
      lane = named->second;
    } else if (!event.touches.empty()) {
      lane = lane_of_row.at(event.touches.front());
    } else {
      lane = lanes.of(event.row.jurisdiction, rules[*model::find_event(rules, event.row.id)].regime);
    }
    report.lanes[lane].events.push_back(i);
  }
  lanes.sort();
}

}  // namespace inforce::query
