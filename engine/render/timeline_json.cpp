// A timeline report as JSON: all of it, with the spellings that answers have.
#include "engine/render/timeline_json.h"

#include "engine/render/json_of.h"
#include "engine/render/timeline_formats.h"

namespace inforce::render_timeline {

namespace {

using render_json::Json;
using render_json::list_of;
using render_json::of;
using render_json::or_null;
using render_json::text_or_null;

Json of(const ReportRow::Known& known) {
  return {{"known", to_string(known.from)}, {"intervals", list_of(known.intervals)}};
}

Json of(const ReportRow& row) {
  Json object{{"id", row.id},
              {"title", row.title},
              {"kind", row.kind},
              {"force", row.authorization ? Json(nullptr) : Json(to_string(row.force))},
              {"jurisdiction", text_or_null(row.jurisdiction)},
              {"authority", text_or_null(row.authority)},
              {"regime", text_or_null(row.regime)},
              {"scope", text_or_null(row.scope)},
              {"basis", text_or_null(row.basis)},
              {"note", text_or_null(row.note)},
              {"status", or_null(row.status)},
              {"intervals", list_of(row.intervals)},
              {"pending", list_of(row.pending)},
              {"sources", row.sources}};
  object["history"] = Json::array();
  for (const auto& known : row.history) object["history"].push_back(of(known));
  return object;
}

Json of(const ReportEvent& event) {
  Json object = of(event.row);
  object["first"] = or_null(event.first);
  object["last"] = or_null(event.last);
  object["signal"] = event.signal;
  object["quote"] = text_or_null(event.row.quote);
  object["note"] = text_or_null(event.row.note);
  object["touches"] = event.touches;
  return object;
}

Json of(const AskedVerdict& asked) {
  return {{"verdict", to_string(asked.verdict)},
          {"could_be", or_null(asked.could_be)},
          {"restrictions", asked.restrictions}};
}

Json of(const VerdictRun& run) {
  return {{"from", to_string(run.from)},
          {"through", to_string(run.through)},
          {"verdict", to_string(run.verdict)},
          {"could_be", or_null(run.could_be)},
          {"restrictions", run.restrictions}};
}

/// A lane by the ids of what stands in it.
Json lane_of(const TimelineReport& report, const ReportLane& lane) {
  auto rows = Json::array();
  for (const auto row : lane.rows) rows.push_back(report.rows[row].id);
  auto events = Json::array();
  for (const auto event : lane.events) events.push_back(report.events[event].row.id);
  return {{"title", lane.title}, {"note", text_or_null(lane.note)}, {"measures", rows}, {"events", events}};
}

Json question_of(const TimelineReport& report) {
  const auto& request = report.request;
  const auto& about = request.about;
  Json question{{"question", text_or_null(request.question)},
                {"with", Json::object()},
                {"on", or_null(about.on)},
                {"known", or_null(about.known)},
                {"from", to_string(report.from)},
                {"through", to_string(report.through)},
                {"measures", request.measures},
                {"events", request.events},
                {"regimes", about.regimes},
                {"jurisdictions", about.jurisdictions},
                {"without_shown", request.leave_out}};
  for (const auto& [name, values] : about.facts) question["with"][name] = values;
  for (const auto& assumption : about.assume) question["assume"].push_back(to_string(assumption));
  if (!about.without.empty()) question["without"] = about.without;
  if (about.official_only) question["evidence"] = "official";
  return question;
}

template <class T>
Json each_of(const std::vector<T>& values) {
  auto all = Json::array();
  for (const auto& value : values) all.push_back(of(value));
  return all;
}

}  // namespace

std::string question_json(const TimelineReport& report) {
  return question_of(report).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const TimelineReport& report) {
  Json all;
  all["title"] = report.request.title;
  all["question"] = question_of(report);
  all["notes"] = text_or_null(report.request.notes);
  all["lanes"] = Json::array();
  for (const auto& lane : report.lanes) all["lanes"].push_back(lane_of(report, lane));
  all["measures"] = each_of(report.rows);
  all["events"] = each_of(report.events);
  all["changes"] = list_of(report.changes);
  all["asked"] = report.asked ? of(*report.asked) : Json(nullptr);
  all["verdicts"] = each_of(report.verdicts);
  all["verdicts_cut"] = report.verdicts_cut;
  all["left_out"] = {{"out_of_scope", report.out_of_scope}, {"outside_period", report.outside}};
  all["sources"] = list_of(report.citations);
  all["coverage"] = list_of(report.coverage);
  all["rules"] = {{"digest", report.digest}};
  all["engine"] = {{"name", "inforce"}, {"version", report.engine_version}};
  all["tzdata"] = report.tzdata_version;
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_timeline
