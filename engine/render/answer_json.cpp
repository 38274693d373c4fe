#include "engine/render/answer_json.h"

#include "engine/render/json_of.h"

namespace inforce::render_json {

namespace {

void echo_facts(const Query& query, Json& question) {
  question["with"] = Json::object();
  for (const auto& [name, values] : query.facts) question["with"][name] = values;
}

void echo_subject(const Query& query, Json& question) {
  switch (query.ask) {
    case Ask::on:
      question["on"] = or_null(query.on);
      break;
    case Ask::when:
      question["when"] = query.id;
      break;
    case Ask::why:
      question["why"] = query.id;
      question["on"] = or_null(query.on);
      break;
    case Ask::diff:
      question["diff"] = {to_string(*query.on), to_string(*query.then)};
      break;
    case Ask::diff_known:
      question["on"] = or_null(query.on);
      break;
    case Ask::events:
      question["from"] = or_null(query.from);
      question["to"] = or_null(query.through);
      question["authority"] = text_or_null(query.authority);
      question["touching"] = text_or_null(query.id);
      return;
    case Ask::next:
      question["from"] = or_null(query.from);
      return;
    case Ask::coverage:
      question["on"] = or_null(query.on);
      break;
    case Ask::conflicts:
      question["from"] = or_null(query.from);
      question["to"] = or_null(query.through);
      break;
  }
  echo_facts(query, question);
}

Json question_of(const Query& query) {
  auto question = Json::object();
  echo_subject(query, question);
  question["known"] = or_null(query.known);
  if (query.ask == Ask::diff_known) question["known"] = {to_string(*query.known), to_string(*query.known_then)};
  for (const auto& assumption : query.assume) question["assume"].push_back(to_string(assumption));
  if (!query.without.empty()) question["without"] = query.without;
  if (!query.jurisdictions.empty()) question["jurisdiction"] = query.jurisdictions;
  if (!query.regimes.empty()) question["regime"] = query.regimes;
  if (query.official_only) question["evidence"] = "official";
  if (query.all) question["all"] = true;
  return question;
}

void add(const OnAnswer& content, Json& all) {
  all["verdict"] = or_null(content.verdict);
  all["could_be"] = or_null(content.could_be);
  all["policies"] = content.policies;
  all["missing"] = content.missing;
  all["deciding"] = content.deciding;
  all["restrictions"] = list_of(content.restrictions);
  all["authorizations"] = list_of(content.authorizations);
  all["conflicts"] = list_of(content.conflicts);
  all["stable"] = of(content.stable);
}

void add(const WhenAnswer& content, Json& all) {
  all["id"] = content.id;
  all["title"] = content.title;
  all["parts"] = content.parts;
  all["announced"] = content.announced;
  all["intervals"] = list_of(content.intervals);
}

void add(const WhyAnswer& content, Json& all) {
  all["finding"] = of(content.finding);
  all["near"] = list_of(content.near);
  all["instead"] = list_of(content.instead);
  all["stable"] = of(content.stable);
}

void add(const DiffAnswer& content, Json& all) { all["changes"] = list_of(content.changes); }
void add(const EventsAnswer& content, Json& all) { all["events"] = list_of(content.events); }
void add(const NextAnswer& content, Json& all) { all["next"] = list_of(content.next); }
void add(const CoverageAnswer& content, Json& all) { all["regimes"] = list_of(content.regimes); }
void add(const ConflictsAnswer& content, Json& all) { all["conflicts"] = list_of(content.conflicts); }

}  // namespace

std::string to_json(const Answer& answer) {
  Json all;
  all["question"] = question_of(answer.query);
  if (!answer.query.assume.empty() || !answer.query.without.empty()) all["under_assumptions"] = true;
  if (!answer.derived.empty()) all["derived"] = list_of(answer.derived);
  std::visit([&](const auto& content) { add(content, all); }, answer.content);
  if (!answer.notes.empty()) all["notes"] = answer.notes;
  all["sources"] = list_of(answer.citations);
  all["coverage"] = list_of(answer.coverage);
  all["projected"] = answer.projected;
  all["rules"] = {{"digest", answer.digest}};
  all["engine"] = {{"name", "inforce"}, {"version", answer.engine_version}};
  all["tzdata"] = answer.tzdata_version;
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_json
