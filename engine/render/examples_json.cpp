#include <nlohmann/json.hpp>

#include "engine/render/examples.h"
#include "engine/render/mutation.h"

namespace inforce::render_json {

namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& object, const Sources& sources, Span span) {
  const auto place = sources.begin_of(span);
  object["file"] = std::string(place.path);
  object["line"] = place.line;
  object["column"] = place.column;
}

Json json_of(const Reason& reason) {
  Json object;
  object["kind"] = reason.kind;
  object["text"] = reason.text;
  object["event"] = reason.event.empty() ? Json(nullptr) : Json(reason.event);
  object["place"] = reason.place.empty() ? Json(nullptr) : Json(reason.place);
  object["sources"] = reason.sources;
  object["because"] = Json::array();
  for (const auto& step : reason.because) object["because"].push_back(json_of(step));
  return object;
}

Json json_of(const Citation& citation) {
  return {{"id", citation.id}, {"title", citation.title}, {"cite", citation.cite}, {"url", citation.url}};
}

Json json_of(const query::Difference& difference) {
  Json object;
  object["what"] = difference.what;
  object["expected"] = difference.expected;
  object["got"] = difference.got;
  object["why"] = Json::array();
  for (const auto& grounds : difference.why) {
    Json measure;
    measure["id"] = grounds.id;
    measure["status"] = to_string(grounds.status);
    measure["reasons"] = Json::array();
    for (const auto& reason : grounds.reasons) measure["reasons"].push_back(json_of(reason));
    object["why"].push_back(std::move(measure));
  }
  return object;
}

Json json_of(const query::ExampleResult& result, const Sources& sources) {
  Json object;
  object["name"] = result.example->name;
  add_place(object, sources, result.example->span);
  object["passed"] = result.passed();
  object["differences"] = Json::array();
  for (const auto& difference : result.differences) object["differences"].push_back(json_of(difference));
  object["sources"] = Json::array();
  for (const auto& citation : result.citations) object["sources"].push_back(json_of(citation));
  return object;
}

Json counts(std::size_t done, std::size_t all) { return {{"reached", done}, {"of", all}}; }

Json json_of(const CoverageReport& report, const Sources& sources) {
  Json object;
  object["percent"] = report.percent();
  object["files"] = Json::array();
  object["missing"] = Json::array();
  for (const auto& file : report.files) {
    Json row;
    row["file"] = file.path;
    row["effects"] = counts(file.reached, file.effects);
    row["boundaries"] = counts(file.asked, file.boundaries);
    row["measures"] = counts(file.seen, file.measures);
    row["branches"] = counts(file.both_ways, file.branches);
    object["files"].push_back(std::move(row));
    for (const auto& gap : file.gaps) {
      Json missing;
      missing["kind"] = gap.kind;
      missing["id"] = gap.id;
      add_place(missing, sources, gap.span);
      missing["text"] = gap.text;
      missing["help"] = gap.help;
      object["missing"].push_back(std::move(missing));
    }
  }
  return object;
}

Json json_of(const query::ShiftResult& result, const model::Rulebook& rules) {
  Json object;
  object["kind"] = query::word_of(result.shift.kind);
  add_place(object, rules.texts, result.shift.span);
  object["where"] = result.shift.where;
  object["was"] = result.shift.was;
  object["becomes"] = result.shift.becomes;
  const auto& telling = result.telling;
  object["id"] = telling ? Json(telling->measure) : Json(nullptr);
  object["on"] = telling && telling->on ? Json(to_string(*telling->on)) : Json(nullptr);
  object["known"] = telling && telling->known ? Json(to_string(*telling->known)) : Json(nullptr);
  object["is"] = telling ? Json(telling->is) : Json(nullptr);
  object["would_be"] = telling ? Json(telling->would_be) : Json(nullptr);
  object["help"] = render_text::advice_for(result, rules);
  return object;
}

Json json_of(const MutationReport& report, const model::Rulebook& rules) {
  using query::ShiftFate;
  Json object;
  object["percent"] = report.percent();
  for (const auto fate : {ShiftFate::noticed, ShiftFate::stillborn, ShiftFate::idle, ShiftFate::survived}) {
    object[std::string(query::word_of(fate))] = report.count(fate);
  }
  object["left_out"] = report.left_out;
  object["survivors"] = Json::array();
  for (const auto& result : report.results) {
    if (result.fate == ShiftFate::survived) object["survivors"].push_back(json_of(result, rules));
  }
  return object;
}

}  // namespace

std::string examples_json(const std::vector<FileOfExamples>& files, const CoverageReport* coverage,
                          const MutationReport* mutation, const Rulebook& rulebook) {
  const auto& sources = rulebook.model().texts;
  Json object;
  object["passed"] = 0;
  object["failed"] = 0;
  object["files"] = Json::array();
  object["examples"] = Json::array();
  std::size_t all = 0;
  std::size_t failed = 0;
  for (const auto& file : files) {
    object["files"].push_back(
        {{"file", file.path}, {"passed", file.results.size() - file.failed()}, {"failed", file.failed()}});
    all += file.results.size();
    failed += file.failed();
    for (const auto& result : file.results) object["examples"].push_back(json_of(result, sources));
  }
  object["passed"] = all - failed;
  object["failed"] = failed;
  if (coverage != nullptr) object["coverage"] = json_of(*coverage, sources);
  if (mutation != nullptr) object["mutation"] = json_of(*mutation, rulebook.model());
  object["rules"] = {{"digest", rulebook.digest()}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_json
