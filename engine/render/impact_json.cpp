#include <nlohmann/json.hpp>

#include "engine/render/impact.h"

namespace inforce::render_json {

namespace {

using Json = nlohmann::ordered_json;
using query::RecordFate;

Json json_of(const std::optional<Verdict>& verdict) { return verdict ? Json(to_string(*verdict)) : Json(nullptr); }

Json json_of(const std::optional<Date>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

Json json_of(const std::optional<Bound>& bound) { return bound ? Json(to_string(*bound)) : Json(nullptr); }

Json json_of(const query::Outcome& outcome) {
  Json object;
  object["verdict"] = json_of(outcome.verdict);
  object["could_be"] = json_of(outcome.could_be);
  object["policies"] = outcome.policies;
  object["restrictions"] = Json::array();
  for (const auto& [id, status] : outcome.restrictions) {
    object["restrictions"].push_back({{"id", id}, {"status", to_string(status)}});
  }
  return object;
}

Json json_of(const query::AnswerChange& change) {
  Json object;
  object["from"] = json_of(change.from);
  object["before"] = json_of(change.before);
  object["was"] = json_of(change.was);
  object["is"] = json_of(change.is);
  object["cases"] = Json::array();
  for (const auto& facts : change.cases) object["cases"].push_back(facts);
  return object;
}

Json json_of(const Attributes& attributes) {
  Json object = Json::object();
  for (const auto& [name, value] : attributes) {
    std::visit([&, key = name](const auto& plain) { object[key] = plain; }, value);
  }
  return object;
}

Json json_of(const std::vector<Interval>& intervals) {
  auto list = Json::array();
  for (const auto& interval : intervals) {
    Json object;
    object["from"] = json_of(interval.from);
    object["before"] = json_of(interval.before);
    object["through"] = json_of(interval.through);
    object["state"] = interval.state;
    object["certainty"] = interval.certain ? "certain" : "possible";
    object["attributes"] = json_of(interval.attributes);
    list.push_back(std::move(object));
  }
  return list;
}

Json json_of(const std::vector<query::RecordChange>& changes, bool with_force) {
  auto list = Json::array();
  for (const auto& change : changes) {
    Json object;
    object["id"] = change.id;
    object["title"] = change.title;
    object["change"] = change.how == RecordFate::added     ? "added"
                       : change.how == RecordFate::removed ? "removed"
                                                           : "changed";
    object["differs"] = Json::array();
    for (const auto& text : change.texts) {
      object["differs"].push_back({{"what", text.what}, {"was", text.was}, {"is", text.is}});
    }
    if (with_force) {
      object["was"] = json_of(change.was);
      object["is"] = json_of(change.is);
    }
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace

std::string impact_json(const ImpactReport& report) {
  const auto& impact = report.impact;
  Json object;
  object["from"] = {{"rules", report.from}, {"digest", impact.from_digest}};
  object["to"] = {{"rules", report.to}, {"digest", impact.to_digest}};
  object["same_rules"] = impact.same_rules();
  object["cases_compared"] = impact.cases;
  object["answers"] = Json::array();
  for (const auto& change : impact.answers) object["answers"].push_back(json_of(change));
  object["measures"] = json_of(impact.measures, true);
  object["events"] = json_of(impact.events, false);
  object["signals"] = json_of(impact.signals, false);
  object["coverage"] = json_of(impact.coverage, false);
  object["items"] = json_of(impact.items, false);
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_json
